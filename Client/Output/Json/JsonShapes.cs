using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Client.Maintenance;
using UptimeSquirrel.Client.Pages;
using UptimeSquirrel.Client.Templates;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Everything that is ever written as JSON; known at compile time because reflection costs a tenth of a second at every start.</summary>
[JsonSerializable(typeof(WebsiteShape))]
[JsonSerializable(typeof(WebsiteWithUptimeShape))]
[JsonSerializable(typeof(IReadOnlyList<WebsiteShape>))]
[JsonSerializable(typeof(IReadOnlyList<CheckShape>))]
[JsonSerializable(typeof(HistoryShape))]
[JsonSerializable(typeof(OwnerShape))]
[JsonSerializable(typeof(ChannelShape))]
[JsonSerializable(typeof(IReadOnlyList<ChannelShape>))]
[JsonSerializable(typeof(IReadOnlyList<ChannelTestShape>))]
[JsonSerializable(typeof(IReadOnlyList<ChannelKindShape>))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryShape>))]
[JsonSerializable(typeof(ToldIncidentShape))]
[JsonSerializable(typeof(QuietHoursShape))]
[JsonSerializable(typeof(ReportShape))]
[JsonSerializable(typeof(TemplateShape))]
[JsonSerializable(typeof(IReadOnlyList<TemplateShape>))]
[JsonSerializable(typeof(IReadOnlyList<TemplatePreviewShape>))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(ExportShape))]
[JsonSerializable(typeof(Applying.PlanShape))]
[JsonSerializable(typeof(ChangeShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(ClusterShape))]
[JsonSerializable(typeof(DefaultsShape))]
[JsonSerializable(typeof(MaintenanceShape))]
[JsonSerializable(typeof(IReadOnlyList<MaintenanceShape>))]
[JsonSerializable(typeof(PageShape))]
[JsonSerializable(typeof(IReadOnlyList<PageSummaryShape>))]
internal sealed partial class JsonShapes : JsonSerializerContext
{
    private static readonly JsonShapes Indented = new(Settings(isIndented: true));
    private static readonly JsonShapes OnOneLine = new(Settings(isIndented: false));

    /// <summary>One JSON text, indented for people who look at it.</summary>
    public static string Write<T>(T shape) => JsonSerializer.Serialize(shape, typeof(T), Indented);

    /// <summary>One JSON text on one line, for streams of them.</summary>
    public static string WriteLine<T>(T shape) => JsonSerializer.Serialize(shape, typeof(T), OnOneLine);

    // Relaxed, because an address with '&' should stay readable and this never lands in a web page; control characters are escaped all the same.
    private static JsonSerializerOptions Settings(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcMomentConverter() },
    };
}
