using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>The cards of deadlines with fixed ids, seen on Tuesday 13 January 2026.</summary>
public sealed class DeadlineSamples : ICardSamples
{
    private const string Awkward = "Udpegning af **deltagere** til <at>Bo</at> [programmet](https://x.example) & <b>hold 4</b> 🙂 med en titel, der bliver ved og ved";
    private static readonly LocalDate Today = new(2026, 1, 13);
    private readonly Forum _forum = SampleRecords.Forum();
    private readonly Forum _other = SampleRecords.Forum("Direktørforum", 22);
    private readonly ForumMember _seat;

    public DeadlineSamples() => _seat = SampleRecords.Seat(_forum, "Tina Lund", "Birkelse Kommune");

    public string Feature => "deadlines";

    public IEnumerable<CardSample> Samples()
    {
        var wheel = new WheelView(_forum, "Sundhedsråd Fjordlandet", [Entry("Udpegning til ledelsesprogrammet"), Entry(Awkward)], Manages: true, [_seat]);
        yield return new("deadline", DeadlineCard.Build(View(), Today));
        yield return new("deadline-done", DeadlineCard.Build(View() with { Status = DeadlineStatus.Done }, Today, "Du markerede fristen som færdig kl. 09.14."));
        yield return new("deadline-awkward", DeadlineCard.Build(View() with { Title = Awkward, Item = Awkward, Quote = Awkward, Status = DeadlineStatus.Postponed }, Today));
        yield return new("deadline-hidden", DeadlineCard.Build(View() with { Title = "Frist i en lukket sag", IsHidden = true, Item = null, Quote = null, MayChange = false, MayEdit = false, History = [] }, Today));
        yield return new("list", DeadlineListCard.Build([List(View(), View() with { Date = Today.PlusDays(-2) }, View() with { Title = Awkward, Date = Today })], Today));
        yield return new("list-empty", DeadlineListCard.Build([List()], Today));
        yield return new("list-many", DeadlineListCard.Build([List([.. Enumerable.Repeat(View(), 30)])], Today));
        yield return new("form", DeadlineForms.New(_forum, "Sundhedsråd Fjordlandet", [_seat], new DeadlineForm("Udpegning", Today.PlusDays(30), null)));
        yield return new("form-wrong", DeadlineForms.New(
            _forum, "Sundhedsråd Fjordlandet", [_seat], new DeadlineForm("Udpegning", Today.PlusDays(-30), null) { Wrong = new DeadlineInThePast() }));
        yield return new("edit", DeadlineForms.Edit(View(), [_seat], new DeadlineForm(View().Title, View().Date, View().ResponsibleChoice), Today));
        yield return new("edit-wrong", DeadlineForms.Edit(
            View() with { Title = Awkward }, [_seat], new DeadlineForm(Awkward, null, View().ResponsibleChoice) { Wrong = new DeadlineDateMissing() }, Today));
        yield return new("edit-of-meeting", DeadlineForms.Edit(OfMeeting(), [_seat], new DeadlineForm(OfMeeting().Title, OfMeeting().Date, null), Today));
        yield return new("postpone", DeadlineForms.Postpone(View(), Today));
        yield return new("deadline-of-meeting", DeadlineCard.Build(OfMeeting(), Today));
        yield return new("deadline-edited", DeadlineCard.Build(View() with { History = [.. View().History, Edited()] }, Today, "Du rettede fristen kl. 09.14."));
        yield return new("deadline-own-reminders", DeadlineCard.Build(View() with { Reminders = ReminderDays.Parse("14, 1, 0").Value }, Today));
        yield return new("deadline-of-draft", DeadlineCard.Build(
            View() with { Title = "Frist i en sag, der ikke er sendt ud", IsHidden = true, Item = null, Quote = null, MayChange = false, MayEdit = false, History = [] }, Today));
        yield return new("given", ReminderCard.Given(View() with { MayEdit = false }, Today));
        yield return new("reminder", ReminderCard.Build(View(), ReminderRoundKind.Ahead, Today));
        yield return new("reminder-overdue", ReminderCard.Build(View() with { Date = Today.PlusDays(-1), Title = Awkward }, ReminderRoundKind.Overdue, Today));
        yield return new("reminder-chairs", ReminderCard.Build(View() with { Date = Today.PlusDays(-8), ItemId = null, MeetingId = null }, ReminderRoundKind.Chairs, Today));
        yield return new("digest", DeadlineDigestCard.Build(
            [View() with { Date = Today.PlusDays(-3) }, View() with { Date = Today.PlusDays(-1), Title = Awkward }, View() with { Date = Today.PlusDays(14) }], WaitingAnswers.None, Today));
        yield return new("digest-waiting", DeadlineDigestCard.Build(
            [View() with { Date = Today.PlusDays(-3) }],
            new WaitingAnswers(
                [new(_forum.Id, "Chefforum", new MeetingId(Id(7)), new MeetingTime(Today.PlusDays(20), new LocalTime(14, 0), new LocalTime(16, 0)), ["Vagtplan", Awkward], Instant.FromUtc(2026, 1, 12, 9, 0))],
                [new(_forum.Id, "Chefforum", 3, Instant.FromUtc(2026, 1, 12, 9, 0))]),
            Today));
        yield return new("deadline-of-others", DeadlineCard.Build(View() with { MayRemind = true }, Today, "Mads Holt er påmindet kl. 09.14."));
        yield return new("reminder-by-hand", ReminderCard.ByHand(View() with { MayEdit = false }, Today));
        yield return new("edit-conflict", DeadlineForms.Edit(
            View(), [_seat], new DeadlineForm(Awkward, Today.PlusDays(30), View().ResponsibleChoice) { Wrong = new Domain.Deadlines.ChangedMeanwhile() }, Today));
        yield return new("digest-many", DeadlineDigestCard.Build([.. Enumerable.Repeat(View() with { Date = Today.PlusDays(-1), Title = Awkward }, 33)], WaitingAnswers.None, Today));
        yield return new("found", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet", [Found(1, new LocalDate(2026, 4, 30)), Found(2, null)])));
        var promise = Found(3, null) with
        {
            Title = "Ventetider i psykiatrien",
            Sentence = "Det blev aftalt, at drøftelsen tages op igen i Direktørforum på et senere møde.",
            Agreement = Domain.Agreements.AgreementKind.Agenda,
            AgreementForum = "Direktørforum",
            Trigger = "på et senere møde",
            Suggested = new LocalDate(2026, 3, 3),
            Targets = new Klynge.Application.Agreements.AgreementTargets([_forum, _other], _forum.Id, _other.Id, IsUnclear: false),
        };
        var invitation = promise with { Id = new FoundDeadlineId(Id(4)), Agreement = Domain.Agreements.AgreementKind.Invite, Who = "Ældrepsykiatrien", Targets = null, ItemId = new AgendaItemId(Id(5)) };
        yield return new("found-agreement-unclear", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet",
            [promise with { AgreementForum = "driftsgrupperne", Targets = promise.Targets with { Meant = null, IsUnclear = true } }, invitation])));
        yield return new("found-invitation", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet",
            [invitation with { IsAnswered = true, DeadlineId = new DeadlineId(Id(9)), AnsweredBy = "Sofie Bech", AnsweredAt = Now }])));
        yield return new("found-agreement", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet", [promise])));
        yield return new("found-both", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet", [Found(1, new LocalDate(2026, 4, 30)), promise with { Title = Awkward, Sentence = Awkward, AgreementForum = Awkward }])));
        yield return new("agreement", DeadlineCard.Build(View() with { Kind = DeadlineKind.Agreement, Title = "Drøftelsen tages op igen i Direktørforum" }, Today));
        yield return new("agreement-drop", Klynge.Application.Agreements.AgreementChat.DropForm(View() with { Kind = DeadlineKind.Agreement }, Today));
        yield return new("agreements", DeadlineListCard.Build([List(View() with { Kind = DeadlineKind.Agreement }) with { AreAgreements = true }], Today));
        yield return new("agreements-rules", DeadlineListCard.Build([List(View() with { Kind = DeadlineKind.Agreement }) with { AreAgreements = true, EndsRules = true, Rules = Rules }], Today));
        yield return new("agreements-rules-reader", DeadlineListCard.Build([List() with { AreAgreements = true, Manages = false, Rules = Rules }], Today));
        yield return new("found-answered", FoundCard.Build(new FoundView(_forum.Id, _forum.Name, "Sundhedsråd Fjordlandet",
            [Found(1, Today) with { IsAnswered = true, DeadlineId = new DeadlineId(Id(9)), AnsweredBy = "Sofie Bech", AnsweredAt = Now }, Found(2, null) with { IsAnswered = true, Sentence = Awkward, AnsweredBy = "Sofie Bech", AnsweredAt = Now }])));
        yield return new("wheel", WheelCards.Build(wheel, "Du tilføjede »Udpegning« kl. 09.14."));
        yield return new("wheel-reader", WheelCards.Build(wheel with { Manages = false }));
        yield return new("wheel-empty", WheelCards.Build(wheel with { Entries = [] }));
        yield return new("wheel-form", WheelCards.Form(wheel));
        yield return new("wheel-remove", WheelCards.AskRemove(wheel, wheel.Entries[1]));
        yield return new("calendar-link", CalendarLinkCard.Build(_forum, since: null));
        yield return new("calendar-link-stands", CalendarLinkCard.Build(_forum, Today.PlusDays(-40)));
        yield return new("calendar-link-revoked", CalendarLinkCard.Build(_forum, since: null, "Linket er slettet og virker ikke længere."));
        yield return new("calendar-link-made", CalendarLinkCard.Made(_forum, new Uri($"https://klynge.example/kalender/{new string('A', 43)}.ics")));
    }

    private static IReadOnlyList<Klynge.Application.Agreements.RuleView> Rules =>
    [
        new(new(Id(31)), "Fremadrettet sendes referater ud til de praktiserende læger.", IsOfMinutes: true, IsHidden: false),
        new(new(Id(32)), Awkward, IsOfMinutes: false, IsHidden: false),
        new(new(Id(33)), Klynge.Application.Agreements.AgreementTexts.ClosedRule, IsOfMinutes: true, IsHidden: true),
    ];

    private static LocalDateTime Now => Today.At(new LocalTime(9, 14));

    private static DeadlineStep Edited() =>
        new(DeadlineChangeKind.Edited, Now, "Sofie Bech", new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30), null) { RenamedFrom = "Udpegning", TakenFrom = "Mads Holt" };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static FoundLine Found(int number, LocalDate? date) => new(
        new FoundDeadlineId(Id(number)), "Udpegning til ledelsesprogrammet", "Der er deadline for udpegning af deltagere d. 30. april 2026.", date, IsAnswered: false, DeadlineId: null);

    private static WheelEntryView Entry(string title) => new("udpegning", title, "30. april", "Tina Lund", new LocalDate(2026, 4, 30), 2);

    private DeadlinesOfForum List(params IReadOnlyList<DeadlineView> views) => new(_forum.Id, _forum.Name, views.Count, views, Manages: true);

    private DeadlineView View() => new()
    {
        Id = new DeadlineId(Id(7)),
        ForumId = _forum.Id,
        Forum = _forum.Name,
        Board = "Sundhedsråd Fjordlandet",
        Title = "Udpegning til ledelsesprogrammet, hold 4",
        Date = new LocalDate(2026, 4, 30),
        Kind = DeadlineKind.Found,
        Status = DeadlineStatus.Open,
        Version = 2,
        Responsible = "Tina Lund",
        MeetingId = new MeetingId(Id(3)),
        ItemId = new AgendaItemId(Id(5)),
        Item = "Udpegning til ledelsesprogrammet",
        Quote = "Der er deadline for udpegning af deltagere d. 30. april 2026.",
        ResponsibleChoice = _seat.PersonId.Value.ToString("N"),
        MayChange = true,
        MayEdit = true,
        History =
        [
            new DeadlineStep(DeadlineChangeKind.Created, new LocalDateTime(2026, 1, 6, 9, 0), "Sofie Bech", new LocalDate(2026, 3, 31), new LocalDate(2026, 3, 31), null),
            new DeadlineStep(DeadlineChangeKind.Postponed, new LocalDateTime(2026, 1, 12, 14, 30), "Karen Ravn", new LocalDate(2026, 3, 31), new LocalDate(2026, 4, 30), "Venter på regionen"),
        ],
    };

    private DeadlineView OfMeeting() => View() with
    {
        Title = "Dagsordenen til mødet d. 3. februar 2026 skal ud",
        Kind = DeadlineKind.AgendaOut,
        Date = new LocalDate(2026, 1, 27),
        Responsible = null,
        ResponsibleChoice = ResponsibleNames.ChoiceOf(Responsible.Nobody),
        ItemId = null,
        Item = null,
        Quote = null,
        Follows = true,
        History = [new DeadlineStep(DeadlineChangeKind.Created, new LocalDateTime(2026, 1, 6, 9, 0), null, new LocalDate(2026, 1, 27), new LocalDate(2026, 1, 27), null)],
    };
}
