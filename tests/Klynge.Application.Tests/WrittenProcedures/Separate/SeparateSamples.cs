using Klynge.Application.Tests.Cards;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Separate;

/// <summary>The cards of a case whose recommendations are answered each for itself.</summary>
public sealed class SeparateSamples : ICardSamples
{
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 4, 21), new LocalTime(9, 14));
    private static readonly Answer[] Mixed = [Answer.Approve, Answer.ApproveWithRemarks, Answer.Reject];

    public string Feature => "written-procedures";

    public IEnumerable<CardSample> Samples()
    {
        var three = View(ProcedureSamples.Usual with { Recommendations = ["Godkender de indstillede deltagere", "Tager tidsplanen til efterretning", "Godkender budgettet på 400.000 kr."] });
        var ten = View(ProcedureSamples.Usual with
        {
            Recommendations = [.. Enumerable.Range(1, 10).Select(number => $"Godkender, at del {number} af programmet gennemføres i det omfang, der fremgår af bilag {number}, og at udgiften deles")],
        });
        yield return new("each-ballot", BallotCard.Build(three, three.Seats[3], Now));
        yield return new("each-ballot-open", BallotCard.Build(three, three.Seats[3], Now, "For dyrt", new AnswersMissing([1, 3]).Text, picks: new AnswerPicks(["", "approve", ""])));
        yield return new("each-ballot-change", BallotCard.Build(three, three.Seats[1], Now));
        yield return new("each-ballot-ten", BallotCard.Build(ten, ten.Seats[3], Now));
        var awkward = View(ProcedureSamples.Awkward);
        yield return new("each-ballot-awkward", BallotCard.Build(
            awkward, awkward.Seats[3], Now, new string('æ', 4000), Texts.ChoseOtherwise(Answer.Approve), picks: new AnswerPicks([.. Enumerable.Repeat("remarks", 20)])));
        yield return new("each-receipt", ReceiptCard.Build(ReceiptCard.Of(three, three.Seats[1]) with { Replaced = Answer.Separate, ReplacedEach = [Answer.Reject, Answer.Approve, Answer.Approve] }, Now));
        yield return new("each-record-form", RecordForm.Build(three, new RecordTyped(null, "approve", "phone", null, Picks: new AnswerPicks(["", "", "reject"])), new RemarksMissing(Answer.Reject).Text));
        yield return new("each-recorded", RecordedCard.Build(three, three.Seats[1] with { Source = VoteSource.Phone }));
        var closed = Closed(three);
        yield return new("each-result", ResultCard.Build(closed));
        yield return new("each-confirm", ConfirmResultCard.Build(closed));
        yield return new("each-shared", SharedProcedureCard.Build(closed, [], Now));
        yield return new("each-preview", PreviewCard.Build(three with { Status = ProcedureStatus.Draft }, 4));
    }

    internal static ProcedureView View(CaseText text)
    {
        var view = ProcedureSamples.View(text, answered: 2);
        return view with
        {
            Separate = text.Recommendations.Count,
            Rules = view.Rules with { AnswerPerRecommendation = true },
            Seats = [.. view.Seats.Select((seat, index) => index == 1 ? seat with { Answer = Answer.Separate, Answers = [.. text.Recommendations.Select((_, at) => Mixed[at % 3])] } : seat)],
        };
    }

    private static ProcedureView Closed(ProcedureView view)
    {
        var tally = new Tally(4, 2, 0, 1, 0, 0, 2, 3, [], Outcome.Mixed);
        return ProcedureSamples.Closed(view, Outcome.Mixed) with
        {
            Outcomes = [Outcome.Adopted, Outcome.Adopted, Outcome.Rejected],
            Tally = tally,
            Tallies = [tally with { For = 3, Outcome = Outcome.Adopted }, tally with { For = 3, Outcome = Outcome.Adopted }, tally with { For = 1, Against = 2, Outcome = Outcome.Rejected }],
        };
    }
}
