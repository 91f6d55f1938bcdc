using System.Collections.Concurrent;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Sites, libraries, their columns and their files.</summary>
public sealed class DriveArea : IFakeArea
{
    /// <summary>Whom files are from that the bot stores.</summary>
    public const string Application = "00000000-0000-0000-0000-00000000b071";

    private readonly List<SimulatedSite> _sites = [];
    private readonly ConcurrentDictionary<string, Uri> _shared = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly UploadAddresses _uploads;
    private readonly DownloadAddresses _downloads = new();

    internal DriveArea(TimeProvider time)
    {
        _time = time;
        _uploads = new UploadAddresses(time);
        Site = Add("klynge.sharepoint.example", "/sites/sundhedsraad");
    }

    /// <summary>The site that is there from the beginning.</summary>
    public SimulatedSite Site { get; }

    /// <summary>Its default library.</summary>
    public SimulatedLibrary Library => Site.Libraries[0];

    /// <summary>Items on a page of a folder.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>SharePoint cannot render documents at the moment.</summary>
    public bool RendersNothing { get; set; }

    /// <summary>
    /// Links are resolved for no app that has been let into single sites only: the documentation names broader permissions for it.
    /// </summary>
    public bool ResolvesNoLinks { get; set; }

    /// <summary>What somebody else does just before the next write comes in; once.</summary>
    public Action? BeforeNextWrite { get; set; }

    /// <summary>What happens before a part of a large file is taken, such as a long wait.</summary>
    public Func<Task>? BeforePart
    {
        get => _uploads.BeforePart;
        set => _uploads.BeforePart = value;
    }

    public SimulatedSite Add(string host, string path)
    {
        var site = new SimulatedSite(host, path, _time);
        _sites.Add(site);
        return site;
    }

    /// <summary>Somebody shares a file: a link from which nothing can be read but by SharePoint itself.</summary>
    public Uri Share(SimulatedLibrary library, string path)
    {
        var link = new Uri($"https://{library.WebUrl.Host}/:w:/s/sundhedsraad/{Guid.NewGuid():N}");
        if (library.Find(path) is { } file)
            file.Sharing[Guid.NewGuid().ToString("N")] = link;
        else
            _shared[link.AbsoluteUri] = AddressOf(library, path);

        return link;
    }

    /// <summary>A file's own address, as it stands in the browser.</summary>
    public static Uri AddressOf(SimulatedLibrary library, string path) =>
        new($"{library.WebUrl.AbsoluteUri}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    /// <summary>Every address for large uploads is forgotten, as after a day.</summary>
    public void ForgetUploads() => _uploads.Forget();

    public void Map(FakeRoutes routes)
    {
        routes.On("GET", "/v1.0/sites/{host}/sites/{name}", ReadSite).Query("$select");
        routes.On("GET", "/v1.0/sites/{site}/drive", call => InSite(call, site => GraphAnswer.Json(DriveJson.Of(site.Libraries[0])))).Query("$select");
        routes.On("GET", "/v1.0/sites/{site}/drives", call => InSite(call, site => GraphAnswer.Page(site.Libraries.Select(DriveJson.Of)))).Query("$select");
        routes.On("GET", "/v1.0/drives/{drive}/list", call => InDrive(call, (_, library) =>
            GraphAnswer.Json(new System.Text.Json.Nodes.JsonObject { ["id"] = library.ListId }))).Query("$select");
        new ColumnRequests(InList).Map(routes);
        new FileRequests(InDrive, _uploads, _downloads, () => (PageSize, RendersNothing)).Map(routes);
        new ShareRequests(_sites, _shared, () => ResolvesNoLinks, _downloads).Map(routes);
        _uploads.Map(routes);
        _downloads.Map(routes);
    }

    private IResult ReadSite(FakeCall call)
    {
        var site = _sites.FirstOrDefault(one => call.Route("host") == $"{one.Host}:" && one.Path == $"/sites/{call.Route("name")}");
        return site is null ? GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound")
            : site.Role is null ? Denied()
            : GraphAnswer.Json(DriveJson.Select(new() { ["id"] = site.Id, ["webUrl"] = site.WebUrl.AbsoluteUri }, call.Query("$select")));
    }

    private IResult InSite(FakeCall call, Func<SimulatedSite, IResult> answer) => _sites.Find(one => one.Id == call.Route("site")) switch
    {
        null => GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound"),
        { Role: null } => Denied(),
        { } site => answer(site),
    };

    private IResult InDrive(FakeCall call, Func<SimulatedSite, SimulatedLibrary, IResult> answer) =>
        In(library => library.DriveId == call.Route("drive"), call, answer);

    private IResult InList(FakeCall call, Func<SimulatedSite, SimulatedLibrary, IResult> answer) =>
        In(library => library.ListId == call.Route("list"), call, answer);

    private IResult In(Func<SimulatedLibrary, bool> isIt, FakeCall call, Func<SimulatedSite, SimulatedLibrary, IResult> answer)
    {
        if (call.Request.Method != "GET" && BeforeNextWrite is { } meanwhile)
        {
            BeforeNextWrite = null;
            meanwhile();
        }

        var site = _sites.Find(one => one.Libraries.Any(isIt));
        return site is null ? GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound")
            : site.Role is null || (call.Request.Method != "GET" && !site.MayWrite) ? Denied()
            : answer(site, site.Libraries.First(isIt));
    }

    internal static IResult Denied() => GraphAnswer.Error(StatusCodes.Status403Forbidden, "accessDenied");
}
