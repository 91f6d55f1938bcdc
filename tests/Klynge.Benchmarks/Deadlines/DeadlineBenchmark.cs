using System.Diagnostics;
using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Benchmarks.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Deadlines;

/// <summary>
/// A hundred thousand open deadlines, of which a hundred are due: how long the sweep takes to find them. The reminders of the others are
/// spread over the year ahead.
/// </summary>
internal static class DeadlineBenchmark
{
    private const int Open = 100_000;
    private const int Due = 100;
    private const int Runs = 50;

    internal static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-deadlines-").FullName;
        try
        {
            var board = await VoteBoard.CreateAsync(folder, voters: 13);
            var options = (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>()
                .UseKlyngeSqlite($"Data Source={Path.Combine(folder, "klynge.db")}").Options;
            var now = DanishTime.ToInstant(new LocalDate(2026, 1, 16), new LocalTime(8, 0));
            await using var db = new KlyngeContext(options);
            await FillAsync(db, board.Procedure.ForumId, now);
            await MeasureAsync(db, now);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(KlyngeContext db, ForumId forum, Instant now)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var number = 0; number < Open; number++)
        {
            var deadline = Deadline.Set(new NewDeadline(forum, $"Frist {number}", DateOf(number), DeadlineKind.Own), by: null, now);
            deadline.Plan(DeadlineReminders.Usual, number < Due ? now - Duration.FromMinutes(1) : now);
            db.Deadlines.Add(deadline);
            if (number % 5_000 == 4_999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The first ones have a reminder two weeks before 30 January; the others have their next one after today.</summary>
    private static LocalDate DateOf(int number) =>
        number < Due ? new LocalDate(2026, 1, 30) : new LocalDate(2026, 2, 1).PlusDays(number % 365);

    private static async Task MeasureAsync(KlyngeContext db, Instant now)
    {
        var times = new List<double>();
        var found = 0;
        for (var run = 0; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            found = (await SendDeadlineReminders.Due(db, now).ToListAsync()).Count;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var (first, rest) = (times[0], times.Skip(1).Order().ToList());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Open:N0} open deadlines, {found} due: found in {rest[rest.Count / 2]:0.00} ms (median of {rest.Count}), {rest[^1]:0.00} ms at the slowest; {first:0.0} ms the first time in the process, which translates the query"));
    }
}
