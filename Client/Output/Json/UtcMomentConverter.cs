using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Writes moments as RFC 3339 in UTC, to the millisecond.</summary>
internal sealed class UtcMomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
}
