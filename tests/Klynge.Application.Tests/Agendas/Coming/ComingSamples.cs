using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agreements;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;
using Texts = Klynge.Application.Agendas.Coming.Texts;

namespace Klynge.Application.Tests.Agendas.Coming;

public sealed class ComingSamples : ICardSamples
{
    private const string Board = "Sundhedsråd Fjordlandet";
    private static readonly LocalDate Today = new(2026, 1, 13);
    private static readonly Forum Forum = SampleRecords.Forum();
    private static readonly StandingRuleId Rule = new(AgendaSamples.Id(902));

    public string Feature => "coming";

    public IEnumerable<CardSample> Samples()
    {
        ComingView[] several =
        [
            Proposed, View(), View() with { State = ComingState.Postponed, Meeting = new LocalDate(2025, 12, 2), FromMeeting = null, Wanted = Wanted.None },
            View().HiddenUnless(readsClosed: true) with { IsOfClosed = true }, (View() with { IsOfClosed = true }).HiddenUnless(readsClosed: false), OnAgenda,
        ];
        yield return new("list", ComingListCard.Build(List(several, manages: true), Today));
        yield return new("list-reader", ComingListCard.Build(List([.. several.Skip(1)], manages: false), Today));
        yield return new("list-empty", ComingListCard.Build(List([], manages: true), Today));
        yield return new("list-many", ComingListCard.Build(List([.. Enumerable.Repeat(Awkward, 32)], manages: true), Today, page: 1));
        yield return new("waiting", ComingCard.Build(View(), Forum.Name, Board, Today, Texts.Saved));
        yield return new("proposed", ComingCard.Build(Proposed, Forum.Name, Board, Today));
        yield return new("on-agenda", ComingCard.Build(OnAgenda, Forum.Name, Board, Today));
        yield return new("dropped", ComingCard.Build(View() with { State = ComingState.Dropped, Reason = "Løst af regionen" }, Forum.Name, Board, Today));
        yield return new("awkward", ComingCard.Build(Awkward, AgendaSamples.Awkward, Board, Today));
        yield return new("drop", ComingCard.DropForm(View(), Forum.Name, Board, Today));
        yield return new("decline", ComingCard.DropForm(Proposed, Forum.Name, Board, Today));
        yield return new("place", ComingCard.PlaceForm(View(), Forum.Name, Board, [Choice(3), Choice(4)], 1));
        yield return new("form", ComingForm.Add(Forum, Board, new ComingItemId(AgendaSamples.Id(901)), ComingForm.Empty));
        yield return new("edit", ComingForm.Edit(View(), Forum.Name, Board));
        yield return new("edit-conflict", ComingForm.Edit(Awkward, Forum.Name, Board, wrong: Texts.ChangedMeanwhile));
        yield return new("notice", ComingNotices.Proposed(Coming(), "Direktørforum", Board, "Chefforum"));
        yield return new("rule-ended", RuleCard.Changed(Forum.Id, Forum.Name, Board, Rule, "Fremadrettet sendes referater ud til de praktiserende læger.", holds: false));
        yield return new("rule-resumed", RuleCard.Changed(Forum.Id, Forum.Name, Board, Rule, AgendaSamples.Awkward, holds: true));
    }

    private static ComingView Proposed => View() with { State = ComingState.Proposed, FromForum = "Driftsforum" };

    private static ComingView OnAgenda => View() with
    {
        State = ComingState.OnAgenda,
        MeetingId = AgendaSamples.Meeting.Id,
        Meeting = new LocalDate(2026, 2, 3),
        ItemId = new AgendaItemId(AgendaSamples.Id(5)),
        Number = 4,
    };

    private static ComingView Awkward => View() with
    {
        Content = new AgendaItemContent { Title = AgendaSamples.Awkward, Presenter = AgendaSamples.Awkward, Sections = [new AgendaSection(null, AgendaSamples.Awkward)] },
        Remark = AgendaSamples.Awkward,
        Wanted = new Wanted(WantedKind.Words, AgendaSamples.Awkward),
        FromForum = AgendaSamples.Awkward,
    };

    private static ComingList List(IReadOnlyList<ComingView> items, bool manages) => new(Forum.Id, Forum.Name, Board, items, manages);

    private static MeetingChoice Choice(int month) => new(new MeetingId(AgendaSamples.Id(month)), DanishFormat.Capitalised(DanishFormat.Date(new LocalDate(2026, month, 3))));

    private static ComingItem Coming() => ComingItem.Add(
        new NewComingItem(Forum.Id, new ComingDetails(new AgendaItemContent { Title = "Ventetider i psykiatrien" }, Wanted.Read("i marts", Today))) { Id = new ComingItemId(AgendaSamples.Id(900)), IsProposal = true },
        by: null,
        Instant.FromUtc(2026, 1, 13, 8, 0));

    internal static ComingView View() => new()
    {
        Id = new ComingItemId(AgendaSamples.Id(900)),
        ForumId = Forum.Id,
        Version = 2,
        State = ComingState.Waiting,
        Content = new AgendaItemContent { Title = "Ventetider i psykiatrien", Presenter = "Daniel Holm", Sections = [new AgendaSection("Sagsfremstilling", "Punktet følger af en beslutning i Chefforum d. 6. januar 2026.")] },
        Wanted = Wanted.Read("i marts", Today),
        Reading = 1,
        Remark = "»Ventetiderne tages op igen i marts.«",
        FromMeeting = new LocalDate(2026, 1, 6),
    };
}
