namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>Files that say what is to be watched, which the silos follow. Section <c>Sites</c>.</summary>
public sealed class SitesOptions
{
    /// <summary>A folder with files such as <c>squirrel apply</c> reads (.yaml, .yml): they are applied when a silo starts and whenever they change. Empty, the default: there is none.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whether what is not in the files is taken away, as <c>squirrel apply --prune</c> does. Default: no.</summary>
    public bool Prune { get; set; }
}
