using System.Globalization;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Microsoft365.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using NodaTime;
using Error = Klynge.Domain.Common.Error;

namespace Klynge.Microsoft365.Calendar;

/// <inheritdoc cref="IMeetingCalendar"/>
internal sealed class GraphCalendar(GraphServiceClient client, OnlineMeetings meetings) : IMeetingCalendar
{
    private const string Permission = "Calendars.Read";
    private const int PageSize = 100;

    public bool IsConnected => true;

    public async Task<Result<CalendarEvent>> ReadAsync(CalendarEventKey key, CancellationToken cancellationToken)
    {
        try
        {
            var item = await client.Users[key.Mailbox].Events[key.EventId].GetAsync(request =>
            {
                GraphPreferences.ForCalendar(request.Headers);
                request.QueryParameters.Select = EventReader.Properties;
            }, cancellationToken);
            var link = item?.OnlineMeeting?.JoinUrl;
            var meeting = string.IsNullOrEmpty(link) ? null : await meetings.TryFindAsync(new OnlineMeetingKey(key.Mailbox, link), cancellationToken);
            return item is not null && EventReader.Read(item, key.Mailbox, meeting) is { } read ? read : new EventNotFound();
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { } failure)
        {
            return Refuse(failure);
        }
    }

    public async Task<Result<IReadOnlyList<CalendarEvent>>> FindAsync(
        OnlineMeetingKey meeting, Instant from, Instant until, CancellationToken cancellationToken)
    {
        try
        {
            return await FindMeetingAsync(meeting, cancellationToken) is { IsKnown: true } found
                ? await ReadViewAsync(meeting, found.Meeting, from, until, cancellationToken)
                : new EventNotFound();
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { } failure)
        {
            return Refuse(failure);
        }
    }

    /// <summary>Without the policy for online meetings the calendar itself may still say what there is.</summary>
    private async Task<(bool IsKnown, OnlineMeeting? Meeting)> FindMeetingAsync(OnlineMeetingKey key, CancellationToken cancellationToken)
    {
        try
        {
            var found = await meetings.FindAsync(key, cancellationToken);
            return (found is not null, found);
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsDenied: true })
        {
            return (true, null);
        }
    }

    /// <summary>Calendar views cannot be filtered by the online meeting, so what is somebody's own affair passes by here and is dropped.</summary>
    private async Task<Result<IReadOnlyList<CalendarEvent>>> ReadViewAsync(
        OnlineMeetingKey key, OnlineMeeting? meeting, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var view = client.Users[key.OrganizerId].CalendarView;
        var page = await view.GetAsync(request =>
        {
            GraphPreferences.ForCalendar(request.Headers);
            request.QueryParameters.StartDateTime = Text(from);
            request.QueryParameters.EndDateTime = Text(until);
            request.QueryParameters.Select = EventReader.Properties;
            request.QueryParameters.Top = PageSize;
        }, cancellationToken);
        var found = new List<CalendarEvent>();
        while (page is not null)
        {
            found.AddRange((page.Value ?? [])
                .Where(item => item.OnlineMeeting?.JoinUrl is { } link && IsSame(link, key.JoinUrl))
                .Select(item => EventReader.Read(item, key.OrganizerId, meeting))
                .OfType<CalendarEvent>());
            page = page.OdataNextLink is { } next
                ? await view.WithUrl(next).GetAsync(request => GraphPreferences.ForCalendar(request.Headers), cancellationToken)
                : null;
        }

        return found.OrderBy(item => item.Start).ToList();
    }

    /// <summary>Teams and Exchange escape the same link differently.</summary>
    private static bool IsSame(string one, string other) =>
        string.Equals(Uri.UnescapeDataString(one), Uri.UnescapeDataString(other), StringComparison.Ordinal);

    private static Error Refuse(GraphFailure failure) => failure switch
    {
        { IsNotFound: true } => new EventNotFound(),
        { IsDenied: true } => new CalendarAccessDenied(Permission),
        _ => throw failure.ToOutage(),
    };

    internal static string Text(Instant instant) => instant.ToDateTimeUtc().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
