using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Simulated.Http;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Documents in SharePoint by the real SDK: nothing of anybody's is lost, whoever comes in between.</summary>
public sealed class SharePointLibraryTests : IAsyncLifetime
{
    private static readonly DocumentPath Path = SharePointBench.Minutes;

    private SharePointBench _bench = null!;

    private IDocumentLibrary Library => _bench.Library;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await SharePointBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    /// <summary>A closed case's document is stored where those entitled read it, or not at all.</summary>
    [Theory]
    [InlineData("inherits", "alle, der kan læse mappen over den")]
    [InlineData("everybody", "hele organisationen")]
    [InlineData("link", "delt med et link")]
    [InlineData("missing", "findes ikke i SharePoint")]
    [InlineData("unreadable", "jeg kan ikke se, hvem der kan læse mappen")]
    [InlineData("entitled", null)]
    public async Task Store_OfAClosedDocument_NeedsAFolderThatIsClosedToOthers(string folder, string? refusal)
    {
        var path = SharePointBench.Minutes.AsClosed();
        Stand(folder);

        var stored = await _bench.Library.StoreAsync(path, "x"u8.ToArray(), seen: null, Ct);

        Assert.Equal(refusal is null, stored.IsSuccess);
        Assert.Equal(refusal is null, stored.Error is not ClosedPlaceProblem);
        Assert.Contains(refusal ?? string.Empty, stored.Error?.Text ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(refusal is null, _bench.File(path) is not null);
        Assert.Empty(_bench.Graph.StandIn.Unexpected);
    }

    /// <summary>How the folder of closed documents stands.</summary>
    private void Stand(string how)
    {
        IReadOnlyList<SimulatedReader>? readers = how switch
        {
            "inherits" => SimulatedReader.Site,
            "everybody" => [.. SimulatedReader.Entitled, new("siteUser", "9", "Alle", "read", "c:0-.f|rolemanager|spo-grid-all-users/22222222")],
            "link" => [.. SimulatedReader.Entitled, new("link", "l1", "Link", "read")],
            "missing" => null,
            _ => SimulatedReader.Entitled,
        };
        _bench.Drives.Library.ReadersOf = folder => folder == "Chefforum/Lukket" ? readers : SimulatedReader.Site;
        if (how == "unreadable")
            _bench.Graph.StandIn.Faults.Add(new Fault("GET", "/permissions", 403, "accessDenied"), times: 9);
    }

    /// <summary>Graph keeps sharing links when it moves a file, so the bot takes them back: one made in an open folder would open a closed document.</summary>
    [Fact]
    public async Task Move_ToTheClosedPlace_KeepsContentAndVersions_AndTakesBackWhatItWasSharedBy()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");
        await StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);
        _bench.Drives.Share(_bench.Drives.Library, Path.ToString());
        var to = DocumentPath.Of("Chefforum", 2026, "Bilag (låst 01)").AsClosed();

        var moved = await Library.MoveAsync(Path, to, Ct);
        var again = await Library.MoveAsync(Path, to, Ct);

        Assert.Equal(to, Assert.IsType<MoveOutcome.Moved>(moved.Value).Document.Path);
        Assert.IsType<MoveOutcome.Moved>(again.Value);
        Assert.Null(_bench.File(Path));
        Assert.Equal("to"u8.ToArray(), _bench.File(to)!.Content);
        Assert.Equal(["en"u8.ToArray()], _bench.File(to)!.Earlier);
        Assert.Empty(_bench.File(to)!.Sharing);
        Assert.Empty(_bench.Graph.StandIn.Unexpected);
    }

    /// <summary>The answer to one of the steps is lost on the way; the next attempt finds what it did.</summary>
    [Theory]
    [InlineData("PATCH", "/items/")]
    [InlineData("DELETE", "/permissions/")]
    [InlineData("POST", ":/children")]
    public async Task Move_WhoseAnswerIsLost_IsFinishedByTheNext(string method, string path)
    {
        await StoreAsync<StoreOutcome.Stored>("en");
        _bench.Drives.Share(_bench.Drives.Library, Path.ToString());
        var to = Path.AsClosed();
        _bench.Graph.StandIn.Faults.Add(new Fault(method, path, 500, "generalException", AfterEffect: true));

        await Library.MoveAsync(Path, to, Ct);
        var again = await Library.MoveAsync(Path, to, Ct);

        Assert.IsType<MoveOutcome.Moved>(again.Value);
        Assert.Null(_bench.File(Path));
        Assert.Equal("en"u8.ToArray(), _bench.File(to)!.Content);
        Assert.Empty(_bench.File(to)!.Sharing);
    }

    /// <summary>The role »write« on a site may not be enough to take sharing back: the document has moved, and what is left is said.</summary>
    [Fact]
    public async Task Move_OfWhatIsSharedByALinkThatTheBotMayNotTakeBack_SaysSo_AndIsDoneOnceTheOwnerHas()
    {
        await StoreAsync<StoreOutcome.Stored>("en");
        _bench.Drives.Share(_bench.Drives.Library, Path.ToString());
        _bench.Graph.StandIn.Faults.Add(new Fault("DELETE", "/permissions/", 403, "accessDenied"));

        var refused = await Library.MoveAsync(Path, Path.AsClosed(), Ct);
        _bench.File(Path.AsClosed())!.Sharing.Clear();

        Assert.Contains("stoppe delingen", Assert.IsType<SharingStands>(refused.Error).Text, StringComparison.Ordinal);
        Assert.IsType<MoveOutcome.Moved>((await Library.MoveAsync(Path, Path.AsClosed(), Ct)).Value);
    }

    [Theory]
    [InlineData("inherits", typeof(ClosedPlaceIsOpen))]
    [InlineData("link", typeof(ClosedPlaceIsOpen))]
    [InlineData("missing", typeof(ClosedPlaceMissing))]
    [InlineData("unreadable", typeof(ClosedPlaceUnknown))]
    public async Task Move_ToAPlaceThatOthersRead_IsRefused(string folder, Type refusal)
    {
        await StoreAsync<StoreOutcome.Stored>("en");
        Stand(folder);

        Assert.IsType(refusal, (await Library.MoveAsync(Path, Path.AsClosed(), Ct)).Error);
        Assert.NotNull(_bench.File(Path));
    }

    [Fact]
    public async Task Move_OverAnother_OfNothing_AndOfWhatSomebodyHasOpen()
    {
        await StoreAsync<StoreOutcome.Stored>("en");
        var other = DocumentPath.Of("Chefforum", 2026, "Et andet").AsClosed();
        await Library.StoreAsync(other, "to"u8.ToArray(), seen: null, Ct);
        _bench.File(Path)!.IsLocked = true;

        Assert.IsType<MoveOutcome.NameTaken>((await Library.MoveAsync(Path, other, Ct)).Value);
        Assert.IsType<MoveOutcome.Nothing>((await Library.MoveAsync(DocumentPath.Of("Chefforum", 2026, "Intet"), Path.AsClosed(), Ct)).Value);
        Assert.IsType<DocumentIsLocked>((await Library.MoveAsync(Path, Path.AsClosed(), Ct)).Error);
        Assert.Equal("to"u8.ToArray(), _bench.File(other)!.Content);
    }

    [Fact]
    public async Task Delete_PutsItIntoTheSitesRecycleBin_AndAgainChangesNothing()
    {
        await StoreAsync<StoreOutcome.Stored>("en");

        Assert.True((await Library.DeleteAsync(Path, Ct)).IsSuccess);
        Assert.True((await Library.DeleteAsync(Path, Ct)).IsSuccess);

        Assert.Null(_bench.File(Path));
        Assert.Single(_bench.Drives.Library.RecycleBin);
    }

    [Fact]
    public async Task Store_OfANewDocument_PutsItIntoTheForumsFolderOfTheYear()
    {
        var stored = await StoreAsync<StoreOutcome.Stored>("en");

        Assert.Equal("en"u8.ToArray(), _bench.File(Path)!.Content);
        Assert.True(stored.Document.IsOurs);
        Assert.Equal(
            "https://klynge.sharepoint.example/sites/sundhedsraad/Delte%20dokumenter/Chefforum/2026/Referat%20Chefforum%202026-02-03.docx",
            stored.Document.WebUrl!.AbsoluteUri);
        Assert.Equal(stored.Document, await Library.FindAsync(Path, Ct));
    }

    [Fact]
    public async Task Store_OfTheSameContent_ChangesNothing()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");

        Assert.Equal(first.Document.Version, (await StoreAsync<StoreOutcome.Unchanged>("en")).Document.Version);
        Assert.Empty(_bench.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_OverWhatWasSeen_KeepsTheEarlierVersion()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");

        await StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);

        Assert.Equal(["en"u8.ToArray()], _bench.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_OverADocumentThatSomebodyChanged_IsRefused()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");
        _bench.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        var refused = await StoreAsync<StoreOutcome.ChangedByOthers>("to", first.Document.Version);

        Assert.False(refused.Document.IsOurs);
        Assert.Equal("rettet"u8.ToArray(), _bench.File(Path)!.Content);
    }

    /// <summary>The bot looks, then somebody saves, then the bot stores: only Graph itself can tell.</summary>
    [Fact]
    public async Task Store_WhileSomebodySaves_IsRefusedByTheTag()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");
        _bench.Drives.BeforeNextWrite = () => _bench.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        await StoreAsync<StoreOutcome.ChangedByOthers>("to", first.Document.Version);

        Assert.Equal("rettet"u8.ToArray(), _bench.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_WhileSomebodyTakesTheName_IsRefusedByTheName()
    {
        _bench.Drives.BeforeNextWrite = () => _bench.Drives.Library.Edit(Path.ToString(), "en andens"u8.ToArray());

        await StoreAsync<StoreOutcome.NameTaken>("en");

        Assert.Equal("en andens"u8.ToArray(), _bench.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_UnderAnotherDocumentsName_IsRefused()
    {
        _bench.Drives.Library.Edit(Path.ToString(), "en andens"u8.ToArray());

        await StoreAsync<StoreOutcome.NameTaken>("en");

        Assert.Equal("en andens"u8.ToArray(), _bench.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_OfWhatSomebodyDeleted_PutsItBack()
    {
        var first = await StoreAsync<StoreOutcome.Stored>("en");
        _bench.Drives.Library.Delete(Path.ToString());

        await StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);

        Assert.Equal("to"u8.ToArray(), _bench.File(Path)!.Content);
    }

    [Fact]
    public async Task Store_WhoseAnswerIsLost_StoresOnce()
    {
        _bench.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", 503, "serviceNotAvailable", RetryAfter: 0, AfterEffect: true));

        var outcome = (await Library.StoreAsync(Path, "en"u8.ToArray(), seen: null, Ct)).Value;

        Assert.IsType<StoreOutcome.Unchanged>(outcome);
        Assert.Empty(_bench.File(Path)!.Earlier);
    }

    [Fact]
    public async Task Store_WhileGraphThrottles_WaitsAsLongAsItSays()
    {
        _bench.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", 429, "tooManyRequests", RetryAfter: 1));

        await StoreAsync<StoreOutcome.Stored>("en");
    }

    [Theory]
    [InlineData(503, typeof(LibraryIsUnavailable))]
    [InlineData(403, typeof(SharePointRefused))]
    [InlineData(423, typeof(DocumentIsLocked))]
    [InlineData(507, typeof(SharePointIsFull))]
    public async Task Store_ThatGraphRefuses_IsAnErrorThatAPersonCanActOn(int status, Type expected)
    {
        _bench.Graph.StandIn.Faults.Add(new Fault("PUT", "Chefforum", status, "refused", RetryAfter: 0), times: 9);

        var result = await Library.StoreAsync(Path, "en"u8.ToArray(), seen: null, Ct);

        Assert.IsType(expected, result.Error);
    }

    [Fact]
    public async Task Find_WhileGraphIsAway_ThrowsWithTheReason()
    {
        _bench.Graph.StandIn.Faults.Add(new Fault("GET", "root:", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        var thrown = await Assert.ThrowsAsync<DocumentLibraryException>(() => Library.FindAsync(Path, Ct));

        Assert.IsType<LibraryIsUnavailable>(thrown.Reason);
    }

    [Fact]
    public async Task Site_ThatWasNotGiven_IsNamedAsMissingPermission()
    {
        _bench.Drives.Site.Role = null;

        Assert.IsType<SharePointRefused>((await Library.StoreAsync(Path, "en"u8.ToArray(), null, Ct)).Error);
    }

    [Fact]
    public async Task List_OverSeveralPages_HasEveryFileAndNoFolder()
    {
        _bench.Drives.PageSize = 2;
        foreach (var number in Enumerable.Range(1, 5))
            _bench.Drives.Library.Edit($"Chefforum/2026/Bilag {number}.docx", [(byte)number]);

        var listed = await Library.ListAsync("Chefforum/2026", Ct);

        Assert.Equal(["Bilag 1.docx", "Bilag 2.docx", "Bilag 3.docx", "Bilag 4.docx", "Bilag 5.docx"], listed.Select(document => document.Path.Name));
        Assert.Empty(await Library.ListAsync("Chefforum/2027", Ct));
    }

    [Fact]
    public async Task Open_FollowsTheRedirectWithoutTheToken()
    {
        await StoreAsync<StoreOutcome.Stored>("en");

        await using var content = await Library.OpenAsync(Path, Ct);
        using var reader = new StreamReader(content!);

        Assert.Equal("en", await reader.ReadToEndAsync(Ct));
        var download = Assert.Single(_bench.Graph.StandIn.Requests, request => request.Path.StartsWith("/sharepoint/", StringComparison.Ordinal));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Null(await Library.OpenAsync(Path.Numbered(2), Ct));
    }

    [Fact]
    public async Task Pdf_IsGraphsOwnRendering_FetchedWithoutTheToken()
    {
        await StoreAsync<StoreOutcome.Stored>("en");

        var pdf = (await Library.ConvertToPdfAsync(Path, Ct)).Value;

        Assert.True(pdf.Span.StartsWith("%PDF-1.7"u8));
        var download = Assert.Single(_bench.Graph.StandIn.Requests, request => request.Path.StartsWith("/sharepoint/", StringComparison.Ordinal));
        Assert.DoesNotContain("Authorization", download.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Describe_WithoutColumns_LeavesTheDocumentAsItIs()
    {
        var stored = (await StoreAsync<StoreOutcome.Stored>("en")).Document;

        Assert.Equal(stored, (await Library.DescribeAsync(stored, Facts(), Ct)).Value);
    }

    [Fact]
    public async Task Describe_SetsTheColumnsThatAreThere_AndKnowsTheNewVersionAsItsOwn()
    {
        foreach (var column in new[] { "KlyngeForum", "KlyngeMoededato", "KlyngeStatus" })
            _bench.Drives.Library.Columns[column] = column;

        var stored = (await StoreAsync<StoreOutcome.Stored>("en")).Document;
        var described = (await Library.DescribeAsync(stored, Facts(), Ct)).Value;

        Assert.Equal(
            [("KlyngeForum", "Chefforum"), ("KlyngeMoededato", "2026-02-03T12:00:00Z"), ("KlyngeStatus", "Kladde")],
            _bench.File(Path)!.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.NotEqual(stored.Version, described.Version);
        await StoreAsync<StoreOutcome.Stored>("to", described.Version);
    }

    [Fact]
    public async Task Describe_OfAVersionThatIsGone_SetsNothingAndStillSeesTheChange()
    {
        _bench.Drives.Library.Columns["KlyngeStatus"] = "Status";
        var stored = (await StoreAsync<StoreOutcome.Stored>("en")).Document;
        _bench.Drives.Library.Edit(Path.ToString(), "rettet"u8.ToArray());

        var described = (await Library.DescribeAsync(stored, Facts(), Ct)).Value;

        Assert.Equal(stored.Version, described.Version);
        Assert.Empty(_bench.File(Path)!.Columns);
        await StoreAsync<StoreOutcome.ChangedByOthers>("to", described.Version);
    }

    private static DocumentFacts Facts() => new("Chefforum", new LocalDate(2026, 2, 3), "Kladde", "EMN-2026-00123");

    private async Task<T> StoreAsync<T>(string content, string? seen = null)
        where T : StoreOutcome =>
        Assert.IsType<T>((await Library.StoreAsync(Path, System.Text.Encoding.UTF8.GetBytes(content), seen, Ct)).Value);
}
