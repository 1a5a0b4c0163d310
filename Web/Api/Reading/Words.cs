using System.Text.Json;

namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>How the values of enumerations are spelled in the API: as in JSON, beginning with a small letter.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
