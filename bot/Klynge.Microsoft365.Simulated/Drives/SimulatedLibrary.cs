using System.Collections.Concurrent;
using System.Globalization;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>A document library: a drive for its files, a list for its columns.</summary>
/// <param name="name">As people see it.</param>
/// <param name="folder">As it stands in the address, which is another one in a Danish site.</param>
/// <param name="site">The site's address.</param>
/// <param name="time">The clock of the files.</param>
public sealed class SimulatedLibrary(string name, string folder, Uri site, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SimulatedFile> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<SimulatedFile> _deleted = new();
    private int _rows;

    public string DriveId { get; } = $"b!{Guid.NewGuid():N}";

    public string ListId { get; } = Guid.NewGuid().ToString();

    public string Name { get; } = name;

    public Uri WebUrl { get; } = new($"{site.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(folder)}");

    /// <summary>The internal names of the columns, with what they are called.</summary>
    public ConcurrentDictionary<string, string> Columns { get; } = new([new("Title", "Titel"), new("_UIVersionString", "Version")], StringComparer.Ordinal);

    /// <summary>No more room: every upload is refused.</summary>
    public bool IsFull { get; set; }

    /// <summary>Word documents come out with other bytes than they went in.</summary>
    public bool WritesIntoWord { get; set; }

    /// <summary>
    /// Who may open a folder, the root's name being empty; null for a folder that is not there. In the beginning the owner has made the
    /// folders of closed documents, and made them well: everything else is open to the site's members and visitors.
    /// </summary>
    public Func<string, IReadOnlyList<SimulatedReader>?> ReadersOf { get; set; } =
        folder => IsClosedFolder(folder) ? SimulatedReader.Entitled : SimulatedReader.Site;

    public IReadOnlyList<SimulatedFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>What somebody has deleted, or the bot, lies in the site's recycle bin.</summary>
    public IReadOnlyList<SimulatedFile> RecycleBin => [.. _deleted];

    public SimulatedFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Somebody puts a file there, or changes it, in the browser.</summary>
    public SimulatedFile Edit(string path, byte[] content) => Store(path, content, application: null);

    public void Delete(string path) => _files.TryRemove(path, out _);

    internal SimulatedFile? FindId(string id) => _files.Values.FirstOrDefault(file => file.Id == id);

    /// <summary>Folders are there once something lies in them, or somebody has made them.</summary>
    internal string? FolderId(string path) =>
        _folders.GetValueOrDefault(path)
        ?? (_files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)) || (IsClosedFolder(path) && ReadersOf(path) is not null)
            ? _folders.GetOrAdd(path, _ => Guid.NewGuid().ToString())
            : null);

    private static bool IsClosedFolder(string path) => path.EndsWith("/Lukket", StringComparison.OrdinalIgnoreCase);

    internal string? FolderOf(string id) => _folders.FirstOrDefault(pair => pair.Value == id).Key;

    internal string MakeFolder(string path) => _folders.GetOrAdd(path, _ => Guid.NewGuid().ToString());

    /// <summary>The file stays the one that it is: its id, its versions, and what it was shared with.</summary>
    internal void Move(SimulatedFile file, string path, string application)
    {
        _files.TryRemove(file.Path, out _);
        file.Path = path;
        _files[path] = file;
        file.Touch(application, time.GetUtcNow());
    }

    internal void Recycle(SimulatedFile file)
    {
        _files.TryRemove(file.Path, out _);
        _deleted.Enqueue(file);
    }

    internal SimulatedFile? FindRow(string row) => _files.Values.FirstOrDefault(file => file.RowId == row);

    internal SimulatedFile Store(string path, byte[] content, string? application)
    {
        var file = _files.GetOrAdd(path, key => new SimulatedFile
        {
            Id = Guid.NewGuid().ToString(),
            RowId = Interlocked.Increment(ref _rows).ToString(CultureInfo.InvariantCulture),
            Path = key,
        });
        file.Store(WritesIntoWord && path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? [.. content, .. "<p:properties/>"u8] : content, application, time.GetUtcNow());
        return file;
    }

    internal void SetColumns(SimulatedFile file, IEnumerable<KeyValuePair<string, string>> values, string application)
    {
        foreach (var (column, value) in values)
            file.Columns[column] = value;

        file.Touch(application, time.GetUtcNow());
    }
}

/// <summary>Somebody who may open a folder.</summary>
/// <param name="Kind">As Graph names it: <c>siteGroup</c>, <c>siteUser</c>, <c>group</c>, <c>user</c>; <c>link</c> for whoever has a link.</param>
/// <param name="Id">The same in each folder.</param>
/// <param name="Name">As people see it.</param>
/// <param name="Role"><c>owner</c>, <c>write</c> or <c>read</c>.</param>
/// <param name="Login">As SharePoint writes it; null for none.</param>
public sealed record SimulatedReader(string Kind, string Id, string Name, string Role, string? Login = null)
{
    private static readonly SimulatedReader Owners = new("siteGroup", "3", "Ejere af Sundhedsråd", "owner");

    /// <summary>As a new site has them.</summary>
    public static IReadOnlyList<SimulatedReader> Site { get; } =
        [Owners, new("siteGroup", "4", "Besøgende på Sundhedsråd", "read"), new("siteGroup", "5", "Medlemmer af Sundhedsråd", "write")];

    /// <summary>The site's owners, and the group that may read closed items.</summary>
    public static IReadOnlyList<SimulatedReader> Entitled { get; } = [Owners, new("group", "e7f0c0de", "Lukkede punkter", "read")];
}

/// <summary>A file of a library, with the versions that it had.</summary>
public sealed class SimulatedFile
{
    private readonly List<byte[]> _versions = [];

    public required string Id { get; init; }

    /// <summary>Its number in the library's list.</summary>
    public required string RowId { get; init; }

    /// <summary>From the library's root: <c>Chefforum/2025/Referat.docx</c>.</summary>
    public required string Path { get; set; }

    /// <summary>The links by which it has been shared, by the id of their permission: they open it wherever it lies.</summary>
    public ConcurrentDictionary<string, Uri> Sharing { get; } = new(StringComparer.Ordinal);

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
