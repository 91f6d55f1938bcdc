using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agreements;

/// <summary>
/// The whole way of a promise: in a decision of one meeting, found and confirmed, among the coming items, on the agenda of the next, decided,
/// and told under »Opfølgning« at the one after, in the minutes in Word as well.
/// </summary>
public sealed class AgreementJourneyTests : IAsyncLifetime
{
    private const string Promise = "Ventetiderne tages op igen på et møde i februar.";
    private const string Decision = "Ventetiderne skal ned til fire uger.";
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting[] _meetings = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _meetings = [await _board.AddMeetingAsync(1), await _board.AddMeetingAsync(29), await _board.AddMeetingAsync(57)];
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Promise_GoesFromOneMeetingToTheNext_AndTheOneAfterReadsWhatBecameOfIt()
    {
        var secretary = TestBoard.As(_board.Secretary);
        var promised = (await _chat.Get<AddItem>().HandleAsync(secretary, new(_board.Forum.Id, _meetings[0].Id, new AgendaItemContent { Title = "Ventetider i psykiatrien" }), default)).Value.Id;
        await HoldAsync(0, () => DecideAsync(promised, $"Rådet drøftede sagen. {Promise}"));
        await FollowUpAsync();

        // It waits, wanted in February, and goes on the meeting that is then.
        var list = (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowComingItems(null))).Card();
        Assert.Contains("ønskes i februar · aftalt 14. januar 2026", list.Text().Replace("på et møde ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var card = await _chat.PressAsync(_board.Secretary, list, "Åbn");
        var form = await _chat.PressAsync(_board.Secretary, card.Card(), "Sæt på dagsorden");
        Assert.Contains($"\"value\":\"{_meetings[1].Id.Value:N}\"", form.Text(), StringComparison.Ordinal);
        await using var db = _board.Open();
        var coming = await db.ComingItems.SingleAsync();
        await _chat.PressAsync(_board.Secretary, "coming.place", new { forum = _board.Forum.Id.Value, coming = coming.Id.Value, target = _meetings[1].Id.Value });
        await _chat.Get<PlanDeadlines>().HandleAsync(default);
        var agenda = (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgenda(null, _meetings[1].Date))).Text();
        Assert.Contains("Ventetider i psykiatrien", agenda, StringComparison.Ordinal);
        Assert.Contains("Opfølgning", agenda, StringComparison.Ordinal);

        var item = (await db.AgendaItems.Where(one => one.MeetingId == _meetings[1].Id).ToListAsync()).Single(one => one.Content.Title == "Ventetider i psykiatrien");
        await HoldAsync(1, () => DecideAsync(item.Id, Decision));
        var second = Word(1);
        Assert.Contains("Punktet følger af en beslutning i Chefforum d. 14. januar 2026.", second, StringComparison.Ordinal);
        Assert.Contains(Decision, second, StringComparison.Ordinal);
        Assert.DoesNotContain("Ventetider", (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);

        await HoldAsync(2, () => Task.CompletedTask);
        var third = Word(2);
        Assert.Contains("Opfølgning", third, StringComparison.Ordinal);
        Assert.Contains($"{Promise} (aftalt 14. januar 2026, behandlet 11. februar 2026: {Decision})", third, StringComparison.Ordinal);
    }

    /// <summary>Begun on its hour, ended with its decisions, its minutes written.</summary>
    private async Task HoldAsync(int index, Func<Task> decide)
    {
        var (secretary, meeting) = (TestBoard.As(_board.Secretary), _meetings[index]);
        _board.Clock.Advance(meeting.Time.StartInstant - _board.Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        Assert.True((await _chat.Get<BeginMeeting>().HandleAsync(secretary, new(_board.Forum.Id, meeting.Id, IsSure: true), default)).IsSuccess);
        await decide();
        _board.Clock.Advance(Duration.FromHours(2));
        Assert.True((await _chat.Get<FinishMeeting>().HandleAsync(secretary, new(_board.Forum.Id, meeting.Id, IsSure: true), default)).IsSuccess);
        await _chat.Get<PlanDeadlines>().HandleAsync(default);
        Assert.True((await _chat.Get<WriteMinutes>().HandleAsync(secretary, new(_board.Forum.Id, meeting.Id), default)).IsSuccess);
        await _chat.Get<StoreUploads>().HandleAsync(default);
    }

    private async Task DecideAsync(AgendaItemId item, string decision) => Assert.True(
        (await _chat.Get<RecordDecision>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, item, decision), default)).IsSuccess);

    /// <summary>»Følg op« with what the card has chosen.</summary>
    private async Task FollowUpAsync()
    {
        await using var db = _board.Open();
        var found = await db.FoundDeadlines.SingleAsync();
        var shown = await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Found, new { forum = _board.Forum.Id.Value });
        Assert.Contains(Promise, shown.Text(), StringComparison.Ordinal);
        var data = JsonSerializer.SerializeToNode(new { forum = _board.Forum.Id.Value, found = found.Id.Value, all = found.Id.Value.ToString("N") })!.AsObject();
        data[$"date{found.Id.Value:N}"] = $"{_meetings[1].Date:uuuu-MM-dd}";
        data[$"target{found.Id.Value:N}"] = _board.Forum.Id.Value.ToString("N");
        Assert.Contains("Følges op", (await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Accept, data)).Text(), StringComparison.Ordinal);
    }

    private string Word(int index)
    {
        var file = Path.Combine(_chat.Documents, "Chefforum", "2026", $"Referat Chefforum {_meetings[index].Date:uuuu-MM-dd}.docx");
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
