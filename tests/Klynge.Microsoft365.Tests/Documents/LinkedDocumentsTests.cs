using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Simulated.Http;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Files behind the links that people copy, by the real SDK: read where the bot has been let in, and nowhere else.</summary>
public sealed class LinkedDocumentsTests : IAsyncLifetime
{
    private const string Path = "Sager/Notat #1 æ.docx";

    private static readonly byte[] Content = "Notatet"u8.ToArray();

    private SharePointFixture _fixture = null!;

    private ILinkedDocuments Links => _fixture.Get<ILinkedDocuments>();

    private Uri Address => DriveArea.AddressOf(_fixture.Drives.Library, Path);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await SharePointFixture.StartAsync();
        _fixture.Drives.Library.Edit(Path, Content);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("https://eksempel.sharepoint.com/sites/x/Dokumenter/a.docx", true)]
    [InlineData("https://eksempel-my.sharepoint.com/:w:/g/personal/bo/E1?e=2", true)]
    [InlineData("https://klynge.sharepoint.example/sites/sundhedsraad/a.docx", true)]
    [InlineData("http://eksempel.sharepoint.com/sites/x/a.docx", false)]
    [InlineData("https://eksempel.sharepoint.com:8443/sites/x/a.docx", false)]
    [InlineData("https://bo@eksempel.sharepoint.com/sites/x/a.docx", false)]
    [InlineData("https://eksempelsharepoint.com/a.docx", false)]
    [InlineData("https://eksempel.sharepoint.com.ond.example/a.docx", false)]
    [InlineData("https://fjordlandet.example/a.docx", false)]
    public void Covers_SharePointAndTheSitesOfTheSettings_AndNothingElse(string link, bool expected) =>
        Assert.Equal(expected, Links.Covers(new Uri(link)));

    [Theory]
    [InlineData("?web=1")]
    [InlineData("?d=w0123&csf=1&web=1&e=AbCdEf")]
    public async Task Read_OfTheFilesOwnAddress_GetsItsContentWithoutTheToken(string query)
    {
        var found = (await FindAsync(new Uri(Address + query))).Value;
        Assert.Equal(("Notat #1 æ.docx", Content.Length, Path), (found.Name, found.Size, found.Path));

        var read = (await ReadAsync(new Uri(Address + query), 100)).Value;

        Assert.Equal(Content, read.Content);
        var download = Assert.Single(Asked("/sharepoint/"));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.All(Asked("/v1.0/shares/"), request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Read_OfALinkThatWasMadeForSharing_IsResolvedByGraph()
    {
        var link = new Uri(_fixture.Drives.Share(_fixture.Drives.Library, Path) + "?e=4xYz");

        Assert.Equal(Content, (await ReadAsync(link, 100)).Value.Content);
    }

    /// <summary>Sites.Selected is not among the permissions that the documentation names for resolving links.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/:w:/r")]
    public async Task Read_WhereGraphResolvesNoLinks_LooksThePathUpInTheSite(string prefix)
    {
        _fixture.Drives.ResolvesNoLinks = true;
        var link = new UriBuilder(Address) { Path = prefix + Address.AbsolutePath, Query = "web=1" }.Uri;

        Assert.Equal(Content.Length, (await FindAsync(link)).Value.Size);
        Assert.Equal(Content, (await ReadAsync(link, 100)).Value.Content);
    }

    [Fact]
    public async Task Read_OfASharedLinkWhereGraphResolvesNone_SaysThatAccessIsMissing()
    {
        _fixture.Drives.ResolvesNoLinks = true;

        await RefusedAsync<LinkNotReadable>(_fixture.Drives.Share(_fixture.Drives.Library, Path));
    }

    [Fact]
    public async Task Read_OnASiteThatTheBotWasNotLetInto_SaysThatAccessIsMissing()
    {
        var other = _fixture.Drives.Add("klynge.sharepoint.example", "/sites/andre");
        other.Role = null;
        other.Libraries[0].Edit("Notat.docx", Content);

        await RefusedAsync<LinkNotReadable>(DriveArea.AddressOf(other.Libraries[0], "Notat.docx"));
    }

    [Theory]
    [InlineData("Sager")]
    [InlineData("Sager/Findes ikke.docx")]
    public async Task Read_OfAFolderOrOfNothing_SaysThatThereIsNoFile(string path) =>
        await RefusedAsync<LinkLeadsToNoFile>(DriveArea.AddressOf(_fixture.Drives.Library, path));

    [Fact]
    public async Task Read_OfAFileThatIsTooLarge_FetchesNothing()
    {
        Assert.IsType<LinkedFileTooLarge>((await ReadAsync(Address, Content.Length - 1)).Error);

        Assert.Empty(Asked("/sharepoint/"));
    }

    [Fact]
    public async Task Read_WhileGraphIsAway_IsAnotherErrorThanAMissingFile()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("GET", "/shares/", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        Assert.IsType<LibraryIsUnavailable>((await ReadAsync(Address, 100)).Error);
    }

    [Theory]
    [InlineData("https://h.sharepoint.com/sites/x/Delte%20dokumenter/a%231.docx", "h.sharepoint.com:/sites/x", "/sites/x/Delte dokumenter/a#1.docx")]
    [InlineData("https://h-my.sharepoint.com/personal/bo/Documents/a.docx", "h-my.sharepoint.com:/personal/bo", "/personal/bo/Documents/a.docx")]
    [InlineData("https://h.sharepoint.com/:x:/r/teams/x/D/a.xlsx?web=1", "h.sharepoint.com:/teams/x", "/teams/x/D/a.xlsx")]
    [InlineData("https://h.sharepoint.com/:w:/s/x/EaBcD", null, null)]
    [InlineData("https://h.sharepoint.com/sites/x/_layouts/15/Doc.aspx?sourcedoc=1", null, null)]
    [InlineData("https://h.sharepoint.com/sites/x/%2e%2e%2fD/a.docx", null, null)]
    [InlineData("https://h.sharepoint.com/sites/x", null, null)]
    public void Path_OfALink_IsItsOwnAddressOrNothing(string link, string? site, string? path)
    {
        var parsed = LinkPath.Parse(new Uri(link));

        Assert.Equal((site, path), (parsed?.Site, parsed?.Path));
    }

    private async Task RefusedAsync<TError>(Uri link)
        where TError : Error
    {
        Assert.IsType<TError>((await FindAsync(link)).Error);
        Assert.IsType<TError>((await ReadAsync(link, 100)).Error);
    }

    private IEnumerable<RecordedRequest> Asked(string path) =>
        _fixture.Graph.StandIn.Requests.Where(request => request.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>A link that says where it leads is refused before SharePoint is asked: whether there is such a file stays unsaid.</summary>
    [Theory]
    [InlineData("Driftsforum/2026/Beslutningsprotokol 2026-11-03 Personalesag.docx")]
    [InlineData("Driftsforum/2026/Findes ikke.docx")]
    public async Task Read_OfAnotherForumsFolder_IsRefusedBeforeAnybodyLooks(string path)
    {
        _fixture.Drives.Library.Edit("Driftsforum/2026/Beslutningsprotokol 2026-11-03 Personalesag.docx", Content);
        var seen = new List<string?>();

        var read = await Links.CopyAsync(DriveArea.AddressOf(_fixture.Drives.Library, path), "Chefforum", file => Refuse(file, seen), new MemoryStream(), 100, Ct);
        var found = await Links.FindAsync(DriveArea.AddressOf(_fixture.Drives.Library, path), "Chefforum", file => Refuse(file, seen), Ct);

        Assert.IsType<LinkFromElsewhere>(read.Error);
        Assert.IsType<LinkFromElsewhere>(found.Error);
        Assert.Equal([path, path], seen);
        Assert.Empty(Asked("/v1.0/shares/"));
    }

    /// <summary>A link that was made for sharing says nothing; SharePoint says where it leads, and nothing is fetched before that is checked.</summary>
    [Fact]
    public async Task Read_OfASharedLink_IsCheckedByWhereItLeads_BeforeAnythingIsFetched()
    {
        const string Closed = "Driftsforum/2026/Beslutningsprotokol 2026-11-03 Personalesag.docx";
        _fixture.Drives.Library.Edit(Closed, Content);
        var seen = new List<string?>();

        var read = await Links.CopyAsync(_fixture.Drives.Share(_fixture.Drives.Library, Closed), "Chefforum", file => Refuse(file, seen), new MemoryStream(), 100, Ct);

        Assert.IsType<LinkFromElsewhere>(read.Error);
        Assert.Equal([Closed], seen);
        Assert.Empty(Asked("/sharepoint/"));
    }

    [Fact]
    public async Task Find_InAnotherSite_NamesTheSourceAndNoPath()
    {
        var other = _fixture.Drives.Add("klynge.sharepoint.example", "/sites/hr");
        other.Libraries[0].Edit("Personalesager/Sag.docx", Content);

        var found = (await FindAsync(DriveArea.AddressOf(other.Libraries[0], "Personalesager/Sag.docx"))).Value;

        Assert.Null(found.Path);
        Assert.Contains("sites/hr/Personalesager", found.Source, StringComparison.Ordinal);
    }

    /// <summary>Whoever says yes to fetching it is told the folder, before as well as after SharePoint has been asked.</summary>
    [Theory]
    [InlineData("Sager/Fortroligt/Notat.docx", "klynge.sharepoint.example/sites/sundhedsraad/Sager/Fortroligt")]
    [InlineData("Notat.docx", "klynge.sharepoint.example/sites/sundhedsraad")]
    public async Task Find_InTheLibrary_NamesTheFolderAsTheSource(string path, string source)
    {
        _fixture.Drives.Library.Edit(path, Content);
        var told = new List<string>();

        await Links.FindAsync(DriveArea.AddressOf(_fixture.Drives.Library, path), "Chefforum", Tell, Ct);

        Assert.Equal([source, source], told);

        Task<Error?> Tell(LinkedFile file)
        {
            told.Add(file.Source);
            return Task.FromResult<Error?>(null);
        }
    }

    private static Task<Error?> Refuse(LinkedFile file, List<string?> seen)
    {
        seen.Add(file.Path);
        return Task.FromResult<Error?>(new LinkFromElsewhere(null));
    }

    private static Task<Error?> Anything(LinkedFile file) => Task.FromResult<Error?>(null);

    private Task<Result<LinkedFile>> FindAsync(Uri link) => Links.FindAsync(link, "Chefforum", Anything, Ct);

    private async Task<Result<Read>> ReadAsync(Uri link, long maxBytes)
    {
        using var into = new MemoryStream();
        var copied = await Links.CopyAsync(link, "Chefforum", Anything, into, maxBytes, Ct);
        return copied.TryGet(out var name, out var error) ? new Read(name, into.ToArray()) : error;
    }

    private sealed record Read(string Name, byte[] Content);
}
