using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Reports;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;
using Texts = Klynge.Application.Agendas.Texts;

namespace Klynge.Application.Tests.Agendas;

public sealed class AgendaCardSamples : ICardSamples
{
    private static AgendaView WithGuests { get; } = AgendaSamples.Usual with
    {
        Lines = [.. AgendaSamples.Usual.Lines.Select(line => line.Number == 3 ? line with { Guests = ["Anna Holm, overlæge, Region Nord", "Formandskaberne for driftsforaene"], GuestsToTell = 1 } : line)],
        GuestsToTell = 2,
        GuestsInTurn = 1,
    };

    public string Feature => "agendas";

    public IEnumerable<CardSample> Samples() => [.. Agendas(), .. Items(), .. Changed(), .. Reports(), .. Proposals(), .. Decisions()];

    private static IEnumerable<CardSample> Agendas()
    {
        yield return new("agenda-empty", AgendaCard.Build(AgendaSamples.Empty, AgendaAudience.Everybody));
        yield return new("agenda-shared", AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Shared));
        yield return new("agenda-secretariat", AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Secretariat));
        yield return new("agenda-invited", AgendaCard.Build(
            AgendaSamples.Usual with { Invitations = new InvitationCount(12, 8, ["Tina Lund", "Karen Ravn"], 1, ["Bodil Krag"], 2) }, AgendaSamples.Secretariat));
        yield return new("agenda-held", AgendaCard.Build(
            AgendaSamples.Usual with { Meeting = AgendaSamples.Sent with { Status = MeetingStatus.Held }, Overrun = null }, AgendaSamples.Secretariat));
        yield return new("agenda-awkward", AgendaCard.Build(AgendaSamples.AwkwardText, AgendaSamples.Secretariat));
        yield return new("agenda-page-of-many", AgendaCard.Build(AgendaSamples.ThreeHundred, AgendaSamples.Secretariat, page: 3));
        yield return new("agenda-guests", AgendaCard.Build(WithGuests, AgendaSamples.Secretariat));
        yield return new("agenda-text-guests", AgendaTextCard.Build(WithGuests));
        yield return new("agenda-text", AgendaTextCard.Build(AgendaSamples.Usual));
        yield return new("agenda-text-rich", AgendaTextCard.Build(AgendaSamples.Usual with { Lines = [AgendaSamples.Rich] }));
        yield return new("agenda-text-awkward", AgendaTextCard.Build(AgendaSamples.AwkwardText));
    }

    private static IEnumerable<CardSample> Items()
    {
        MeetingChoice[] meetings = [Choice(AgendaSamples.Meeting), new(new MeetingId(AgendaSamples.Id(9)), "Tirsdag d. 3. marts 2026 kl. 14.00–16.00")];
        yield return new("item-form-empty", ItemForm.Add(AgendaSamples.Meeting, ItemFormReader.Empty, meetings, isProposal: true));
        yield return new("item-form-template", ItemForm.Add(
            AgendaSamples.Meeting, ItemFormReader.Empty with { Minutes = 15 }, meetings, isProposal: false, new ItemTemplate
            {
                Sections = ["Resumé", "Borger-/patientperspektiv", "Sagsfremstilling", "Økonomi"],
                RecommendationLead = "Sekretariatet indstiller, at Chefforum",
                Minutes = 15,
            }));
        yield return new("item-form-late", ItemForm.Add(
            AgendaSamples.Meeting with { Clock = new AgendaClock(new LocalDate(2026, 1, 1), Instant.MinValue, null, null) }, ItemFormReader.Empty with { LateReason = "tallene først kom i går" }, [], isProposal: true, isLate: true));
        yield return new("item-form-edit", ItemForm.Edit(AgendaSamples.Sent, AgendaSamples.Nomination));
        yield return new("item-form-conflict", ItemForm.Edit(AgendaSamples.Sent, AgendaSamples.Nomination, AgendaSamples.Long(1, AgendaSamples.Awkward).Content));
        yield return new("decisions-undo", DecisionsCard.Build(
            AgendaSamples.Usual with { Lines = [.. AgendaSamples.Usual.Lines.Select(line => line with { Decision = "Godkendt.", DecisionChange = 2 })] }, writes: true, []));
        yield return new("item-form-awkward", ItemForm.Edit(AgendaSamples.Sent, AgendaSamples.Long(1, AgendaSamples.Awkward)));
        yield return new("item", ItemCard.Build(AgendaSamples.Usual, AgendaSamples.Nomination, AgendaSamples.Secretariat));
        yield return new("item-guests", ItemCard.Build(WithGuests, WithGuests.Lines[2], AgendaSamples.Secretariat));
        yield return new("item-rich", ItemCard.Build(AgendaSamples.Usual, AgendaSamples.Rich, AgendaSamples.Secretariat));
        yield return new("item-closed-with-reason", ItemCard.Build(
            AgendaSamples.Usual,
            AgendaSamples.Nomination with
            {
                Content = RecommendationLead.Set(AgendaSamples.Nomination.Content, "Formandskabet indstiller, at Chefforum") with
                {
                    CaseNumber = "26/1042",
                    MayBeDropped = true,
                    IsClosed = true,
                    ClosedBecause = "Personsag, jf. forretningsordenens § 6",
                },
            },
            AgendaSamples.Secretariat));
        yield return new("item-awkward", ItemCard.Build(
            AgendaSamples.Usual, AgendaSamples.Long(2, AgendaSamples.Awkward), AgendaSamples.Secretariat));
    }

    private static IEnumerable<CardSample> Changed()
    {
        yield return new("agenda-preview-member", AgendaPreview.Build(AgendaSamples.Usual, readsClosed: true));
        yield return new("agenda-preview-observer", AgendaPreview.Build(AgendaSamples.Usual, readsClosed: false));
        NoticeTitle Title(string title, bool isClosed = false) => NoticeTitle.Of(AgendaFixture.Content(title, isClosed));
        var changes = new AgendaChanges(
            [
                new(AgendaChangeKind.Changed, 2, Title("Udpegning til ledelsesprogrammet, hold 4"), "Bilag 2 er kommet til"),
                new(AgendaChangeKind.New, 4, Title("Sygeplejerskers rolle i de nære tilbud"), "Tallene kom først i går"),
                new(AgendaChangeKind.New, 5, Title("Ansættelse", isClosed: true), null),
                new(AgendaChangeKind.TakenOff, 6, Title("Status på handleplanen"), null),
            ],
            AgendaSamples.Sent.AgendaSentAt!.Value);
        yield return new("agenda-changed", AgendaCard.Build(AgendaSamples.Usual with { Untold = 4 }, AgendaSamples.Secretariat));
        yield return new("changes-ask", ChangesCard.Ask(AgendaSamples.Sent, changes, 12, meanwhile: true));
        yield return new("changes-notice", ChangesCard.Notice(AgendaSamples.Sent, changes));
        var many = Enumerable.Range(1, 60).Select(number => new AgendaChange(AgendaChangeKind.New, number, Title(AgendaSamples.Awkward), AgendaSamples.Awkward));
        yield return new("changes-awkward", ChangesCard.Notice(AgendaSamples.Sent, changes with { Lines = [.. many] }));
    }

    private static IEnumerable<CardSample> Reports()
    {
        ReportSource[] sources = [new(new MeetingId(AgendaSamples.Id(7)), "Direktørforum", new LocalDate(2026, 1, 20)), new(new MeetingId(AgendaSamples.Id(8)), "Driftsforum", new LocalDate(2025, 12, 9))];
        yield return new("report-ask", ReportCard.Ask(AgendaSamples.Meeting, sources, new AgendaItemId(AgendaSamples.Id(6))));
        yield return new("report-added", ReportCard.Added(
            new AddedReport(new AgendaItemId(AgendaSamples.Id(6)), 4, "Orientering om mødet i Direktørforum d. 20. januar 2026", AgendaSamples.Meeting), "Af Sofie Bech i dag kl. 9"));
        yield return new("report-none", ReportCard.Ask(AgendaSamples.Meeting, [], new AgendaItemId(AgendaSamples.Id(6))));
    }

    private static IEnumerable<CardSample> Proposals()
    {
        MeetingChoice[] meetings = [Choice(AgendaSamples.Meeting), new(new MeetingId(AgendaSamples.Id(9)), "Tirsdag d. 3. marts 2026 kl. 14.00–16.00")];
        var proposal = new ProposalView(
            AgendaSamples.Meeting, AgendaSamples.Nomination.Id, AgendaSamples.Nomination.Content, "Mads Holt", meetings);
        var long1 = AgendaSamples.Long(1, AgendaSamples.Awkward);
        yield return new("proposal", ProposalCard.Ask(proposal));
        yield return new("proposal-owed", ProposalCard.Ask(proposal with { IsOwed = true }));
        yield return new("proposal-awkward", ProposalCard.Ask(
            new ProposalView(AgendaSamples.Meeting, long1.Id, long1.Content, AgendaSamples.Awkward, meetings) { IsLate = true }));
        yield return new("proposal-declined", ProposalCard.Answered(AgendaSamples.Meeting, Texts.ProposalDeclined(NoticeTitle.Of(new AgendaItemContent { Title = "Budget" })), AgendaSamples.Awkward));
    }

    private static IEnumerable<CardSample> Decisions()
    {
        yield return new("decisions-shared", DecisionsCard.Build(AgendaSamples.Usual, writes: false, ["29:sofie"]));
        yield return new("decisions-secretariat", DecisionsCard.Build(AgendaSamples.Usual, writes: true, ["29:sofie"]));
        yield return new("decisions-many", DecisionsCard.Build(
            AgendaSamples.ThreeHundred with { Lines = [.. AgendaSamples.ThreeHundred.Lines.Select(line => line.Number > 150 ? line : line with { Decision = new string('æ', 700) })] },
            writes: true,
            ["29:sofie"]));
        yield return new("decisions-awkward", DecisionsCard.Build(AgendaSamples.AwkwardText, writes: true, []));
        yield return new("decision-form-empty", DecisionForm.Build(AgendaSamples.Empty));
        yield return new("decision-form", DecisionForm.Build(AgendaSamples.Usual));
        yield return new("decision-form-rewrite", DecisionForm.Build(AgendaSamples.Usual, AgendaSamples.Nomination.Id));
        yield return new("decision-form-many", DecisionForm.Build(AgendaSamples.ThreeHundred, new AgendaItemId(AgendaSamples.Id(1150))));
        var saved = new RecordedDecision(AgendaSamples.Usual.Meeting.Id, AgendaSamples.Nomination.Id, 3, "Punktet udsættes til næste møde.", 4);
        yield return new("decision-form-saved", DecisionForm.Build(AgendaSamples.Usual, told: new DecisionNote(Texts.Decided(3, saved.Text), saved)));
        yield return new("decision-form-question", DecisionForm.Build(
            AgendaSamples.Usual, AgendaSamples.Nomination.Id, typed: "Ikke *gemt* endnu", question: new DecisionQuestion(Texts.ReplaceTyped(Texts.StockPhrases[0]), 0)));
        yield return new("decision-in-writing", DecisionForm.InWriting(AgendaSamples.Usual.Meeting, new DecisionNote(Texts.Decided(3, Texts.InWritingPhrase), saved with { Text = Texts.InWritingPhrase })));
        var answered = AgendaSamples.Nomination with
        {
            Decision = "Indstilling 1 blev drøftet.\n\nIndstilling 2 blev godkendt med forbehold for godkendelse fra kommunerne senest d. 1. maj 2026. Der skal mindst være to fra hver.\n\nRådet takkede for arbejdet.",
        };
        yield return new("answers-form", AnswersForm.Build(AgendaSamples.Usual, answered));
        yield return new("additions", AdditionsCard.List(AgendaSamples.Meeting, WithAdditions(2), AdditionTexts.Added));
        yield return new("additions-none", AdditionsCard.List(AgendaSamples.Meeting, WithAdditions(0)));
        yield return new("addition-form", AdditionsCard.Form(AgendaSamples.Meeting, WithAdditions(0), new AdditionId(AgendaSamples.Id(400))));
        yield return new("votes", VotesCard.List(AgendaSamples.Meeting, WithVote(), told: VoteTexts.Saved));
        yield return new("votes-none", VotesCard.List(AgendaSamples.Meeting, WithAdditions(0)));
        yield return new("vote-form", VotesCard.Form(AgendaSamples.Meeting, WithVote(), Attendance.Items.ItemAttendanceSamples.Of(9, recused: 1), WithVote().Content.Votes[0].Id, WithVote().Content.Votes[0]));
        yield return new("vote-form-many", VotesCard.Form(AgendaSamples.Meeting, WithVote(), Attendance.Items.ItemAttendanceSamples.Of(60), new ItemVoteId(AgendaSamples.Id(401)), null));
        yield return new("vote-form-nobody", VotesCard.Form(AgendaSamples.Meeting, WithVote(), Attendance.Items.ItemAttendanceSamples.Of(0), new ItemVoteId(AgendaSamples.Id(401)), null));
        yield return new("item-of-held", ItemCard.Build(AgendaSamples.Usual with { Meeting = AgendaSamples.Sent with { Status = MeetingStatus.Held } }, WithAdditions(1), AgendaSamples.Secretariat));
        yield return new("answers-form-next-page", AnswersForm.Build(
            AgendaSamples.Usual, Many(answered, 12), first: 6, told: AnswerTexts.Saved(3)));
        yield return new("answers-form-awkward", AnswersForm.Build(AgendaSamples.AwkwardText, Many(AgendaSamples.Long(1, AgendaSamples.Awkward), 30)));
        yield return new("decision-form-awkward", DecisionForm.Build(AgendaSamples.AwkwardText));
    }

    private static AgendaLine WithVote() => AgendaSamples.Nomination with
    {
        Content = AgendaSamples.Nomination.Content with
        {
            Votes =
            [
                new ItemVote(new ItemVoteId(AgendaSamples.Id(410)), NodaTime.Instant.FromUtc(2026, 2, 3, 14, 0))
                {
                    Question = "Ændringsforslag om to *ekstra* pladser",
                    HadQuorum = true,
                    Dissent = "Lægerne finder det for dyrt.\n\nDe henviser til budgettet.",
                    Votes = [.. Enumerable.Range(2, 5).Select(number => new SeatVote(new(AgendaSamples.Id(500 + number)), $"Bo Lund {number}", "Region Fjordlandet", number == 4 ? SeatAnswer.Against : SeatAnswer.For, IsChair: false))],
                },
            ],
        },
    };

    private static AgendaLine WithAdditions(int count) => AgendaSamples.Nomination with
    {
        Content = AgendaSamples.Nomination.Content with
        {
            Additions = [.. Enumerable.Range(1, count).Select(number => new SecretariatAddition(new AdditionId(AgendaSamples.Id(300 + number)), "Linket til *programmet* er indsat bagefter.", "Sofie Bech", NodaTime.Instant.FromUtc(2026, 2, 4, 9, 0)))],
        },
    };

    private static AgendaLine Many(AgendaLine line, int count) => line with
    {
        Content = line.Content with { Recommendations = [.. Enumerable.Range(1, count).Select(number => $"Godkender del {number}: {line.Content.Title}")] },
    };

    private static MeetingChoice Choice(MeetingView meeting) => new(meeting.Id, DanishFormat.Capitalised(CardParts.When(meeting.Time)));
}
