using System.Text.Json;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Names what people have set of an owner, whatever waits to be told: another mark means that somebody has changed it.</summary>
internal static class OwnerMark
{
    private const int Bytes = 8;

    public static string Of(OwnerState state) => TextMark.Of(
        JsonSerializer.Serialize(new
        {
            Emails = state.Emails.Select(email => email.Text),
            state.Channels,
            state.Quiet,
            state.DigestWindow,
            Report = state.Reports?.Plan,
        }),
        Bytes);
}
