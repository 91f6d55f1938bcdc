using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Cases whose recommendations are answered each for itself.</summary>
internal static partial class Texts
{
    internal const string SendAnswers = "Send svarene";
    internal const string ChooseAnswer = "Vælg svar";
    internal const string SameToAll = "Eller giv det samme svar til alle:";
    internal const string AsTheAnswer = "Som svaret ovenfor";
    internal const string EachForItself = "Hver indstilling får sit eget svar og afgøres for sig.";
    internal const string ResultsCaption = "Resultat for hver indstilling";
    internal static readonly string[] ResultColumns = ["Indstilling", "Resultat", "Stemmer"];

    internal static string AnswerTo(int recommendation) => $"Svar til indstilling {recommendation}";

    internal static string AnswerIfOther(int recommendation) => $"Indstilling {recommendation}, hvis svaret er et andet";

    internal static string ToAll(Answer answer) => answer switch
    {
        Answer.Approve => "Godkender alle",
        Answer.ApproveWithRemarks => "Godkender alle med bemærkninger",
        Answer.Reject => "Godkender ingen",
        _ => Name(answer),
    };

    internal static string ChoseOtherwise(Answer answer) =>
        $"Du har valgt svar, der ikke alle er »{Name(answer)}«. Tryk »{SendAnswers}«, hvis de gælder, eller »{ToAll(answer)}« igen, hvis alle skal have det svar. Dit svar er ikke registreret endnu.";

    /// <summary>»Godkender«; »1 og 2: Godkender · 3: Godkender ikke« where the recommendations have answers of their own.</summary>
    internal static string Name(Answer answer, IReadOnlyList<Answer>? each) => answer == Answer.Separate && each is not null
        ? string.Join(" · ", SeparateAnswers.Group(each).Select(group => $"{Numbers(group.Numbers)}: {Name(group.What)}"))
        : Name(answer);

    internal static string Name(SeatView seat) => Name(seat.Answer!.Value, seat.Answers);

    /// <summary>»Indstilling 1 og 2 godkendt, indstilling 3 ikke godkendt«; one word where all came to the same.</summary>
    internal static string Result(Outcome outcome, IReadOnlyList<Outcome>? each) => outcome == Outcome.Mixed && each is not null
        ? DanishFormat.Capitalised(string.Join(", ", SeparateAnswers.Group(each).Select(group => $"indstilling {Numbers(group.Numbers)} {OfOne(group.What)}")))
        : Result(outcome);

    internal static string Result(ProcedureView view) => Result(view.Outcome!.Value, view.Outcomes);

    /// <summary>Why the result is what it is: in one sentence, or in one for each recommendation that has a result of its own.</summary>
    internal static IEnumerable<string> Why(ProcedureView view)
    {
        if (view is not { Outcome: { } outcome, ClosedBecause: { } reason, Tally: { } tally })
            return [];

        return IsSaidOfEach(view.Outcomes, tally)
            ? [.. EachResult(view.Outcomes!, view.Tallies), .. reason == ClosingReason.ByHand ? [ClosedByHand] : Array.Empty<string>()]
            : [Why(outcome, reason, tally)];
    }

    /// <summary>»Indstilling 3 ikke godkendt (1 for, 3 imod)«</summary>
    internal static IEnumerable<string> EachResult(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Tally> tallies) =>
        outcomes.Zip(tallies).Select((one, index) => $"Indstilling {index + 1} {OfOne(one.First)} ({Votes(one.Second)})");

    /// <summary>Not where one answer settles them all: a demand for a meeting, or too few answers.</summary>
    internal static bool IsSaidOfEach(IReadOnlyList<Outcome>? outcomes, Tally whole) =>
        outcomes is not null && whole.DemandsMeeting == 0 && outcomes.Any(one => one != Outcome.NoQuorum);

    /// <summary>
    /// The results in the words of minutes, so that they are read as the answers to an item's recommendations: »Indstilling 1 og 2 blev godkendt.«
    /// </summary>
    /// <returns>Empty where nothing was decided.</returns>
    internal static string Decision(IReadOnlyList<Outcome> outcomes) => DecisionText.Write(
        outcomes.Select((outcome, index) => (Number: index + 1, What: Decided(outcome)))
            .Where(one => one.What is not null)
            .Select(one => new RecommendationDecision(one.Number, one.What!.Value)),
        outcomes.Count,
        text: null).Value;

    private static RecommendationOutcome? Decided(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => RecommendationOutcome.Approved,
        Outcome.Rejected => RecommendationOutcome.Rejected,
        Outcome.SentToMeeting => RecommendationOutcome.Postponed,
        _ => null,
    };

    internal static string OfOne(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => "godkendt",
        Outcome.Rejected => "ikke godkendt",
        Outcome.SentToMeeting => "sendt til møde",
        Outcome.NoQuorum => "uden beslutningsdygtighed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No result of one recommendation."),
    };

    private static string Numbers(IReadOnlyList<int> numbers) => DanishFormat.List(numbers.Select(number => DanishFormat.Number(number)));
}
