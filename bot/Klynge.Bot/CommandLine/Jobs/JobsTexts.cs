using Klynge.Application.Jobs;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Bot.CommandLine.Jobs;

/// <summary>What <c>jobs</c> says in a terminal.</summary>
internal static class JobsTexts
{
    internal const string Jobs = "Vis, hvad der sker af sig selv: seneste og næste kørsel og fejl.";
    internal const string Json = "Skriv som JSON.";

    internal const string Name = "Job";
    internal const string Plan = "Plan";
    internal const string Last = "Senest";
    internal const string Next = "Næste";
    internal const string Condition = "Tilstand";

    internal const string Never = "aldrig";
    internal const string Waiting = "har ikke kørt endnu";
    internal const string Running = "kører nu";
    internal const string Fine = "i orden";
    internal const string Interrupted = "afbrudt, tages op igen";

    internal static string Overdue(Instant since) => $"over tiden siden {Moment(since)}";

    internal static string Failed(int times, string? failure) => $"fejlet {DanishFormat.Count(times, "gang", "gange")} i træk: {failure}";

    /// <summary>"22. nov. kl. 08.00.10": to the second, since some jobs run every few of them.</summary>
    internal static string Moment(Instant instant)
    {
        var danish = DanishTime.ToDanish(instant);
        return $"{DanishFormat.ShortDate(danish.Date)} kl. {DanishFormat.Time(danish.TimeOfDay)}.{danish.Second:00}";
    }

    /// <summary>"hvert 10. sekund", "hver time", "hver dag kl. 08.00"</summary>
    internal static string Schedule(JobSchedule schedule) => schedule switch
    {
        JobSchedule.Daily daily => $"hver dag {DanishFormat.TimeRange(daily.Time)}",
        JobSchedule.Interval interval => Every(interval.Length),
        _ => throw new InvalidOperationException("No such schedule."),
    };

    private static string Every(Duration length) => (long)length.TotalSeconds switch
    {
        var seconds when seconds % 86400 == 0 => Every(seconds / 86400, "hver", "dag"),
        var seconds when seconds % 3600 == 0 => Every(seconds / 3600, "hver", "time"),
        var seconds when seconds % 60 == 0 => Every(seconds / 60, "hvert", "minut"),
        var seconds => Every(seconds, "hvert", "sekund"),
    };

    private static string Every(long number, string every, string unit) => number == 1 ? $"{every} {unit}" : $"{every} {number}. {unit}";
}
