using Klynge.Application.Attendance;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>
/// Works the calendar's inbox off. What has to be read is read beforehand, several things beside each other; the effect and the removal of
/// the entry are one write, so a process that is killed in between does the reading again and the effect once. An entry that fails waits,
/// longer each time, and holds no other up.
/// </summary>
public sealed partial class ProcessCalendarInbox(
    IDbContextFactory<KlyngeContext> contexts,
    Writer writer,
    IClock clock,
    ReadEvent events,
    LinkMeetingChat chats,
    ReadAttendance reports,
    ILogger<ProcessCalendarInbox> logger)
{
    private const int MaxAtOnce = 200;
    private const int Readers = 8;
    private const int MaxDoublings = 8;

    /// <summary>News as old as this are given up: a full resync of the mailbox has long brought them by another way.</summary>
    private static readonly Duration RetryTimeout = Duration.FromDays(7);

    private static readonly Duration FirstWait = Duration.FromSeconds(15);

    /// <summary>Works off everything that is due, also what comes in meanwhile.</summary>
    /// <returns>How many entries were taken up.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(due, options, async (entry, stop) => await TryAsync(entry, stop));
            taken += due.Count;
        }

        return taken;
    }

    private async Task<List<CalendarInboxEntry>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CalendarInbox.AsNoTracking()
            .Where(entry => entry.DueAt <= now)
            .OrderBy(entry => entry.DueAt)
            .Take(MaxAtOnce)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whatever goes wrong with one entry must not keep the others from being worked off; a database that is away ends the run.</summary>
    private async Task TryAsync(CalendarInboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (await RunAsync(entry, cancellationToken) is { } error)
            {
                LogRefused(entry.Kind, error.Code);
                await PostponeAsync(entry, null, cancellationToken);
            }
        }
        catch (CalendarUnavailableException exception)
        {
            LogUnavailable(entry.Kind, exception);
            await PostponeAsync(entry, exception.RetryAfter, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StorageUnavailableException) && !Outage.Is(exception))
        {
            LogFailed(entry.Kind, exception);
            await PostponeAsync(entry, null, cancellationToken);
        }
    }

    private async Task<Error?> RunAsync(CalendarInboxEntry entry, CancellationToken cancellationToken)
    {
        switch (entry.Kind)
        {
            case CalendarInboxKind.Event:
                return await events.HandleAsync(entry, cancellationToken);
            case CalendarInboxKind.Chat:
                await chats.HandleAsync(entry, cancellationToken);
                return null;
            case CalendarInboxKind.Report:
                await reports.HandleAsync(entry, cancellationToken);
                return null;
            default:
                throw new InvalidOperationException($"Nothing works off entries of kind {entry.Kind}.");
        }
    }

    private Task<Result<Done>> PostponeAsync(CalendarInboxEntry entry, Duration? asked, CancellationToken cancellationToken)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(entry.Attempts, MaxDoublings));
        var intent = new WriteIntent(nameof(ProcessCalendarInbox), Caller.System, IsOnRecord: false);
        return writer.WriteAsync<Done>(intent, scope =>
        {
            if (scope.Now - entry.ReceivedAt > RetryTimeout)
            {
                LogGivenUp(entry.Kind, entry.Attempts);
                scope.Complete(entry);
            }
            else
            {
                scope.Postpone(entry, scope.Now + Duration.Max(wait, asked ?? Duration.Zero));
            }

            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);
    }

    [LoggerMessage(2811, LogLevel.Warning, "Postponed inbox entry of kind {Kind}: {Code}")]
    private partial void LogRefused(CalendarInboxKind kind, string code);

    [LoggerMessage(2812, LogLevel.Warning, "The calendar did not answer for inbox entry of kind {Kind}; retrying later")]
    private partial void LogUnavailable(CalendarInboxKind kind, Exception exception);

    [LoggerMessage(2813, LogLevel.Error, "Failed to process inbox entry of kind {Kind}; retrying later")]
    private partial void LogFailed(CalendarInboxKind kind, Exception exception);

    [LoggerMessage(2814, LogLevel.Error, "Dropped inbox entry of kind {Kind} after {Attempts} attempts")]
    private partial void LogGivenUp(CalendarInboxKind kind, int attempts);
}
