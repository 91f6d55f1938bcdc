using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings;

/// <summary>The meeting has started, as Teams says or as the secretariat says of one that is held in a room.</summary>
public sealed class BeginMeeting(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, MeetingEventRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(BeginMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Permission.ManageMeetings);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (at.Meeting.Begin(scope.Now).Error is { } refused)
            {
                return refused;
            }

            at.Meeting.TeamsMeetingId = request.TeamsMeetingId ?? at.Meeting.TeamsMeetingId;
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
}

/// <param name="TeamsMeetingId">The channel's id of the Teams meeting, remembered for the next event; null when nobody said.</param>
public sealed record MeetingEventRequest(ForumId ForumId, MeetingId MeetingId, string? TeamsMeetingId = null);
