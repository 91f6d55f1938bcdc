using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Easter 2026: Maundy Thursday 2 April, Easter Monday (2. påskedag) 6 April.</summary>
public sealed class ReminderPlanTests
{
    private static readonly Instant Asked = At("2026-03-16T10:00");

    [Theory]
    [InlineData("2026-04-01T09:00", "2026-04-01T09:00")]
    [InlineData("2026-04-01T08:59", null)]
    [InlineData("2026-04-01T12:00", "2026-04-01T09:00")]
    [InlineData("2026-04-02T09:00", null)]
    [InlineData("2026-04-06T08:59:50", null)]
    [InlineData("2026-04-06T09:00", null)]
    [InlineData("2026-04-07T07:59", null)]
    [InlineData("2026-04-07T08:59:50", null)]
    [InlineData("2026-04-07T09:00", "2026-04-07T09:00")]
    [InlineData("2026-04-07T12:00", null)]
    public void Due_AroundEaster_KeepsToHverdage(string now, string? due) =>
        Assert.Equal(due is null ? null : At(due), ReminderPlan.Due(WrittenProcedureRules.UsualReminders, Asked, At("2026-04-07T12:00"), At(now)));

    /// <summary>The host was stopped from the Friday and began again at a quiet or a late hour; nothing comes twice in a row.</summary>
    [Theory]
    [InlineData("2026-01-23T12:00", "2026-01-22T07:00", "2026-01-22T09:00")]
    [InlineData("2026-01-23T12:00", "2026-01-22T08:59:50", "2026-01-22T09:00")]
    [InlineData("2026-01-23T12:00", "2026-01-21T23:30", "2026-01-22T09:00")]
    [InlineData("2026-01-26T12:00", "2026-01-24T08:59:50", "2026-01-26T09:00")]
    [InlineData("2026-01-23T07:00", "2026-01-21T21:00", "2026-01-22T09:00")]
    public void Due_AfterAStop_ComesOnceAndOnAHverdagByDay(string deadline, string started, string first)
    {
        var sent = Sweep(At(deadline), At(started), WrittenProcedureRules.UsualReminders);

        Assert.Equal(At(first), sent[0]);
        Assert.All(sent, at => Assert.True(Workdays.IsWorkday(DanishTime.ToDanish(at).Date)));
        Assert.All(sent, at => Assert.InRange(DanishTime.ToDanish(at).Hour, 8, 19));
        Assert.Equal(sent.Count, sent.Select(at => DanishTime.ToDanish(at).Date).Distinct().Count());
    }

    [Theory]
    [InlineData("06:30", "08:00")]
    [InlineData("22:00", "08:00")]
    [InlineData("20:00", "08:00")]
    [InlineData("19:30", "19:30")]
    [InlineData("08:15", "08:15")]
    public void Due_AtAnHourOfTheNight_ComesAtEight(string written, string comes)
    {
        var limit = TimeLimit.Create(1, TimeLimitUnit.Days, ClockTime.FromMinutes((int)TimeSpan.Parse(written, null).TotalMinutes)).Value;

        Assert.Equal([At($"2026-01-22T{comes}")], Sweep(At("2026-01-23T12:00"), At("2026-01-20T00:00"), [limit]));
    }

    [Fact]
    public void Due_RightAfterTheCaseWasSentOut_IsLeftOut() =>
        Assert.Empty(Sweep(At("2026-01-20T12:00"), At("2026-01-20T08:55"), WrittenProcedureRules.UsualReminders, At("2026-01-20T08:50")));

    /// <summary>What the job sends when it looks twice a minute.</summary>
    private static List<Instant> Sweep(Instant deadline, Instant from, IReadOnlyList<TimeLimit> reminders, Instant? asked = null)
    {
        var (sent, done) = (new List<Instant>(), Instant.MinValue);
        for (var now = from; now < deadline + Duration.FromHours(1); now += Duration.FromSeconds(10))
        {
            if (ReminderPlan.Due(reminders, asked ?? At("2026-01-05T10:00"), deadline, now) is { } due && due > done)
            {
                done = due;
                sent.Add(now);
            }
        }

        return sent;
    }

    private static Instant At(string danish) =>
        DanishTime.ToInstant(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture(danish.Length > 16 ? "uuuu-MM-dd'T'HH:mm:ss" : "uuuu-MM-dd'T'HH:mm").Parse(danish).Value);
}
