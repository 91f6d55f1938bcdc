namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>A site of SharePoint with its libraries, the first of which is its default one.</summary>
public sealed class SimulatedSite
{
    private readonly TimeProvider _time;
    private readonly List<SimulatedLibrary> _libraries = [];

    internal SimulatedSite(string host, string path, TimeProvider time)
    {
        _time = time;
        (Host, Path) = (host, path);
        Id = $"{host},{Guid.NewGuid()},{Guid.NewGuid()}";
        Add("Dokumenter", "Delte dokumenter");
    }

    public string Host { get; }

    /// <summary><c>/sites/sundhedsraad</c></summary>
    public string Path { get; }

    /// <summary>As Graph names a site: host and two identifiers.</summary>
    public string Id { get; }

    public Uri WebUrl => new($"https://{Host}{Path}");

    /// <summary><c>Sites.Selected</c> has not been given for this site: <c>read</c>, <c>write</c>, <c>manage</c>, or null for nothing.</summary>
    public string? Role { get; set; } = "manage";

    public IReadOnlyList<SimulatedLibrary> Libraries => _libraries;

    internal bool MayWrite => Role is "write" or "manage";

    internal bool MayManage => Role is "manage";

    public SimulatedLibrary Add(string name, string folder)
    {
        var library = new SimulatedLibrary(name, folder, WebUrl, _time);
        _libraries.Add(library);
        return library;
    }
}
