using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Simulated.Http;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>What is closed lies where those entitled read alone: a place that others read takes nothing, and what moves there keeps no sharing.</summary>
public sealed class SharePointClosedPlaceTests : IAsyncLifetime
{
    private static readonly DocumentPath Path = SharePointFixture.Minutes;

    private SharePointFixture _fixture = null!;

    private IDocumentLibrary Library => _fixture.Library;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

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
        var path = SharePointFixture.Minutes.AsClosed();
        Stand(folder);

        var stored = await _fixture.Library.StoreAsync(path, "x"u8.ToArray(), seen: null, Ct);

        Assert.Equal(refusal is null, stored.IsSuccess);
        Assert.Equal(refusal is null, stored.Error is not ClosedPlaceProblem);
        Assert.Contains(refusal ?? string.Empty, stored.Error?.Text ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(refusal is null, _fixture.File(path) is not null);
        Assert.Empty(_fixture.Graph.StandIn.Unexpected);
    }

    /// <summary>Graph keeps sharing links when it moves a file, so the bot takes them back: one made in an open folder would open a closed document.</summary>
    [Fact]
    public async Task Move_ToTheClosedPlace_KeepsContentAndVersions_AndTakesBackWhatItWasSharedBy()
    {
        var first = await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        await _fixture.StoreAsync<StoreOutcome.Stored>("to", first.Document.Version);
        _fixture.Drives.Share(_fixture.Drives.Library, Path.ToString());
        var to = DocumentPath.Of("Chefforum", 2026, "Bilag (låst 01)").AsClosed();

        var moved = await Library.MoveAsync(Path, to, Ct);
        var again = await Library.MoveAsync(Path, to, Ct);

        Assert.Equal(to, Assert.IsType<MoveOutcome.Moved>(moved.Value).Document.Path);
        Assert.IsType<MoveOutcome.Moved>(again.Value);
        Assert.Null(_fixture.File(Path));
        Assert.Equal("to"u8.ToArray(), _fixture.File(to)!.Content);
        Assert.Equal(["en"u8.ToArray()], _fixture.File(to)!.Earlier);
        Assert.Empty(_fixture.File(to)!.Sharing);
        Assert.Empty(_fixture.Graph.StandIn.Unexpected);
    }

    /// <summary>The answer to one of the steps is lost on the way; the next attempt finds what it did.</summary>
    [Theory]
    [InlineData("PATCH", "/items/")]
    [InlineData("DELETE", "/permissions/")]
    [InlineData("POST", ":/children")]
    public async Task Move_WhoseAnswerIsLost_IsFinishedByTheNext(string method, string path)
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        _fixture.Drives.Share(_fixture.Drives.Library, Path.ToString());
        var to = Path.AsClosed();
        _fixture.Graph.StandIn.Faults.Add(new Fault(method, path, 500, "generalException", AfterEffect: true));

        await Library.MoveAsync(Path, to, Ct);
        var again = await Library.MoveAsync(Path, to, Ct);

        Assert.IsType<MoveOutcome.Moved>(again.Value);
        Assert.Null(_fixture.File(Path));
        Assert.Equal("en"u8.ToArray(), _fixture.File(to)!.Content);
        Assert.Empty(_fixture.File(to)!.Sharing);
    }

    /// <summary>The role »write« on a site may not be enough to take sharing back: the document has moved, and what is left is said.</summary>
    [Fact]
    public async Task Move_OfWhatIsSharedByALinkThatTheBotMayNotTakeBack_SaysSo_AndIsDoneOnceTheOwnerHas()
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        _fixture.Drives.Share(_fixture.Drives.Library, Path.ToString());
        _fixture.Graph.StandIn.Faults.Add(new Fault("DELETE", "/permissions/", 403, "accessDenied"));

        var refused = await Library.MoveAsync(Path, Path.AsClosed(), Ct);
        _fixture.File(Path.AsClosed())!.Sharing.Clear();

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
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        Stand(folder);

        Assert.IsType(refusal, (await Library.MoveAsync(Path, Path.AsClosed(), Ct)).Error);
        Assert.NotNull(_fixture.File(Path));
    }

    [Fact]
    public async Task Move_OverAnother_OfNothing_AndOfWhatSomebodyHasOpen()
    {
        await _fixture.StoreAsync<StoreOutcome.Stored>("en");
        var other = DocumentPath.Of("Chefforum", 2026, "Et andet").AsClosed();
        await Library.StoreAsync(other, "to"u8.ToArray(), seen: null, Ct);
        _fixture.File(Path)!.IsLocked = true;

        Assert.IsType<MoveOutcome.NameTaken>((await Library.MoveAsync(Path, other, Ct)).Value);
        Assert.IsType<MoveOutcome.Nothing>((await Library.MoveAsync(DocumentPath.Of("Chefforum", 2026, "Intet"), Path.AsClosed(), Ct)).Value);
        Assert.IsType<DocumentIsLocked>((await Library.MoveAsync(Path, Path.AsClosed(), Ct)).Error);
        Assert.Equal("to"u8.ToArray(), _fixture.File(other)!.Content);
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
        _fixture.Drives.Library.ReadersOf = folder => folder == "Chefforum/Lukket" ? readers : SimulatedReader.Site;
        if (how == "unreadable")
            _fixture.Graph.StandIn.Faults.Add(new Fault("GET", "/permissions", 403, "accessDenied"), times: 9);
    }
}
