using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Reads our sections of the configuration and collects everything that is wrong with them, instead of stopping at the first.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong so far, one sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Notes something else that is wrong.</summary>
    public void Add(IEnumerable<string> problems) => _problems.AddRange(problems);

    /// <summary>Reads one section; what cannot be read keeps its default.</summary>
    public T Read<T>(string sectionName) where T : class, new()
    {
        var settings = new T();
        var properties = typeof(T).GetProperties().Where(property => property.SetMethod is not null).ToArray();
        foreach (var entry in configuration.GetSection(sectionName).GetChildren())
        {
            var property = Array.Find(properties, p => p.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                _problems.Add($"{entry.Path} is not a setting. {sectionName} knows {string.Join(", ", properties.Select(p => p.Name).Order())}.");
            else
                ReadInto(settings, property, entry);
        }

        foreach (var property in properties)
            Validate(sectionName, property, property.GetValue(settings));
        return settings;
    }

    private void ReadInto(object settings, PropertyInfo property, IConfigurationSection entry)
    {
        var type = property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            ReadList(settings, property, entry, type.GetGenericArguments()[0]);
            return;
        }

        if (entry.Value is null)
            _problems.Add($"{entry.Path} holds further settings; expected one value.");
        else if (SettingValue.TryRead(entry.Value, type, out var value, out var expected))
            property.SetValue(settings, value);
        else
            _problems.Add($"{entry.Path} is '{SettingValue.Show(entry.Value)}'; expected {expected}.");
    }

    // A list is written as numbered entries, or as one value with commas; an empty value is an empty list.
    private void ReadList(object settings, PropertyInfo property, IConfigurationSection entry, Type itemType)
    {
        var items = entry.Value is { } line
            ? line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => (entry.Path, Text: text))
            : entry.GetChildren().Select(child => (child.Path, Text: child.Value ?? ""));
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var (path, text) in items)
        {
            if (SettingValue.TryRead(text, itemType, out var value, out var expected))
                list.Add(value);
            else
                _problems.Add($"{path} is '{SettingValue.Show(text)}'; expected {expected}.");
        }

        property.SetValue(settings, list);
    }

    private void Validate(string sectionName, PropertyInfo property, object? value)
    {
        var path = $"{sectionName}:{property.Name}";
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)))
            _problems.Add(rule switch
            {
                RangeAttribute range => $"{path} is {SettingValue.Show(value)}; expected {SettingValue.Show(range.Minimum)} to {SettingValue.Show(range.Maximum)}.",
                MaxLengthAttribute most => $"{path} has more than {most.Length} entries.",
                RequiredAttribute => $"{path} is empty; it must be set.",
                _ => $"{path}: {rule.FormatErrorMessage(property.Name)}",
            });
    }
}
