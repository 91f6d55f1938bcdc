namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>A file of a library, with the versions that it had.</summary>
public sealed class SimulatedFile
{
    private readonly List<byte[]> _versions = [];

    public required string Id { get; init; }

    /// <summary>Its number in the library's list.</summary>
    public required string RowId { get; init; }

    /// <summary>From the library's root: <c>Chefforum/2025/Referat.docx</c>.</summary>
    public required string Path { get; init; }

    public string Name => Path.Split('/')[^1];

    public byte[] Content => _versions[^1];

    /// <summary>The earlier contents, the oldest first.</summary>
    public IReadOnlyList<byte[]> Earlier => [.. _versions.SkipLast(1)];

    /// <summary>Counts every change, of the columns too.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset Modified { get; private set; }

    /// <summary>The application that changed it last; null for a person.</summary>
    public string? ByApplication { get; private set; }

    public Dictionary<string, string> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Somebody has it open.</summary>
    public bool IsLocked { get; set; }

    /// <summary>With braces and capitals, as Graph writes the tag of a file.</summary>
    public string ETag => $"\"{{{Id.ToUpperInvariant()}}},{Revision}\"";

    /// <summary>Without, as Graph writes the tag of its row.</summary>
    public string RowETag => $"\"{Id},{Revision}\"";

    internal void Store(byte[] content, string? application, DateTimeOffset now)
    {
        _versions.Add(content);
        Touch(application, now);
    }

    internal void Touch(string? application, DateTimeOffset now)
    {
        Revision++;
        (Modified, ByApplication) = (now, application);
    }
}
