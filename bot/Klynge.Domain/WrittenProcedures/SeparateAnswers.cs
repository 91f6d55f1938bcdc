using Klynge.Domain.Forums;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// Answers that are given to each recommendation of a case, where the forum's rules want it so. Who answers them all alike has answered the
/// case as a whole, so "approve, approve" is <see cref="Answer.Approve"/> and only "approve, reject" is <see cref="Answer.Separate"/>.
/// </summary>
public static class SeparateAnswers
{
    /// <summary>With fewer recommendations there is nothing to tell apart.</summary>
    public const int Fewest = 2;

    /// <summary>How many recommendations of a case are answered each for itself under these rules; null where it is answered as a whole.</summary>
    public static int? CountOf(CaseText text, WrittenProcedureRules rules) =>
        rules.AnswerPerRecommendation && text.Recommendations.Count >= Fewest ? text.Recommendations.Count : null;

    /// <summary>What can be answered to one recommendation; a meeting is demanded, and somebody is inhabil, for the whole case.</summary>
    public static bool IsOfOne(Answer answer) => answer is Answer.Approve or Answer.ApproveWithRemarks or Answer.Reject;

    /// <summary>The answer to one recommendation, whether it was given by itself or to the whole case.</summary>
    /// <param name="recommendation">Its number, from 1.</param>
    public static Answer? To(int recommendation, Answer? answer, IReadOnlyList<Answer>? each) =>
        answer == Answer.Separate ? each![recommendation - 1] : answer;

    /// <summary>The result of a case, said from those of its recommendations.</summary>
    public static Outcome Combine(IReadOnlyList<Outcome> outcomes) => outcomes.Distinct().Count() == 1 ? outcomes[0] : Outcome.Mixed;

    /// <summary>The recommendations by what became of them, each group by its first number: 1 and 3 rejected, 2 adopted.</summary>
    public static IEnumerable<(T What, IReadOnlyList<int> Numbers)> Group<T>(IEnumerable<T> each) => each
        .Select((what, index) => (What: what, Number: index + 1))
        .GroupBy(one => one.What)
        .Select(group => (group.Key, (IReadOnlyList<int>)[.. group.Select(one => one.Number)]));
}
