using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Two people have the same case open: the second to save is told, and both texts are there to choose from.</summary>
public sealed class TwoWritersTests : ProcedureTest
{
    private WrittenProcedureId _draft;

    [Fact]
    public async Task Draft_ThatAnotherHasSaved_IsNotOverwritten_AndBothTextsAreShown()
    {
        await DraftAsync();
        await SaveAsync(Board.Secretary, "Sofies titel", version: 1);

        var asked = await SaveAsync(Board.Chair, "Karens titel", version: 1);

        Assert.Equal("Sofies titel", (await Fixture.ReadAsync(_draft)).Case.Title);
        Assert.Contains("En anden har gemt en ændring, mens du skrev.", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Karens titel\"", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Sofies titel\"", asked.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\":\"Programmet begynder til september.\"", asked.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WithTheChoiceMade_IsSavedAsChosen()
    {
        await DraftAsync();
        await SaveAsync(Board.Secretary, "Sofies titel", version: 1);
        var asked = await SaveAsync(Board.Chair, "Karens titel", version: 1);

        var theirs = (await Chat.PressAsync(Board.Chair, asked.Card(), "Brug den gemte tekst")).Text();
        Assert.Contains("\"value\":\"Sofies titel\"", theirs, StringComparison.Ordinal);
        Assert.Contains("Gem min tekst i stedet", asked.Text(), StringComparison.Ordinal);
        await SaveAsync(Board.Chair, "Karens titel", version: 2);

        Assert.Equal("Karens titel", (await Fixture.ReadAsync(_draft)).Case.Title);
    }

    [Fact]
    public async Task Draft_SentTwiceFromOneForm_IsSavedOnce()
    {
        await DraftAsync();
        await SaveAsync(Board.Secretary, "Ny titel", version: 1);

        var again = await SaveAsync(Board.Secretary, "Ny titel", version: 1);

        Assert.DoesNotContain("En anden har gemt", again.Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await Fixture.ReadAsync(_draft)).Revision);
    }

    [Fact]
    public async Task Preview_OfADraftThatAnotherHasChanged_IsShownAgain_AndNothingIsSentOut()
    {
        await DraftAsync();
        var preview = (await Chat.PressAsync(Board.Chair, "procedure.preview", Named(_draft))).Card();
        await SaveAsync(Board.Secretary, "Sofies titel", version: 1);

        var again = await Chat.PressAsync(Board.Chair, preview, "Send ud til 4 medlemmer");

        Assert.Equal(ProcedureStatus.Draft, (await Fixture.ReadAsync(_draft)).Status);
        Assert.Contains("En anden har ændret kladden", again.Text(), StringComparison.Ordinal);
        Assert.Contains("Sofies titel", again.Text(), StringComparison.Ordinal);
        await Chat.PressAsync(Board.Chair, again.Card(), "Send ud til 4 medlemmer");
        Assert.Equal(ProcedureStatus.Open, (await Fixture.ReadAsync(_draft)).Status);
    }

    [Fact]
    public async Task OpenCase_WhoseDeadlineAnotherHasMoved_DoesNotGetTheOldOneBackSilently()
    {
        await AmendAsync(Board.Secretary, date: "2026-01-30");

        var asked = await AmendAsync(Board.Chair, title: "Ny titel", reason: "Titlen er rettet");

        var after = await Fixture.ReadAsync(Case);
        Assert.Equal(("2026-01-30", 1), (ProcedureForm.Of(after.Case, after.Deadline).Date, after.Version));
        Assert.Contains("fredag d. 30. januar 2026", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Ny titel\"", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Titlen er rettet\"", asked.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenCase_InTheForm_IsNoDraft_AndEachButtonSaysWhoHears()
    {
        await Fixture.VoteAsync(Board.Member, Case);

        var form = (await Chat.PressAsync(Board.Secretary, "procedure.amend.form", Named())).Text();

        Assert.DoesNotContain("Kladde", form, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Åben\"", form, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Send igen til 4 medlemmer\"", form, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Flyt kun svarfristen, og giv 3 personer besked\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheDeadline_WithTheTextChangedToo_IsAskedAbout_AndNobodyHears()
    {
        var before = (await SentToAsync(Board.Doctor)).Count;

        var asked = await AmendAsync(Board.Secretary, title: "Ny titel", date: "2026-01-30", reason: "Rettet", only: true);

        Assert.Contains("Du har også ændret sagen, så svarfristen er ikke flyttet.", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Ny titel\"", asked.Text(), StringComparison.Ordinal);
        Assert.Equal(before, (await SentToAsync(Board.Doctor)).Count);
        Assert.Equal((1, ProcedureFixture.Deadline), await StateAsync());
        await AmendAsync(Board.Secretary, date: "2026-01-30", only: true);
        Assert.Equal(before + 1, (await SentToAsync(Board.Doctor)).Count);
        Assert.Equal(1, (await StateAsync()).Version);
    }

    [Fact]
    public async Task Recused_KeepTheirReasonOffTheNextAgenda()
    {
        var meeting = await Board.AddMeetingAsync();
        await Fixture.VoteAsync(Board.Member, Case, Answer.Recused, "Min søster er ansat dér.");
        await Fixture.VoteAsync(Board.Doctor, Case, Answer.ApproveWithRemarks, "Husk almen praksis.");

        await Fixture.CloseAsync(Board.Secretary, Case);

        await using var db = Board.Open();
        var item = Assert.Single(await Application.Agendas.AgendaQueries.ItemsOnAgendaAsync(db, meeting.Id));
        var texts = string.Join('\n', item.Content.Sections.Select(section => section.Text));
        Assert.DoesNotContain("søster", texts, StringComparison.Ordinal);
        Assert.Contains("Husk almen praksis.", texts, StringComparison.Ordinal);
    }

    private async Task<(int Version, NodaTime.Instant Deadline)> StateAsync()
    {
        var procedure = await Fixture.ReadAsync(Case);
        return (procedure.Version, procedure.Deadline);
    }

    private async Task DraftAsync() => _draft = await Fixture.DraftAsync();

    private object Named(WrittenProcedureId id) => new { forum = Board.Forum.Id.Value, procedure = id.Value };

    private Task<ChatReply> SaveAsync(Person by, string title, int version) =>
        Chat.PressAsync(by, "procedure.draft", Form(_draft, title, ProcedureFixture.Form.Date, reason: null, version, only: false));

    private Task<ChatReply> AmendAsync(Person by, string? title = null, string? date = null, string? reason = null, int version = 1, bool only = false) =>
        Chat.PressAsync(by, "procedure.amend", Form(Case, title ?? ProcedureFixture.Form.Title, date ?? ProcedureFixture.Form.Date, reason, version, only));

    private object Form(WrittenProcedureId id, string title, string date, string? reason, int version, bool only) => new
    {
        forum = Board.Forum.Id.Value,
        procedure = id.Value,
        title,
        summary = ProcedureFixture.Form.Summary,
        presentation = ProcedureFixture.Form.Presentation,
        recommendations = ProcedureFixture.Form.Recommendations,
        attachments = ProcedureFixture.Form.Attachments,
        date,
        time = ProcedureFixture.Form.Time,
        reason,
        version,
        onlyDeadline = only ? "true" : null,
        links = "",
    };
}
