using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Forums.Members.Pages;

/// <summary>Members from a pasted table or a file on a page: notes and doubts first, then the confirmation, of just what was looked at.</summary>
public sealed class TableFormTests : IAsyncLifetime
{
    private const string Text = "Navn;Rolle;Organisation;Parti\nIda Lund;medlem;Egholt Kommune;A\nMads Holt;medlem;Birkelse Kommune;V";

    private TestBoard _board = null!;
    private FormBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _bench = new FormBench(_board);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Table_IsLookedAtWithItsNotes_AndConfirmedOnce(bool fromFile)
    {
        var form = await _bench.OpenAsync(ForumFormKind.Table);
        var proposal = await _bench.ProposeAsync(fromFile ? FormBench.Typed(form) with { File = Text } : FormBench.Typed(form, ("table", Text.ReplaceLineEndings("\r\n"))));

        Assert.Equal(3, proposal.Proposal!.Changes.Count);
        Assert.StartsWith("Ikke i tabellen: Karen Ravn", Assert.Single(proposal.Notes), StringComparison.Ordinal);
        Assert.Equal((6, 0), await _bench.CountAsync());
        Assert.Equal(3, (await _bench.ConfirmAsync(FormBench.Seen(proposal))).Done!.Changes.Count);
        Assert.Empty((await _bench.ConfirmAsync(FormBench.Seen(proposal))).Done!.Changes);
        Assert.Equal((7, 1), await _bench.CountAsync());
    }

    [Fact]
    public async Task Doubts_AreSentences_WithTheLineThatPeopleCount_AndTheTableStays()
    {
        const string Doubtful = "Navn;Rolle\n\n\nMads Holt;bisidder\nLene Aagaard;medlem;x\n";
        var answer = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Table), ("table", Doubtful)));

        Assert.Null(answer.Proposal);
        Assert.Equal(2, answer.Problems.Count);
        Assert.StartsWith("Linje 4: rollen »bisidder«", answer.Problems[0], StringComparison.Ordinal);
        Assert.StartsWith("Linje 5: ", answer.Problems[1], StringComparison.Ordinal);
        Assert.Equal(Doubtful.TrimEnd(), answer.Of("table"));
    }

    [Fact]
    public async Task FileThatCannotBeRead_AndAFileBesideATable_AreSentences_AndWhatWasPastedStays()
    {
        var form = await _bench.OpenAsync(ForumFormKind.Table);

        Assert.Equal(["Filen er i stykker."], (await _bench.ProposeAsync(FormBench.Typed(form) with { FileProblem = "Filen er i stykker." })).Problems);
        var both = await _bench.ProposeAsync(FormBench.Typed(form, ("table", Text)) with { File = "Navn\nBo" });
        Assert.Equal((Text, 1), (both.Of("table"), both.Problems.Count));
        Assert.Equal(["Der står ingen tabel. Sæt den ind, eller vælg en fil."], (await _bench.ProposeAsync(FormBench.Typed(form, ("table", " \r\n ")))).Problems);
        Assert.Contains("for stor", Assert.Single((await _bench.ProposeAsync(FormBench.Typed(form, ("table", "Navn\n" + new string('x', 600_000))))).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableThatTheForumHasOvertaken_IsANewProposal()
    {
        var proposal = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Table), ("table", Text)));
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, await _bench.SeatAsync(_board.Member)), ("party", "B")));

        var answer = await _bench.ConfirmAsync(FormBench.Seen(proposal));

        Assert.Contains("er ændret, siden du så forslaget", Assert.Single(answer.Problems), StringComparison.Ordinal);
        Assert.Contains(answer.Proposal!.Changes, change => change.Detail == "parti: B → V");
        Assert.NotNull((await _bench.ConfirmAsync(FormBench.Seen(answer))).Done);
    }

    /// <summary>What does not fit a field is refused before anything reads it.</summary>
    [Fact]
    public async Task FieldThatIsFarTooLong_IsRefusedAtOnce()
    {
        var answer = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.AddMember), ("name", new string('x', 3_000_000)), ("organisation", "Egholt")));

        Assert.Equal(["Noget er for langt til sit felt."], answer.Problems);
        Assert.Contains("højst 4.000 tegn", answer.Fields.Single(field => field.Name == "name").Problem, StringComparison.Ordinal);
    }
}
