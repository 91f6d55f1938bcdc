using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Deadlines;

/// <summary>Days and deadlines as tests write them.</summary>
internal static class Days
{
    internal static ForumId Forum { get; } = ForumId.New();

    internal static LocalDate On(int year, int month, int day) => new(year, month, day);

    internal static Instant At(LocalDate day, int hour, int minute = 0) => DanishTime.ToInstant(day, new LocalTime(hour, minute));

    internal static Deadline Due(LocalDate date, Instant now, DeadlineKind kind = DeadlineKind.Own) =>
        Deadline.Set(new NewDeadline(Forum, "Udpegning", date, kind), by: null, now);

    /// <summary>As people read it: »2025-04-30 08:00 Ahead«.</summary>
    internal static string Show(ReminderRound round) =>
        $"{DanishTime.ToDanish(round.At).ToString("uuuu-MM-dd HH:mm", null)} {round.Kind}";
}
