using MudBlazor;

namespace UptimeSquirrel.Web.Dashboard.Shell;

/// <summary>The colours, light and dark. Every text on its ground has at least the contrast that WCAG 2.2 asks for at level AA.</summary>
internal static class DashboardTheme
{
    private static readonly string[] _fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#8a3f0c",
            Secondary = "#5b4a3f",
            Info = "#0b5cad",
            Success = "#1a7a3c",
            Warning = "#8a5a00",
            Error = "#b92020",
            Background = "#f7f5f2",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#231b16",
            DrawerBackground = "#ffffff",
            DrawerText = "#3a302a",
            DrawerIcon = "#5b4a3f",
            TextPrimary = "#231b16",
            TextSecondary = "#5f544d",
            ActionDefault = "#5f544d",
            LinesDefault = "#e4ded8",
            TableLines = "#ece7e2",
            Divider = "#e4ded8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#f0a868",
            PrimaryContrastText = "#231509",
            Secondary = "#cbb9ad",
            SecondaryContrastText = "#231b16",
            Info = "#7ab8ff",
            InfoContrastText = "#0d1620",
            Success = "#5fcf8b",
            SuccessContrastText = "#0b1a11",
            Warning = "#f0bf4c",
            WarningContrastText = "#1f1702",
            Error = "#ff8f87",
            ErrorContrastText = "#240a08",
            Background = "#171412",
            Surface = "#211d1a",
            AppbarBackground = "#211d1a",
            AppbarText = "#f3ece6",
            DrawerBackground = "#211d1a",
            DrawerText = "#e6ddd6",
            DrawerIcon = "#cbb9ad",
            TextPrimary = "#f3ece6",
            TextSecondary = "#bdb0a6",
            ActionDefault = "#bdb0a6",
            LinesDefault = "#3a332e",
            TableLines = "#332d28",
            Divider = "#3a332e",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = _fonts },
            Button = new ButtonTypography { FontFamily = _fonts, TextTransform = "none", FontWeight = "600" },
            H5 = new H5Typography { FontFamily = _fonts, FontWeight = "600" },
            H6 = new H6Typography { FontFamily = _fonts, FontWeight = "600", FontSize = "1.1rem" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "232px" },
    };
}
