using System.Globalization;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using UptimeSquirrel.Adapters.Database;

namespace UptimeSquirrel.Adapters.Channels.Secrets;

/// <summary>Keeps the keys in the database, so that what one silo encrypts every silo can read.</summary>
/// <remarks>
/// Silos that start together on a new database all want to make the first key. Only one key a day is taken: whoever comes second
/// reads the keys again after storing, as data protection always does, finds the other's and uses that.
/// </remarks>
internal sealed class DatabaseKeys(UptimeDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.GrainState.OpenConnection();
        return [.. connection.Query<string>("select xml from protection_key order by slot").Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.GrainState.OpenConnection();
        connection.Execute(
            "insert into protection_key (slot, xml) values (@slot, @xml) on conflict (slot) do nothing",
            new { slot = SlotOf(element) ?? friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }

    private static string? SlotOf(XElement element) =>
        element.Name == "key" && (DateTimeOffset?)element.Element("creationDate") is { } made
            ? made.UtcDateTime.ToString("'key' yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
