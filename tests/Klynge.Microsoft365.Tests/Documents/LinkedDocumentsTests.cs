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

    private SharePointBench _bench = null!;

    private ILinkedDocuments Links => _bench.Get<ILinkedDocuments>();

    private Uri Address => DriveArea.AddressOf(_bench.Drives.Library, Path);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await SharePointBench.StartAsync();
        _bench.Drives.Library.Edit(Path, Content);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

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
        Assert.Equal(new LinkedFile("Notat #1 æ.docx", Content.Length), (await Links.FindAsync(new Uri(Address + query), Ct)).Value);

        var read = (await Links.ReadAsync(new Uri(Address + query), 100, Ct)).Value;

        Assert.Equal(Content, read.Content.ToArray());
        var download = Assert.Single(Asked("/sharepoint/"));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.All(Asked("/v1.0/shares/"), request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Read_OfALinkThatWasMadeForSharing_IsResolvedByGraph()
    {
        var link = new Uri(_bench.Drives.Share(_bench.Drives.Library, Path) + "?e=4xYz");

        Assert.Equal(Content, (await Links.ReadAsync(link, 100, Ct)).Value.Content.ToArray());
    }

    /// <summary>Sites.Selected is not among the permissions that the documentation names for resolving links.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/:w:/r")]
    public async Task Read_WhereGraphResolvesNoLinks_LooksThePathUpInTheSite(string prefix)
    {
        _bench.Drives.ResolvesNoLinks = true;
        var link = new UriBuilder(Address) { Path = prefix + Address.AbsolutePath, Query = "web=1" }.Uri;

        Assert.Equal(Content.Length, (await Links.FindAsync(link, Ct)).Value.Size);
        Assert.Equal(Content, (await Links.ReadAsync(link, 100, Ct)).Value.Content.ToArray());
    }

    [Fact]
    public async Task Read_OfASharedLinkWhereGraphResolvesNone_SaysThatAccessIsMissing()
    {
        _bench.Drives.ResolvesNoLinks = true;

        await RefusedAsync<LinkNotReadable>(_bench.Drives.Share(_bench.Drives.Library, Path));
    }

    [Fact]
    public async Task Read_OnASiteThatTheBotWasNotLetInto_SaysThatAccessIsMissing()
    {
        var other = _bench.Drives.Add("klynge.sharepoint.example", "/sites/andre");
        other.Role = null;
        other.Libraries[0].Edit("Notat.docx", Content);

        await RefusedAsync<LinkNotReadable>(DriveArea.AddressOf(other.Libraries[0], "Notat.docx"));
    }

    [Theory]
    [InlineData("Sager")]
    [InlineData("Sager/Findes ikke.docx")]
    public async Task Read_OfAFolderOrOfNothing_SaysThatThereIsNoFile(string path) =>
        await RefusedAsync<LinkLeadsToNoFile>(DriveArea.AddressOf(_bench.Drives.Library, path));

    [Fact]
    public async Task Read_OfAFileThatIsTooLarge_FetchesNothing()
    {
        Assert.IsType<LinkedFileTooLarge>((await Links.ReadAsync(Address, Content.Length - 1, Ct)).Error);

        Assert.Empty(Asked("/sharepoint/"));
    }

    [Fact]
    public async Task Read_WhileGraphIsAway_IsAnotherErrorThanAMissingFile()
    {
        _bench.Graph.StandIn.Faults.Add(new Fault("GET", "/shares/", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        Assert.IsType<LibraryIsUnavailable>((await Links.ReadAsync(Address, 100, Ct)).Error);
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
        Assert.IsType<TError>((await Links.FindAsync(link, Ct)).Error);
        Assert.IsType<TError>((await Links.ReadAsync(link, 100, Ct)).Error);
    }

    private IEnumerable<RecordedRequest> Asked(string path) =>
        _bench.Graph.StandIn.Requests.Where(request => request.Path.StartsWith(path, StringComparison.Ordinal));
}
