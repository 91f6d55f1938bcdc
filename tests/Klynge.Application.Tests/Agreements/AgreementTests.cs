using System.Text.Json;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Minutes;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agreements;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agreements;

/// <summary>A promise in a decision: offered with its sentence, followed up by one press, and told at the next meeting.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const string Sentence = "Ventetiderne tages op igen i Direktørforum på et senere møde.";
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _first = null!;
    private Meeting _next = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _first = await _board.AddMeetingAsync(1);
        _next = await _board.AddMeetingAsync(29);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Promise_IsOfferedWithItsSentence_AndTheDayOfTheNextMeeting()
    {
        await DecideAsync($"Rådet drøftede sagen. {Sentence}");

        var card = await CardToSecretaryAsync();
        Assert.Contains("Er det en aftale?", card, StringComparison.Ordinal);
        Assert.Contains(Sentence, card, StringComparison.Ordinal);
        Assert.Contains("Sættes på dagsordenen · Direktørforum · på et senere møde", card, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{_next.Date:uuuu-MM-dd}\"", card, StringComparison.Ordinal);
        var found = await FoundAsync();
        Assert.Equal((AgreementKind.Agenda, "Direktørforum", "på et senere møde"), (found.Agreement, found.Forum, found.Trigger));
    }

    [Fact]
    public async Task Promise_ThatIsRefused_IsNotOfferedAgain()
    {
        var item = await DecideAsync(Sentence);
        var refused = await AnswerAsync(DeadlineVerbs.Dismiss);
        Assert.Contains("Afvist som aftale", refused.Text(), StringComparison.Ordinal);

        await DecideAsync($"Godkendt. {Sentence}", item);

        await using var db = _board.Open();
        Assert.Single(await db.FoundDeadlines.ToListAsync());
        Assert.Empty(await db.Deadlines.Where(one => one.Kind == DeadlineKind.Agreement).ToListAsync());
    }

    [Fact]
    public async Task Agreement_StandsInTheCasesOfWhoSeesToIt_UntilItIsDone()
    {
        var agreement = Deadline.Set(
            new NewDeadline(_board.Forum.Id, "Mads spørger regionen", _board.Today.PlusDays(20), DeadlineKind.Agreement) { Responsible = new Responsible(_board.Member.Id, null) },
            _board.Secretary.Id,
            _board.Clock.GetCurrentInstant());
        await _board.AddAsync(agreement);

        var own = (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMyCases())).Text();
        Assert.Contains("Aftaler, du følger op på", own, StringComparison.Ordinal);
        Assert.Contains("Mads spørger regionen", own, StringComparison.Ordinal);
        foreach (var other in new[] { _board.Doctor, _board.Secretary })
            Assert.DoesNotContain("Mads spørger regionen", (await _chat.SayAsync(other, new ChatCommand.ShowMyCases())).Text(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Member, DeadlineVerbs.Finish, Data(agreement));
        Assert.DoesNotContain("Mads spørger regionen", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMyCases())).Text(), StringComparison.Ordinal);
    }

    /// <summary>The whole way: promised in one meeting, on the agenda of the next under »Opfølgning«, with what became of it, and in its minutes.</summary>
    [Fact]
    public async Task Promise_ThatIsFollowedUp_StandsUnderOpfølgningAtTheNextMeeting_WithWhatBecameOfIt()
    {
        await DecideAsync(Sentence);
        await AnswerAsync(DeadlineVerbs.Accept);
        Assert.Contains("Ventetiderne tages op igen", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);

        // While the meeting of the promise is ahead the item is on it; once that is held, the sweep puts it on the next.
        await HoldAsync(_first);
        _board.Clock.Advance(Duration.FromDays(2));
        await _chat.Get<DeadlineJobs>().SweepAsync(_board.Clock.GetCurrentInstant(), default);
        Assert.Contains($"- {Sentence} (aftalt 14. januar 2026, åben, følges op 11. februar 2026)", await FollowUpAsync(), StringComparison.Ordinal);

        var agreement = await AgreementAsync();
        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Finish, Data(agreement));

        Assert.Contains("færdig 15. januar 2026", await FollowUpAsync(), StringComparison.Ordinal);
        await using var db = _board.Open();
        var minutes = await BuildMinutes.FromAsync(db, _board.Forum, await db.Meetings.SingleAsync(one => one.Id == _next.Id));
        Assert.Contains(minutes.Items, item => item.Title == "Opfølgning" && item.Sections.Any(section => section.Text.Contains("færdig", StringComparison.Ordinal)));
        Assert.DoesNotContain("Ventetiderne tages op igen", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_IsDroppedWithAReason_WhichTheNextMeetingReads_AndUndoTakesBack()
    {
        await DecideAsync(Sentence);
        await AnswerAsync(DeadlineVerbs.Accept);
        var agreement = await AgreementAsync();
        var form = await _chat.PressAsync(_board.Chair, AgreementVerbs.DropForm, Data(agreement));
        Assert.Contains("Drop aftalen?", form.Text(), StringComparison.Ordinal);
        Assert.IsType<ChatReply.Refused>(await _chat.PressAsync(_board.Chair, AgreementVerbs.Drop, Data(agreement, reason: " ")));

        var dropped = await _chat.PressAsync(_board.Chair, AgreementVerbs.Drop, Data(agreement, reason: "Løst af regionen"));

        Assert.Contains("droppet: Løst af regionen", await FollowUpAsync(_first), StringComparison.Ordinal);
        await _chat.PressAsync(_board.Chair, dropped.Card(), "Fortryd");
        Assert.Contains("åben", await FollowUpAsync(_first), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Member, AgreementVerbs.Drop, Data(agreement, reason: "Nej"))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Agreement_IsCorrected_AndOpfølgningSaysSo()
    {
        await DecideAsync(Sentence);
        await AnswerAsync(DeadlineVerbs.Accept);
        var agreement = await AgreementAsync();

        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Edit, new { forum = _board.Forum.Id.Value, deadline = agreement.Id.Value, version = agreement.Version, title = "Ventetider til Direktørforum", date = "2026-03-02", responsible = "Lene Aagaard" });

        Assert.Equal(("Ventetider til Direktørforum", Sentence), ((await AgreementAsync()).Title, (await AgreementAsync()).Quote));
        Assert.Contains("- Ventetider til Direktørforum (aftalt 14. januar 2026, åben, følges op 2. marts 2026)", await FollowUpAsync(_first), StringComparison.Ordinal);
    }

    /// <summary>Everybody reads the agenda: of a closed item it says only that there is an agreement.</summary>
    [Fact]
    public async Task Agreement_OfAClosedItem_HasNoWordsUnderOpfølgning()
    {
        await DecideAsync(Sentence, isClosed: true);
        await AnswerAsync(DeadlineVerbs.Accept);

        var text = await FollowUpAsync(_first);
        Assert.Contains(AgreementTexts.Closed, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ventetiderne", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opfølgning_ThatIsTakenOffTheAgenda_StaysOff()
    {
        await DecideAsync(Sentence);
        await AnswerAsync(DeadlineVerbs.Accept);
        await using (var db = _board.Open())
        {
            Assert.Single(await db.AgendaItems.Where(item => item.MeetingId == _first.Id).ToListAsync(), item => item.Content.Title == AgreementTexts.FollowUp).Remove(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Finish, Data(await AgreementAsync()));
        await _chat.Get<DeadlineJobs>().SweepAsync(_board.Clock.GetCurrentInstant(), default);

        await using var after = _board.Open();
        Assert.Equal([AgendaItemStatus.Removed], (await after.AgendaItems.ToListAsync()).Where(item => item.Content.Title == AgreementTexts.FollowUp).Select(item => item.Status));
    }

    private async Task<AgendaItemId> DecideAsync(string decision, AgendaItemId? of = null, bool isClosed = false)
    {
        var secretary = TestBoard.As(_board.Secretary);
        var item = of ?? (await _chat.Get<AddItem>().HandleAsync(secretary, new AddItemRequest(_board.Forum.Id, _first.Id, new AgendaItemContent { Title = "Ventetider", IsClosed = isClosed }), default)).Value.Id;
        await using var db = _board.Open();
        var version = (await db.AgendaItems.SingleAsync(one => one.Id == item)).Version;
        Assert.True((await _chat.Get<RecordDecision>().HandleAsync(secretary, new RecordDecisionRequest(_board.Forum.Id, item, decision, version), default)).IsSuccess);
        return item;
    }

    private async Task HoldAsync(Meeting meeting)
    {
        await using var db = _board.Open();
        (await db.Meetings.SingleAsync(one => one.Id == meeting.Id)).Finish(_board.Clock.GetCurrentInstant());
        await db.SaveChangesAsync();
    }

    private async Task<string> FollowUpAsync(Meeting? at = null)
    {
        var meeting = (at ?? _next).Id;
        await using var db = _board.Open();
        return Assert.Single(Assert.Single(await db.AgendaItems.Where(item => item.MeetingId == meeting).ToListAsync(), item => item.Content.Title == AgreementTexts.FollowUp).Content.Sections).Text;
    }

    private async Task<ChatReply> AnswerAsync(string verb) => await _chat.PressAsync(_board.Secretary, verb, Answer(await FoundAsync()));

    private object Answer(FoundDeadline found)
    {
        var data = JsonSerializer.SerializeToNode(new { forum = _board.Forum.Id.Value, found = found.Id.Value, all = found.Id.Value.ToString("N") })!.AsObject();
        data[$"date{found.Id.Value:N}"] = $"{_next.Date:uuuu-MM-dd}";
        return data;
    }

    private object Data(Deadline deadline, string? reason = null) => new { forum = _board.Forum.Id.Value, deadline = deadline.Id.Value, version = deadline.Version, reason };

    private async Task<FoundDeadline> FoundAsync()
    {
        await using var db = _board.Open();
        return await db.FoundDeadlines.SingleAsync();
    }

    private async Task<Deadline> AgreementAsync()
    {
        await using var db = _board.Open();
        return await db.Deadlines.SingleAsync(one => one.Kind == DeadlineKind.Agreement);
    }

    private async Task<string> CardToSecretaryAsync()
    {
        await using var db = _board.Open();
        var payload = await db.Outbox.Where(message => message.PersonId == _board.Secretary.Id).OrderBy(message => message.Id).Select(message => message.Payload!).LastAsync();
        return JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card!.Replace("\u2060", "", StringComparison.Ordinal);
    }
}
