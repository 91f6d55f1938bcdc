namespace Klynge.Application.Ports;

/// <summary>What came of storing a document.</summary>
/// <param name="Document">The document as it stands in the library now.</param>
public abstract record StoreOutcome(StoredDocument Document)
{
    /// <summary>It is there now; an earlier version, if there was one, is kept.</summary>
    public sealed record Stored(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Exactly this content was there already.</summary>
    public sealed record Unchanged(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Nothing was stored: somebody has put another version there since the caller looked.</summary>
    public sealed record ChangedByOthers(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Nothing was stored: the caller believed the name to be free, and it is another document's.</summary>
    public sealed record NameTaken(StoredDocument Document) : StoreOutcome(Document);
}
