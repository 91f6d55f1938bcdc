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
    /// How folders of closed documents stand: true for one that inherits the library's permissions, false for one that has its own, null
    /// where there is none. In the beginning the owner has made them, and made them well.
    /// </summary>
    public Func<string, bool?> InheritsAt { get; set; } = folder => !folder.EndsWith("/Lukket", StringComparison.Ordinal);

    public IReadOnlyList<SimulatedFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    public SimulatedFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Somebody puts a file there, or changes it, in the browser.</summary>
    public SimulatedFile Edit(string path, byte[] content) => Store(path, content, application: null);

    public void Delete(string path) => _files.TryRemove(path, out _);

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
        {
            file.Columns[column] = value;
        }

        file.Touch(application, time.GetUtcNow());
    }
}
