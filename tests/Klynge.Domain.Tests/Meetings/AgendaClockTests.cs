using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Meetings;

/// <summary>Councils: the agenda 4 hverdage before the meeting, bilag 3, »så vidt muligt«. The numbers are a forum's own data.</summary>
public sealed class AgendaClockTests
{
    /// <summary>Tuesday; 4 hverdage before is Wednesday 7 January, 3 are Thursday 8.</summary>
    private static readonly LocalDate Meeting = new(2026, 1, 13);

    [Theory]
    [InlineData(7, 23, 59, false, false)]
    [InlineData(8, 0, 0, true, false)]
    [InlineData(8, 23, 59, true, false)]
    [InlineData(9, 0, 0, true, true)]
    [InlineData(13, 14, 0, true, true)]
    public void WhatComesAfterTheLastDay_IsLate(int day, int hour, int minute, bool item, bool attachment)
    {
        var clock = AgendaClock.Of(Rules(4, 3), Meeting);
        var now = DanishTime.ToInstant(new LocalDate(2026, 1, day), new LocalTime(hour, minute));

        Assert.Equal((new LocalDate(2026, 1, 7), (LocalDate?)new LocalDate(2026, 1, 8)), (clock.ItemsBy, clock.AttachmentsBy));
        Assert.Equal((item, attachment), (clock.IsItemLate(sentAt: null, now), clock.IsAttachmentLate(now)));
    }

    [Fact]
    public void AfterTheAgendaIsOut_AnItemIsLateBeforeTheLimit_AndABilagIsNot()
    {
        var clock = AgendaClock.Of(Rules(4, 3), Meeting);
        var now = DanishTime.ToInstant(new LocalDate(2026, 1, 2), new LocalTime(9, 0));

        Assert.True(clock.IsItemLate(now - Duration.FromHours(1), now));
        Assert.False(clock.IsAttachmentLate(now));
    }

    [Fact]
    public void WhereTheRulesSetNoLimitForBilag_NoneIsLate() =>
        Assert.False(AgendaClock.Of(Rules(4, null), Meeting).IsAttachmentLate(DanishTime.ToInstant(Meeting, new LocalTime(14, 0))));

    private static RulesOfProcedure Rules(int agenda, int? attachments) => new()
    {
        ItemsIn = TimeLimit.Create(8, TimeLimitUnit.Workdays).Value,
        MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
        Quorum = new QuorumRule(0.5m, EverySector: false),
        WrittenProcedures = null!,
        AgendaOut = TimeLimit.Create(agenda, TimeLimitUnit.Workdays).Value,
        AttachmentsOut = attachments is { } count ? TimeLimit.Create(count, TimeLimitUnit.Workdays).Value : null,
    };
}
