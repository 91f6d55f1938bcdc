using Klynge.Domain.Calendar;

namespace Klynge.Domain.Forums;

/// <summary>A forum's rules for deciding in writing between meetings (skriftlig behandling).</summary>
/// <param name="Allowed">Whether the forum decides in writing at all.</param>
/// <param name="MinimumOpen">The shortest time that members have to answer.</param>
/// <param name="DefaultOpen">The time proposed when a case is opened.</param>
/// <param name="Rule">How the votes become a result.</param>
/// <param name="SilenceIsConsent">Stiltiende accept: who has not answered by the deadline has agreed. Never unless the rules say so.</param>
/// <param name="VotesShownWhileOpen">Whether members see each other's answers before the case closes.</param>
/// <param name="ClosesWhenAllHaveAnswered">Whether the case may close ahead of its deadline.</param>
public sealed record WrittenProcedureRules(
    bool Allowed,
    TimeLimit MinimumOpen,
    TimeLimit DefaultOpen,
    DecisionRule Rule,
    bool SilenceIsConsent,
    bool VotesShownWhileOpen,
    bool ClosesWhenAllHaveAnswered)
{
    /// <summary>The wait of a forum that has set none.</summary>
    public const int UsualClosingDelay = 10;

    /// <summary>
    /// When those who have not answered are reminded, counted back from the day of the deadline: 3 days and 1 day before and on the day
    /// itself, at 9.00, where the forum has set nothing else.
    /// </summary>
    public IReadOnlyList<TimeLimit> Reminders { get; init; } = UsualReminders;

    /// <summary>
    /// How long a case that closes when all have answered waits after the last answer, so that nobody's tap ends it for everybody by
    /// surprise: 10 minutes where the forum has set nothing else, 0 to close at once.
    /// </summary>
    public int ClosingDelayMinutes { get; init; } = UsualClosingDelay;

    /// <summary>
    /// Each recommendation of a case has an answer and a result of its own: "Indstilling 1 og 2 godkendt, indstilling 3 ikke godkendt". Otherwise
    /// a case is answered as a whole, as it always is where it has one recommendation.
    /// </summary>
    public bool AnswerPerRecommendation { get; init; }

    /// <summary>The reminders of a forum that has set none.</summary>
    public static IReadOnlyList<TimeLimit> UsualReminders => [AtNine(3), AtNine(1), AtNine(0)];

    private static TimeLimit AtNine(int daysBefore) =>
        TimeLimit.Create(daysBefore, TimeLimitUnit.Days, ClockTime.FromMinutes(9 * 60)).Value;
}
