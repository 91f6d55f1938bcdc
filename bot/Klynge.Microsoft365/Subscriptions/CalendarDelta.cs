using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Calendar;
using Klynge.Microsoft365.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.CalendarView.Delta;
using NodaTime;

namespace Klynge.Microsoft365.Subscriptions;

/// <summary>One round of a calendar's delta query. Every page is handed on before the next is asked for, and the link is given back only when all are.</summary>
internal sealed class CalendarDelta(
    GraphServiceClient client, GraphHosts hosts, ReceiveCalendarEvents events, ReceiveCalendarNotifications notifications, IClock clock)
{
    /// <summary>Board meetings are planned for the year, and next year's in good time.</summary>
    private static readonly Duration Ahead = Duration.FromDays(550);

    /// <summary>A meeting of yesterday can still be answered.</summary>
    private static readonly Duration SearchedBefore = Duration.FromDays(2);

    /// <summary>After this long the window is moved, which means to read everything once.</summary>
    private static readonly Duration MaxWindow = Duration.FromDays(30);

    /// <returns>The link for the next round and the start of its window.</returns>
    public async Task<(string? Link, Instant? WindowStart)> ReadAsync(CalendarWatch watch, CancellationToken cancellationToken)
    {
        if (watch is { DeltaLink: { } link, WindowStart: { } start } && IsGood(link, start))
        {
            try
            {
                return (await ReadPagesAsync(watch.Mailbox, await FollowAsync(watch.Mailbox, link, cancellationToken), cancellationToken), start);
            }
            catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsStateLost: true })
            {
                // The link has run out: read everything, which is what follows.
            }
        }

        var from = clock.GetCurrentInstant() - SearchedBefore;
        var first = await client.Users[watch.Mailbox].CalendarView.Delta.GetAsDeltaGetResponseAsync(request =>
        {
            GraphPreferences.ForDelta(request.Headers);
            request.QueryParameters.StartDateTime = GraphCalendar.Text(from);
            request.QueryParameters.EndDateTime = GraphCalendar.Text(from + Ahead);
        }, cancellationToken);
        return (await ReadPagesAsync(watch.Mailbox, first, cancellationToken), from);
    }

    private bool IsGood(string link, Instant windowStart) =>
        clock.GetCurrentInstant() - windowStart < MaxWindow && Uri.TryCreate(link, UriKind.Absolute, out var url) && hosts.IsGraph(url);

    private async Task<string?> ReadPagesAsync(string mailbox, DeltaGetResponse? page, CancellationToken cancellationToken)
    {
        while (page is not null)
        {
            await HandOnAsync(mailbox, page.Value ?? [], cancellationToken);
            if (page.OdataNextLink is not { } next)
                return page.OdataDeltaLink;

            page = await FollowAsync(mailbox, next, cancellationToken);
        }

        return null;
    }

    /// <summary>The links of Graph are used as they are; changing them spoils them.</summary>
    private Task<DeltaGetResponse?> FollowAsync(string mailbox, string link, CancellationToken cancellationToken) =>
        client.Users[mailbox].CalendarView.Delta.WithUrl(link)
            .GetAsDeltaGetResponseAsync(request => GraphPreferences.ForDelta(request.Headers), cancellationToken);

    /// <summary>What is removed is gone, or has only left the window: whoever reads the event finds out.</summary>
    private async Task HandOnAsync(string mailbox, List<Event> items, CancellationToken cancellationToken)
    {
        var removed = items.Where(IsRemoved).Select(item => item.Id).OfType<string>().Select(id => new CalendarEventKey(mailbox, id)).ToList();
        if (removed.Count > 0)
            await notifications.HandleAsync(removed, cancellationToken);

        var found = items.Where(item => !IsRemoved(item)).Select(item => EventReader.Read(item, mailbox)).OfType<CalendarEvent>().ToList();
        if (found.Count > 0)
            await events.HandleAsync(found, cancellationToken);
    }

    private static bool IsRemoved(Event item) => item.AdditionalData.ContainsKey("@removed");
}
