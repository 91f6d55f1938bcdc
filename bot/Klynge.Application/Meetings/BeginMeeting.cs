using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings;

/// <summary>
/// The meeting has started, as Teams says or as the secretariat says of one that is held in a room. Long before its time it is asked
/// about first: the person who pressed the button, or the secretariat where Teams says so.
/// </summary>
public sealed class BeginMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    public Task<Result<Done>> HandleAsync(Caller caller, MeetingEventRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(BeginMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!request.IsSure && at.Meeting.IsEarlyStart(scope.Now))
                return await AskAsync(scope, at);

            if (at.Meeting.Begin(scope.Now).Error is { } refused)
                return refused;

            at.Meeting.TeamsMeetingId = request.TeamsMeetingId ?? at.Meeting.TeamsMeetingId;
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);

    private static async Task<Result<Done>> AskAsync(WriteScope scope, MeetingOfForum at)
    {
        if (scope.Caller.PersonId is not null)
            return new MeetingStartsLater(CardParts.When(at.Meeting.Time));

        if (at.Meeting.DoubtStart(scope.Now))
        {
            var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
            await scope.NotifySecretariatAsync(at.Forum.Id, MeetingQuestions.Begin(view, scope.Today, Texts.TeamsHasStarted));
        }

        return default(Done);
    }
}

/// <param name="TeamsMeetingId">The channel's id of the Teams meeting, remembered for the next event; null when nobody said.</param>
/// <param name="IsSure">A person has answered the question that an unlikely time asks.</param>
public sealed record MeetingEventRequest(ForumId ForumId, MeetingId MeetingId, string? TeamsMeetingId = null, bool IsSure = false);
