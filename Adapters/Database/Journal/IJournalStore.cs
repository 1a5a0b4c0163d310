namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Writes rows of the journal to one kind of database.</summary>
internal interface IJournalStore
{
    /// <summary>Stores these rows in their order. All or some of them may be stored already: that changes nothing.</summary>
    Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken cancellationToken);

    /// <summary>Whether the database refused a row for what is in it, so that trying again can't help. Anything else may pass.</summary>
    bool IsRefusal(Exception trouble);
}
