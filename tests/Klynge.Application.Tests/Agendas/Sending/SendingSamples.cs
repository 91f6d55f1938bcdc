using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Journeys;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Sending;

public sealed class SendingSamples : ICardSamples
{
    private const string Board = "Sundhedsråd Fjordlandet";
    private static readonly LocalDate Today = new(2026, 1, 13);
    private static readonly Forum Forum = SampleRecords.Forum();
    private static readonly ComingItemId Sent = new(AgendaSamples.Id(950));
    private static readonly CaseKey Case = new(2026, 14);

    private static readonly KnownTarget[] Targets =
    [
        new(new ForumId(AgendaSamples.Id(951)), "driftsforum", "Driftsforum", 1), new(new ForumId(AgendaSamples.Id(952)), "direktoerforum", "Direktørforum", 3),
    ];

    public string Feature => "sending";

    public IEnumerable<CardSample> Samples()
    {
        var (meeting, line) = (AgendaSamples.Meeting, Line("Ventetider i psykiatrien"));
        var read = SendTarget.Read("til Direktørforum 28. februar", Targets, Today);
        yield return new("form", SendCards.Form(meeting, line, Targets, read, question: null));
        yield return new("form-question", SendCards.Form(meeting, Line(AgendaSamples.Awkward), Targets, SendTarget.Read(AgendaSamples.Awkward, Targets, Today), "Jeg er ikke sikker på »DF«. Intet er sendt endnu. Se efter, og send så."));
        yield return new("which-item", SendCards.WhichItem([(meeting, line), (meeting, Line("Budget 2027"))], "til Direktørforum"));
        yield return new("sent", SendCards.Sent(meeting, Told("Ventetider i psykiatrien")));
        yield return new("sent-back", SendCards.Sent(meeting, Told(AgendaSamples.Awkward) with { IsBack = true, Day = new LocalDate(2026, 4, 17), IsAsked = true, KeptBack = 2 }));
        yield return new("withdrawn", SendCards.Withdrawn(meeting, new WithdrawnItem(meeting.Id, line.Id, 4, "Ventetider i psykiatrien", "Direktørforum")));
        yield return new("decided-sent", DecisionForm.SentOn(meeting, Note(Told("Ventetider i psykiatrien"))));
        yield return new("decided-offer", DecisionForm.SentOn(meeting, Note(sent: null)));
        yield return new("notice-sent", ComingNotices.Sent(Coming(), "Direktørforum", Board, "Chefforum"));
        yield return new("notice-declined", ComingNotices.Declined(Coming(), "Chefforum", Board, "Direktørforum", "Hører til i budgettet."));
        yield return new("journey", JourneyCard.Build(Journey([.. Stops(), .. Stops()]), page: 1));
        yield return new("journey-one", JourneyCard.Build(Journey([Stops()[0]])));
        yield return new("journey-awkward", JourneyCard.Build(Journey([Stops()[0] with { Title = AgendaSamples.Awkward, Decision = AgendaSamples.Awkward, Attachments = [AgendaSamples.Awkward], Votes = [AgendaSamples.Awkward] }])));
        yield return new("which-case", JourneyCard.Choose([Journey(Stops()), Journey(Stops()) with { Key = new CaseKey(2025, 3), Title = AgendaSamples.Awkward }]));
        yield return new("no-case", JourneyCard.None("vinterplan"));
    }

    private static AgendaLine Line(string title) => new()
    {
        Id = new AgendaItemId(AgendaSamples.Id(953)),
        Number = 4,
        Version = 2,
        Content = new AgendaItemContent { Title = title },
    };

    private static SentItem Told(string title) =>
        new(Sent, new AgendaItemId(AgendaSamples.Id(953)), AgendaSamples.Meeting.Id, 4, title, "Direktørforum", IsBack: false, Case) { Wanted = "28. februar", Day = new LocalDate(2026, 2, 28), MeetsThen = true };

    private static DecisionNote Note(SentItem? sent) => new(
        "Beslutningen på punkt 4 er gemt.",
        new RecordedDecision(AgendaSamples.Meeting.Id, new AgendaItemId(AgendaSamples.Id(953)), 4, "Punktet sendes videre til Direktørforum.", 3) { Sent = sent });

    private static ComingItem Coming() => ComingItem.Add(
        new NewComingItem(Forum.Id, new ComingDetails(new AgendaItemContent { Title = "Ventetider i psykiatrien" }, Wanted.Read("28. februar", Today)) { Remark = "Økonomien mangler." }) { Id = Sent, IsProposal = true },
        by: null,
        Instant.FromUtc(2026, 1, 13, 8, 0));

    private static JourneyView Journey(IReadOnlyList<JourneyStop> stops) => new(Case, "Ventetider i psykiatrien", Board, stops);

    private static JourneyStop[] Stops()
    {
        var stop = new JourneyStop { ForumId = Forum.Id, Forum = Forum.Name, Day = new LocalDate(2026, 2, 3), MeetingId = AgendaSamples.Meeting.Id, ItemId = new AgendaItemId(AgendaSamples.Id(953)), Number = 4, Title = "Ventetider i psykiatrien" };
        return
        [
            stop with { Decision = "Punktet udsættes til næste møde.", Attachments = ["1. Plan.pdf"] },
            stop with { Forum = "Chefforum", Decision = "Indstillingen anbefales.", Votes = ["For stemte 7, imod 2."], SentTo = "Direktørforum" },
            stop with { Forum = "Direktørforum", IsHidden = true, Title = null },
            stop with { Forum = "Politisk niveau", Day = null, MeetingId = null, ItemId = null, Waits = ComingState.Waiting, Wanted = "19. maj" },
        ];
    }
}
