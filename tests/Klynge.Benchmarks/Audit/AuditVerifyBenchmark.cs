using System.Diagnostics;
using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Data.Migrations;
using Klynge.Domain.Common;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Audit;

/// <summary>
/// <c>audit-verify [rows]</c>: a log as the writer writes it, checked by the program's own command in a process of its own at a tenth and
/// at the whole. Ten times the rows must take ten times as long and no more memory.
/// </summary>
internal static class AuditVerifyBenchmark
{
    private const int Lanes = 256;

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var rows = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("klynge-verify-").FullName;
        try
        {
            await ShowAsync(folder, 0, rows / 10);
            await ShowAsync(folder, rows / 10, rows);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ShowAsync(string folder, int from, int to)
    {
        var filled = Stopwatch.StartNew();
        await FillAsync(Path.Combine(folder, ".data"), to - from);
        var rate = (to - from) / filled.Elapsed.TotalSeconds;
        var (took, peak, said) = await VerifyAsync(folder);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"audit verify, {to,9:N0} rows: {took.TotalSeconds,6:0.0} s, {to / took.TotalSeconds,7:N0} rows/s, {peak / 1024 / 1024,4:N0} MB at the most ({said}; written at {rate:N0} rows/s)"));
    }

    private static async Task FillAsync(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        var options = new DbContextOptionsBuilder<KlyngeContext>().UseKlyngeSqlite($"Data Source={Path.Combine(folder, "klynge.db")};Pooling=False").Options;
        var contexts = new PooledDbContextFactory<KlyngeContext>((DbContextOptions<KlyngeContext>)options);
        await using (var db = await contexts.CreateDbContextAsync())
            await new Migrator(db, SystemClock.Instance).MigrateAsync(CancellationToken.None);

        await using var writer = new Writer(contexts, SystemClock.Instance);
        var left = rows;
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await writer.WriteAsync<Done>(Caller.System, "CastVote", forum: null, RecordOneAsync);
        }));
    }

    /// <summary>A row of the length of a vote's.</summary>
    private static Task<Result<Done>> RecordOneAsync(WriteScope scope)
    {
        scope.Record(new RowChange(
            "Vote",
            Guid.NewGuid(),
            [("answer", 1), ("remarks", null), ("castAt", "2026-01-13T08:00:00Z"), ("version", 1)],
            [("answer", 2), ("remarks", "Vi kan tilslutte os indstillingen med de faldne bemærkninger."), ("castAt", "2026-01-13T09:00:00Z"), ("version", 1)]));
        return Task.FromResult<Result<Done>>(default(Done));
    }

    private static async Task<(TimeSpan Took, long Peak, string Said)> VerifyAsync(string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = ProgramRun.Start(folder, null, "audit", "verify");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (ProcessMemory.Of(process) is { } now)
        {
            peak = Math.Max(peak, now);
            await look.WaitForNextTickAsync();
        }

        var took = Stopwatch.GetElapsedTime(begun);
        return process.ExitCode == 0
            ? (took, peak, (await output).Split('\n')[0].Trim().TrimEnd('.'))
            : throw new InvalidOperationException(await error);
    }
}
