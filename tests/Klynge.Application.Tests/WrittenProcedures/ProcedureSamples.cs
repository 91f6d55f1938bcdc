using Klynge.Application.Documents;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

public sealed class ProcedureSamples : ICardSamples
{
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 4, 21), new LocalTime(9, 14));
    private static readonly Instant Deadline = DanishTime.ToInstant(new LocalDate(2026, 4, 24), new LocalTime(12, 0));

    internal static readonly CaseText Usual = new()
    {
        Title = "Udpegning til ledelsesprogrammet, hold 4",
        Summary = "Der skal udpeges deltagere til hold 4. Fristen hos arrangøren er den 30. april.",
        Presentation = "Ledelsesprogrammet begynder til september.\n\nHver organisation indstiller to deltagere:\n- en leder\n- en stedfortræder",
        Recommendations = ["Godkender de indstillede deltagere", "Tager tidsplanen til efterretning"],
        Attachments = [new("Program for hold 4", "https://fjordlandet.example/program.pdf"), new("Deltagerliste")],
    };

    internal static readonly CaseText Awkward = new()
    {
        Title = "**Fed** <script>alert('x')</script> <at>Alle</at> [link](https://x.example) 🎉 " + new string('Å', 110),
        Presentation = string.Join("\n\n", Enumerable.Repeat("1. Et afsnit med *stjerner*, _streger_ & <b>mærker</b>, som fortsætter.", 200)),
        Recommendations = [.. Enumerable.Range(1, 20).Select(number => $"# Godkender punkt {number} <at>alle</at> " + new string('x', 240))],
        Attachments = [.. Enumerable.Range(1, 20).Select(number => new CaseAttachment($"Bilag {number} [a](b) 📎", $"https://x.example/a_(1).pdf?{new string('q', 360)}"))],
    };

    public string Feature => "written-procedures";

    public IEnumerable<CardSample> Samples()
    {
        var open = View(Usual, answered: 2);
        var form = FormCard.For(SampleRecords.Forum(), new LocalDate(2026, 4, 21));
        var typed = ProcedureForm.Of(Usual, Deadline);
        yield return new("form-empty", form.Build(typed with { Title = "", Summary = "", Presentation = "", Recommendations = "", Attachments = "" }));
        yield return new("form-refused", form.Build(
            typed with { Title = "", Date = "2026-04-22" },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = "Titlen mangler. Skriv noget, og prøv igen.",
                ["date"] = new DeadlineTooSoon("Chefforum", "3 hverdage", new LocalDate(2026, 4, 24)).Text,
            }));
        yield return new("preview", PreviewCard.Build(open with { Status = ProcedureStatus.Draft }, 4));
        yield return new("preview-links", PreviewCard.Build(
            open with { Status = ProcedureStatus.Draft },
            4,
            links: [new("Program for hold 4", new LinkIsElsewhere().Text, null), new("*Notat* <at>alle</at>", new LinkNotReadable().Text, "0a1b2c3d")]));
        yield return new("form-amend-links", (form with
        {
            Procedure = open.Id,
            AmendWarning = "Når sagen ændres, skal alle 4 svare igen.",
            SendAgain = "Send den ændrede sag til 4 medlemmer",
            Links = [new("Notat", new LinkLeadsToNoFile().Text, "0a1b2c3d")],
        }).Build(typed, new Dictionary<string, string>(StringComparer.Ordinal) { ["attachments"] = new LinksNotFrozen([]).Text }));
        yield return new("leavers", LeaversCard.Build(open, ["Omar Said har ikke længere en plads i forummet, men kan stadig svare i denne sag."]));
        yield return new("opened", OpenedCard.Build(open, new ProcedureOpened(4, 0, ["Omar Said", "Lene Aagaard"], ["Karen-Marie Bjerre"]), Now));
        yield return new("ballot", BallotCard.Build(open, open.Seats[3], Now));
        var long1 = View(Usual with { Presentation = LongTextSamples.Of(CaseText.MaxPresentationLength) }, 0);
        yield return new("ballot-long", BallotCard.Build(long1, long1.Seats[3], Now));
        yield return new("case-text", CaseTextCard.Build(long1, votes: true, page: 1, typed: "Husk *patienterne*"));
        yield return new("ballot-refused", BallotCard.Build(open, open.Seats[3], Now, "", new RemarksMissing(Answer.Reject).Text));
        yield return new("ballot-change", BallotCard.Build(open, open.Seats[1], Now));
        yield return new("ballot-awkward", BallotCard.Build(View(Awkward, 0), open.Seats[3], Now, new string('æ', 4000)));
        yield return new("receipt", ReceiptCard.Build(ReceiptCard.Of(open, open.Seats[1]), Now));
        yield return new("receipt-closing", ReceiptCard.Build(
            ReceiptCard.Of(open, open.Seats[0]) with { Answer = Answer.DemandMeeting, ClosedAs = Outcome.SentToMeeting }, Now));
        yield return new("receipt-waiting", ReceiptCard.Build(
            ReceiptCard.Of(open with { ClosesAt = Now + Duration.FromMinutes(10) }, open.Seats[1]), Now));
        yield return new("meeting-question", AnswerQuestionCard.Build(open, open.Seats[3], Answer.DemandMeeting, null));
        yield return new("recused-question", AnswerQuestionCard.Build(
            View(Usual, 3), open.Seats[3], Answer.Recused, "Min *søster* <at>alle</at>", new RemarksMissing(Answer.Recused).Text));
        yield return new("recorded-question", AnswerQuestionCard.BuildForOther(open, open.Seats[2], Answer.DemandMeeting, RecordForm.Phone, "For stort"));
        yield return new("shared-waiting", SharedProcedureCard.Build(View(Usual, 4) with { ClosesAt = Now + Duration.FromMinutes(10) }, [], Now));
        yield return new("shared", SharedProcedureCard.Build(open, ["29:karen", "29:mads"], Now));
        yield return new("shared-nobody", SharedProcedureCard.Build(View(Usual with { IsClosed = true }, 0), [], Now));
        yield return new("shared-secretariat", SharedProcedureCard.BuildOwn(open, null, isSecretariat: true, leads: true, ["29:sofie"], Now));
        yield return new("shared-own", SharedProcedureCard.BuildOwn(open, open.Seats[1], isSecretariat: false, leads: false, ["29:mads"], Now));
        yield return new("shared-awkward", SharedProcedureCard.Build(View(Awkward, 4), [], Now));
        yield return new("reminder", ReminderCard.Build(open, Now));
        yield return new("recorded", RecordedCard.Build(open, open.Seats[1] with { Source = VoteSource.Phone }));
        yield return new("recorded-closing", RecordedCard.Build(
            Closed(open, Outcome.SentToMeeting), open.Seats[1] with { Answer = Answer.DemandMeeting, Source = VoteSource.Mail }));
        yield return new("record-form", RecordForm.Build(open, new RecordTyped(null, "reject", "phone", "For *dyrt*"), new RemarksMissing(Answer.Reject).Text));
        yield return new("confirm-result", ConfirmResultCard.Build(Closed(View(Usual, 4), Outcome.Adopted), "Tak"));
        yield return new("confirm-result-asked", ConfirmResultCard.Build(Closed(View(Usual, 4), Outcome.Adopted)));
        yield return new("shared-chair", SharedProcedureCard.BuildOwn(open, open.Seats[0], isSecretariat: false, leads: true, ["29:karen"], Now));
        yield return new("form-amend", (form with { Procedure = open.Id, AmendWarning = "Når sagen ændres, skal alle 4 svare igen.", SendAgain = "Send den ændrede sag til 4 medlemmer", MoveDeadline = Texts.MoveDeadline(3) }).Build(typed));
        yield return new("form-conflict", (form with { Procedure = open.Id }).Against(open with { Status = ProcedureStatus.Draft }, typed));
        yield return new("consultation", ConsultationCard.Build(new ConsultationView(new ConsultationId(open.Id.Value), "Driftsforum", "Chefforum", Usual, Deadline), Now));
        var heard = new ConsultationView(new ConsultationId(open.Id.Value), "Driftsforum", "Chefforum", Usual, Deadline) { Mine = "Husk *patienterne*.", SentAt = Now };
        yield return new("consultation-sent", ConsultationCard.Build(heard, Now));
        yield return new("consultation-over", ConsultationCard.Build(heard with { Outcome = Outcome.SentToMeeting }, Now));
        yield return new("preview-hearing", PreviewCard.Build(
            open with { Status = ProcedureStatus.Draft }, 4, hearings: [new ConsultationAnswers("Driftsforum", 1, 3, Deadline)]));
        yield return new("deadline-moved", DeadlineMovedCard.Build(open, Deadline - Duration.FromDays(7), "Der var *ferie*.", Now));
        yield return new("consultation-form", ConsultationForm.Build(open, [SampleRecords.Forum("Driftsforum")], new LocalDate(2026, 4, 21), new ConsultationIncomplete().Text));
        yield return new("consultation-ended", ConsultationEndedCard.Build(
            open with { Status = ProcedureStatus.Draft, ConsultationRemarks = ["Bo Ørum, Patientforeningen: *Husk* patienterne <at>alle</at>."] },
            [new ConsultationAnswers("Driftsforum", 1, 3), new ConsultationAnswers("Direktørforum", 2, 2)]));
        yield return new("consultation-ended-silent", ConsultationEndedCard.Build(
            open with { Status = ProcedureStatus.Draft }, [new ConsultationAnswers("Driftsforum", 0, 3)]));
        yield return new("ballot-consulted", BallotCard.Build(open with { ConsultationRemarks = ["Bo Ørum, Patientforeningen: *Husk* patienterne."] }, open.Seats[3], Now));
        yield return new("close-question", ConfirmCard.Close(open));
        yield return new("withdraw-question", ConfirmCard.Withdraw(open, "", new ReasonForWithdrawalMissing().Text));
        yield return new("result-adopted", ResultCard.Build(Closed(View(Usual, 4), Outcome.Adopted)));
        var stored = Closed(View(Usual, 4), Outcome.Adopted) with
        {
            Links = [new CaseLink("Åbn protokollen", new Uri("https://fjordlandet.example/protokol.docx"))],
        };
        yield return new("result-stored", ResultCard.Build(stored, mayPack: true));
        yield return new("documents-stored", DocumentsCard.Build(stored, "Beslutningsprotokollen er skrevet og ligger i dokumentbiblioteket."));
        yield return new("seat-given", SeatGivenCard.Build(open, "Sekretariatet har overladt din plads i sagen til Bo *Friis* <at>x</at>."));
        yield return new("result-withdrawn", ResultCard.Build(Closed(open, Outcome.Withdrawn) with { WithdrawalReason = "Regionen trækker forslaget." }));
    }

    internal static ProcedureView View(CaseText text, int answered) => new()
    {
        Id = new WrittenProcedureId(new Guid(7, 0, 0, new byte[8])),
        ForumId = new ForumId(new Guid(2, 0, 0, new byte[8])),
        Forum = "Chefforum",
        Case = text,
        Version = 1,
        Status = ProcedureStatus.Open,
        Deadline = Deadline,
        Rules = SampleRecords.Forum().Rules.WrittenProcedures,
        Seats = [.. Seats().Select((seat, index) => index < answered ? Answered(seat, index) : seat with { HasSubstitute = true })],
    };

    internal static ProcedureView Closed(ProcedureView view, Outcome outcome) => view with
    {
        Status = ProcedureStatus.Closed,
        Outcome = outcome,
        ClosedBecause = outcome == Outcome.Withdrawn ? ClosingReason.Withdrawn : ClosingReason.AllAnswered,
        ClosedAt = Now,
        Tally = new Tally(4, 4, 0, 0, 0, 0, 2, 4, [], outcome),
    };

    private static SeatView Answered(SeatView seat, int index) => seat with
    {
        Answer = index == 1 ? Answer.ApproveWithRemarks : Answer.Approve,
        Remarks = index == 1 ? "Vi ønsker *to* pladser mere." : null,
        AnsweredAt = Now - Duration.FromHours(index),
        Source = VoteSource.Ballot,
    };

    private static SeatView[] Seats() =>
    [
        Seat(1, "Karen Ravn", "Region Fjordlandet"),
        Seat(2, "Mads Holt", "Birkelse Kommune"),
        Seat(3, "Lene Aagaard", "Sønderlund Kommune") with { Substitute = "Bo Friis" },
        Seat(4, "Omar Said", "PLO"),
    ];

    private static SeatView Seat(int number, string name, string organisation) => new()
    {
        MemberId = new MemberId(new Guid(20 + number, 0, 0, new byte[8])),
        PersonId = new PersonId(new Guid(30 + number, 0, 0, new byte[8])),
        VoterId = new PersonId(new Guid(30 + number, 0, 0, new byte[8])),
        Name = name,
        Organisation = organisation,
        Sector = organisation,
    };
}
