using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;
using static Klynge.Domain.Tests.Deadlines.Days;

namespace Klynge.Domain.Tests.Deadlines;

public sealed class AnnualDatesTests
{
    [Fact]
    public void EveryYear_ComesOnceAYear_OverNewYear() => Assert.Equal(
        [On(2026, 4, 30), On(2027, 4, 30)],
        AnnualDates.Of(new AnnualRule.EveryYear(4, 30), On(2026, 1, 13), On(2027, 12, 31)));

    [Fact]
    public void EveryYear_OnLeapDay_IsThe28thInOtherYears() => Assert.Equal(
        [On(2027, 2, 28), On(2028, 2, 29), On(2029, 2, 28)],
        AnnualDates.Of(new AnnualRule.EveryYear(2, 29), On(2026, 12, 31), On(2029, 3, 1)));

    [Fact]
    public void EveryYear_OnTheFirstOrLastDayAsked_IsIncluded() => Assert.Equal(
        [On(2026, 4, 30)],
        AnnualDates.Of(new AnnualRule.EveryYear(4, 30), On(2026, 4, 30), On(2026, 4, 30)));

    [Fact]
    public void LastFriday_OfEveryMonth_IsFoundEvenWhenItIsTheLastDay() => Assert.Equal(
        [On(2026, 1, 30), On(2026, 2, 27), On(2026, 3, 27), On(2026, 7, 31)],
        AnnualDates.Of(new AnnualRule.LastOfMonth(IsoDayOfWeek.Friday, null), On(2026, 1, 13), On(2026, 7, 31))
            .Where(date => date.Month is < 4 or 7));

    [Fact]
    public void LastWorkday_OfDecember_LeavesTheClosedDaysOut() => Assert.Equal(
        [On(2026, 12, 30)],
        AnnualDates.Of(new AnnualRule.LastOfMonth(null, 12), On(2026, 1, 1), On(2026, 12, 31)));

    [Fact]
    public void RuleOfMeetings_HasNoDaysOfItsOwn() => Assert.Empty(
        AnnualDates.Of(new AnnualRule.BeforeMeetings(TimeLimit.Create(11, TimeLimitUnit.Workdays).Value), On(2026, 1, 1), On(2026, 12, 31)));

    [Fact]
    public void Rules_ReadAsASecretaryWritesThem() => Assert.Equal(
        ["30. april", "sidste fredag i måneden", "sidste hverdag i juni", "11 hverdage før mødet"],
        new AnnualRule[]
        {
            new AnnualRule.EveryYear(4, 30),
            new AnnualRule.LastOfMonth(IsoDayOfWeek.Friday, null),
            new AnnualRule.LastOfMonth(null, 6),
            new AnnualRule.BeforeMeetings(TimeLimit.Create(11, TimeLimitUnit.Workdays).Value),
        }.Select(rule => rule.ToString()));

    [Fact]
    public void MeetingDeadlines_AreThoseOfTheRulesOfProcedure()
    {
        var rules = Rules();

        Assert.Equal(
            [
                (DeadlineKind.ItemsIn, On(2026, 1, 23)), (DeadlineKind.AgendaOut, On(2026, 1, 27)),
                (DeadlineKind.MinutesOut, On(2026, 2, 17)), (DeadlineKind.CommentsIn, On(2026, 2, 24)),
            ],
            MeetingDeadlines.Of(rules, On(2026, 2, 3), minutesOut: null));
    }

    [Fact]
    public void Comments_CountFromTheDayTheMinutesWentOut() => Assert.Contains(
        (DeadlineKind.CommentsIn, On(2026, 2, 12)), MeetingDeadlines.Of(Rules(), On(2026, 2, 3), On(2026, 2, 5)));

    [Fact]
    public void Comments_AreNoneWhereTheRulesNameNoTime() => Assert.DoesNotContain(
        MeetingDeadlines.Of(Rules() with { CommentsIn = null }, On(2026, 2, 3), On(2026, 2, 5)), one => one.Kind == DeadlineKind.CommentsIn);

    private static RulesOfProcedure Rules() => new()
    {
        ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days, ClockTime.Midnight).Value,
        AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
        MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
        CommentsIn = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
        Quorum = new QuorumRule(0.5m, EverySector: false),
        WrittenProcedures = null!,
    };
}
