using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>Finished markup. What is put into it is escaped, unless it is markup itself: nothing a person wrote can become a tag.</summary>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    public static Html Of(ref Writer markup) => new(markup.ToString());

    public static Html All(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text ?? "";

    [InterpolatedStringHandler]
    public readonly ref struct Writer(int literalLength, int holes)
    {
        private readonly StringBuilder _text = new(literalLength + holes * 16);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(Clean(text ?? "")));

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Html markup) => _text.Append(markup.Text);

        public void AppendFormatted(IEnumerable<Html> markup)
        {
            foreach (var part in markup)
                _text.Append(part.Text);
        }

        public override string ToString() => _text.ToString();

        // Neither HTML nor XML has a place for them, escaped or not.
        private static string Clean(string text) => text.Any(HasNoPlace) ? string.Concat(text.Select(c => HasNoPlace(c) ? ' ' : c)) : text;

        private static bool HasNoPlace(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF';
    }
}
