using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>
/// The morning's one message: members' proposals and sentences that may be deadlines come along with the deadlines, on both databases. The
/// board's own day is Tuesday 13 January 2026, 9.00.
/// </summary>
public abstract class WaitingAnswersTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : WaitingAnswersTests(TestStore.Sqlite);

    public sealed class OnPostgres() : WaitingAnswersTests(TestStore.Postgres);

    private const string Sentence = "Der er deadline for udpegning af deltagere d. 30. april 2026.";
    private DeadlineFixture _fixture = null!;
    private Meeting _meeting = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CreateAsync(store);
        _meeting = await Board.AddMeetingAsync(daysAhead: 70);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Morning_AfterProposalsAndFoundDeadlines_IsOneMessageWithTheDeadlines()
    {
        await ProposeAsync("Vagtplan");
        await ProposeAsync("Budget");
        await FindAsync();
        await _fixture.SetAsync(On(2026, 1, 28));
        _fixture.MoveTo(On(2026, 1, 14), 8);

        Assert.Equal(["Sofie Bech: 1 frist, 2 forslag og 1 mulig frist venter på dig"], await _fixture.SweepAsync());
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 14), 16);
        Assert.Empty(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Morning_WithNothingButProposals_IsOneMessage_ThenQuietForAWeek()
    {
        await ProposeAsync("Vagtplan");
        var sent = new List<string>();
        for (var day = On(2026, 1, 13); day <= On(2026, 1, 30); day = day.PlusDays(1))
        {
            _fixture.MoveTo(day, day == On(2026, 1, 13) ? 16 : 8);
            sent.AddRange((await _fixture.SweepAsync()).Select(one => $"{day.ToString("MM-dd", null)} {one}"));
        }

        Assert.Equal(
            ["01-14 Sofie Bech: 1 forslag venter på dig", "01-21 Sofie Bech: 1 forslag venter på dig", "01-28 Sofie Bech: 1 forslag venter på dig"], sent);
    }

    [Fact]
    public async Task Morning_AfterANewProposal_DoesNotWaitForTheWeekToPass()
    {
        await ProposeAsync("Vagtplan");
        _fixture.MoveTo(On(2026, 1, 14), 8);
        await _fixture.SweepAsync();
        _fixture.MoveTo(On(2026, 1, 14), 10);
        await ProposeAsync("Budget");

        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 15), 8);

        Assert.Equal(["Sofie Bech: 2 forslag venter på dig"], await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Weekend_WaitsForMonday()
    {
        _fixture.MoveTo(On(2026, 1, 16), 12);
        await ProposeAsync("Vagtplan");
        foreach (var (day, hour) in new[] { (17, 9), (18, 9), (19, 7) })
        {
            _fixture.MoveTo(On(2026, 1, day), hour);
            Assert.Empty(await _fixture.SweepAsync());
        }

        _fixture.MoveTo(On(2026, 1, 19), 8);

        Assert.Equal(["Sofie Bech: 1 forslag venter på dig"], await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Answered_NoLongerWaits()
    {
        var proposal = await ProposeAsync("Vagtplan");
        await FindAsync();
        await _fixture.PressAsync(Board.Secretary, AgendaVerbs.Accept, new { forum = Board.Forum.Id.Value, meeting = _meeting.Id.Value, item = proposal.Value, target = _meeting.Id.Value });
        var asked = await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Found, new { forum = Board.Forum.Id.Value });
        Assert.Contains(Sentence, asked.Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, asked.Card(), "Ikke en frist");
        _fixture.MoveTo(On(2026, 1, 14), 8);

        Assert.Empty(await _fixture.SweepAsync());
        var none = await _fixture.PressAsync(Board.Secretary, DeadlineVerbs.Found, new { forum = Board.Forum.Id.Value });
        Assert.Contains("ikke flere mulige frister", Assert.IsType<Application.Chat.ChatReply.Words>(none).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_HasTheWayToEach()
    {
        await ProposeAsync("Vagtplan");
        await FindAsync();
        await using var db = Board.Open();
        var waiting = (await WaitingAnswers.LoadAsync(db, Board.Today, Board.Clock.GetCurrentInstant()))[Board.Secretary.Id];

        var card = DeadlineDigestCard.Build([], waiting, Board.Today);

        Assert.Contains("Vagtplan", (await _fixture.Chat.PressAsync(Board.Secretary, card, "Behandl forslag (1)")).Text(), StringComparison.Ordinal);
        Assert.Contains(Sentence, (await _fixture.Chat.PressAsync(Board.Secretary, card, "Se dem (1)")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_AreNotToldOfWhatTheSecretariatAnswers()
    {
        await ProposeAsync("Vagtplan");
        await _fixture.SetAsync(On(2026, 1, 28), "Mads Holt");
        _fixture.MoveTo(On(2026, 1, 14), 8);

        Assert.Equal(
            ["Mads Holt: Husk fristen: Udpegning til ledelsesprogrammet", "Sofie Bech: 1 frist og 1 forslag venter på dig"], await _fixture.SweepAsync());
    }

    private async Task<AgendaItemId> ProposeAsync(string title)
    {
        var request = new AddItemRequest(Board.Forum.Id, _meeting.Id, new AgendaItemContent { Title = title });
        return (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Member), request, default)).Value.Id;
    }

    private async Task FindAsync()
    {
        var content = new AgendaItemContent { Title = "Udpegning", Sections = [new("Sagsfremstilling", Sentence)] };
        await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new AddItemRequest(Board.Forum.Id, _meeting.Id, content), default);
    }
}
