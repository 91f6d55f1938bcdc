using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Http;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Documents in SharePoint by the real SDK: nothing of anybody's is lost, whoever comes in between.</summary>
public sealed class SharePointLibraryTests : IAsyncLifetime
{
    private static readonly DocumentPath Path = SharePointFixture.Minutes;

    private SharePointFixture _fixture = null!;

    private IDocumentLibrary Library => _fixture.Library;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Delete_PutsItIntoTheSitesRecycleBin_AndAgainChangesNothing()
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        Assert.True((await Library.DeleteAsync(Path, Ct)).IsSuccess);
        Assert.True((await Library.DeleteAsync(Path, Ct)).IsSuccess);

        Assert.Null(_fixture.File(Path));
        Assert.Single(_fixture.Drives.Library.RecycleBin);
    }

    [Fact]
    public async Task Store_OfANewDocument_PutsItIntoTheForumsFolderOfTheYear()
    {
        var stored = await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        Assert.Equal("en"u8.ToArray(), _fixture.File(Path)!.Content);
        Assert.True(stored.Document.IsOurs);
        Assert.Equal(
            "https://klynge.sharepoint.example/sites/sundhedsraad/Delte%20dokumenter/Chefforum/2026/Referat%20Chefforum%202026-02-03.docx",
            stored.Document.WebUrl!.AbsoluteUri);
        Assert.Equal(stored.Document, await Library.FindAsync(Path, Ct));
    }

    [Fact]
    public async Task Store_OfTheSameContent_ChangesNothing()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        Assert.Equal(first.Document.Version, (await _fixture.StoreAsync<StoreOutcome.Unchanged>("en")).Document.Version);
        Assert.Empty(_fixture.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_OverWhatWasSeen_KeepsTheEarlierVersion()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        await _fixture.StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);

        Assert.Equal(["en"u8.ToArray()], _fixture.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_OverADocumentThatSomebodyChanged_IsRefused()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        _fixture.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        var refused = await _fixture.StoreAsync<StoreOutcome.ChangedByOthers>("to", first.Document.Version);

        Assert.False(refused.Document.IsOurs);
        Assert.Equal("rettet"u8.ToArray(), _fixture.File(Path)!.Content);
    }

    /// <summary>The bot looks, then somebody saves, then the bot stores: only Graph itself can tell.</summary>
    [Fact]
    public async Task Store_WhileSomebodySaves_IsRefusedByTheTag()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        _fixture.Drives.BeforeNextWrite = () => _fixture.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        await _fixture.StoreAsync<StoreOutcome.ChangedByOthers>("to", first.Document.Version);

        Assert.Equal("rettet"u8.ToArray(), _fixture.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_WhileSomebodyTakesTheName_IsRefusedByTheName()
    {
        _fixture.Drives.BeforeNextWrite = () => _fixture.Drives.Library.Edit(Path.ToString(), "en andens"u8.ToArray());

        await _fixture.StoreAsync<StoreOutcome.NameTaken>("en");

        Assert.Equal("en andens"u8.ToArray(), _fixture.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_UnderAnotherDocumentsName_IsRefused()
    {
        _fixture.Drives.Library.Edit(Path.ToString(), "en andens"u8.ToArray());

        await _fixture.StoreAsync<StoreOutcome.NameTaken>("en");

        Assert.Equal("en andens"u8.ToArray(), _fixture.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_OfWhatSomebodyDeleted_PutsItBack()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        _fixture.Drives.Library.Delete(Path.ToString());

        await _fixture.StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);

        Assert.Equal("to"u8.ToArray(), _fixture.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_WhoseAnswerIsLost_StoresOnce()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", 503, "serviceNotAvailable", RetryAfter: 0, AfterEffect: true));

        var outcome = (await Library.StoreAsync(Path, "en"u8.ToArray(), seen: null, Ct)).Value;

        Assert.IsType<StoreOutcome.Unchanged>(outcome);
        Assert.Empty(_fixture.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_WhileGraphThrottles_WaitsAsLongAsItSays()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", 429, "tooManyRequests", RetryAfter: 1));

        await _fixture.StoreAsync<StoreOutcome.Stored>("en");
    }

    [Theory]
    [InlineData(503, typeof(LibraryIsUnavailable))]
    [InlineData(403, typeof(SharePointRefused))]
    [InlineData(423, typeof(DocumentIsLocked))]
    [InlineData(507, typeof(SharePointIsFull))]
    public async Task Store_ThatGraphRefuses_IsAnErrorThatAPersonCanActOn(int status, Type expected)
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", status, "refused", RetryAfter: 0), times: 9);

        var result = await Library.StoreAsync(Path, "en"u8.ToArray(), seen: null, Ct);

        Assert.IsType(expected, result.Error);
    }

    [Fact]
    public async Task Find_WhileGraphIsAway_ThrowsWithTheReason()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("GET", "root:", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        var thrown = await Assert.ThrowsAsync<DocumentLibraryException>(() => Library.FindAsync(Path, Ct));

        Assert.IsType<LibraryIsUnavailable>(thrown.Reason);
    }

    [Fact]
    public async Task Site_ThatWasNotGiven_IsNamedAsMissingPermission()
    {
        _fixture.Drives.Site.Role = null;

        Assert.IsType<SharePointRefused>((await Library.StoreAsync(Path, "en"u8.ToArray(), null, Ct)).Error);
    }

    [Fact]
    public async Task List_OverSeveralPages_HasEveryFileAndNoFolder()
    {
        _fixture.Drives.PageSize = 2;
        foreach (var number in Enumerable.Range(1, 5))
            _fixture.Drives.Library.Edit($"Chefforum/2026/Bilag {number}.docx", [(byte)number]);

        var listed = await Library.ListAsync("Chefforum/2026", Ct);

        Assert.Equal(["Bilag 1.docx", "Bilag 2.docx", "Bilag 3.docx", "Bilag 4.docx", "Bilag 5.docx"], listed.Select(document => document.Path.Name));
        Assert.Empty(await Library.ListAsync("Chefforum/2027", Ct));
    }

    [Fact]
    public async Task Open_FollowsTheRedirectWithoutTheToken()
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        await using var content = await Library.OpenAsync(Path, Ct);
        using var reader = new StreamReader(content!);

        Assert.Equal("en", await reader.ReadToEndAsync(Ct));
        var download = Assert.Single(_fixture.Graph.StandIn.Requests, request => request.Path.StartsWith("/sharepoint/", StringComparison.Ordinal));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Null(await Library.OpenAsync(Path.Numbered(2), Ct));
    }

    [Fact]
    public async Task Pdf_IsGraphsOwnRendering_FetchedWithoutTheToken()
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");

        var pdf = (await Library.ConvertToPdfAsync(Path, Ct)).Value;

        Assert.True(pdf.Span.StartsWith("%PDF-1.7"u8));
        var download = Assert.Single(_fixture.Graph.StandIn.Requests, request => request.Path.StartsWith("/sharepoint/", StringComparison.Ordinal));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Describe_WithoutColumns_LeavesTheDocumentAsItIs()
    {
        var stored = (await _fixture.StoreAsync<StoreOutcome.Stored>("en")).Document;

        Assert.Equal(stored, (await Library.DescribeAsync(stored, Facts(), Ct)).Value);
    }

    [Fact]
    public async Task Describe_SetsTheColumnsThatAreThere_AndKnowsTheNewVersionAsItsOwn()
    {
        foreach (var column in new[] { "KlyngeForum", "KlyngeMoededato", "KlyngeStatus" })
            _fixture.Drives.Library.Columns[column] = column;

        var stored = (await _fixture.StoreAsync<StoreOutcome.Stored>("en")).Document;
        var described = (await Library.DescribeAsync(stored, Facts(), Ct)).Value;

        Assert.Equal(
            [("KlyngeForum", "Chefforum"), ("KlyngeMoededato", "2026-02-03T12:00:00Z"), ("KlyngeStatus", "Kladde")],
            _fixture.File(Path)!.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.NotEqual(stored.Version, described.Version);
        await _fixture.StoreAsync<StoreOutcome.Stored>("to", described.Version);
    }

    [Fact]
    public async Task Describe_OfAVersionThatIsGone_SetsNothingAndStillSeesTheChange()
    {
        _fixture.Drives.Library.Columns["KlyngeStatus"] = "Status";
        var stored = (await _fixture.StoreAsync<StoreOutcome.Stored>("en")).Document;
        _fixture.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        var described = (await Library.DescribeAsync(stored, Facts(), Ct)).Value;

        Assert.Equal(stored.Version, described.Version);
        Assert.Empty(_fixture.File(Path)!.Columns);
        await _fixture.StoreAsync<StoreOutcome.ChangedByOthers>("to", described.Version);
    }

    private static DocumentFacts Facts() => new("Chefforum", new LocalDate(2026, 2, 3), "Kladde", "EMN-2026-00123");
}
