using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>
/// »Mødet starter« and »mødet slutter«, as Teams reports them. The meeting is the one that carries the Teams meeting's id, else the
/// nearest of the forum whose chat it is; the id is remembered, so that the end finds what the start began.
/// </summary>
public sealed partial class MeetingEvents(
    IDbContextFactory<KlyngeContext> contexts,
    BeginMeeting beginMeeting,
    FinishMeeting finishMeeting,
    MeetingChatRegister chats,
    IClock clock,
    ILogger<MeetingEvents> logger) : IActivityModule
{
    public void Map(ActivityRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var guard = new StorageGuard(logger);
        var (begin, finish) = (guard.AroundNews((turn, stop) => HandleAsync(turn, EventRights.MeetingStart, beginMeeting.HandleAsync, stop)), guard.AroundNews((turn, stop) => HandleAsync(turn, EventRights.MeetingEnd, finishMeeting.HandleAsync, stop)));
        router.OnEvent(EventNames.MeetingStart, (turn, _, stop) => begin(turn, stop));
        router.OnEvent(EventNames.MeetingEnd, (turn, _, stop) => finish(turn, stop));
    }

    /// <summary>
    /// The meeting that an event is about; null when no forum can be told from it. In a forum's chat it is that forum's own, whatever Teams
    /// meeting the event names, and never one of a forum that is closed down.
    /// </summary>
    internal async Task<Meeting?> FindAsync(string? teamsMeetingId, string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.Conversations.Where(chat => chat.Id == conversationId)
            .Select(chat => chat.ForumId)
            .SingleOrDefaultAsync(cancellationToken);
        var meetings = db.Meetings.AsNoTracking().Where(meeting => meeting.Status != MeetingStatus.Cancelled
            && (forum == null || meeting.ForumId == forum)
            && db.Forums.Any(one => one.Id == meeting.ForumId && !one.IsClosed));
        var byId = teamsMeetingId is null
            ? []
            : await meetings.Where(meeting => meeting.TeamsMeetingId == teamsMeetingId).ToListAsync(cancellationToken);
        if (Nearest(byId) is { } known)
            return known;

        return forum is null ? null : Nearest(await meetings.Where(meeting => meeting.Status != MeetingStatus.Held).ToListAsync(cancellationToken));
    }

    private async Task HandleAsync(
        TurnContext turn,
        EventRight row,
        Func<Caller, MeetingEventRequest, CancellationToken, Task<Result<Done>>> useCase,
        CancellationToken cancellationToken)
    {
        await chats.NoteAsync(turn, again: turn.Activity.Name == EventNames.MeetingStart, cancellationToken);
        var teamsMeetingId = turn.Activity.ChannelData?.Meeting?.Id;
        if (await FindAsync(teamsMeetingId, ConversationRegister.IdOf(turn), cancellationToken) is not { } meeting)
        {
            LogUnknown(turn.Activity.Name);
            return;
        }

        var (channel, chat) = (turn.Activity.ChannelId, turn.Activity.Conversation?.Id);
        var caller = Caller.Of(row) with { ActivityKey = turn.Activity.Id is { } id ? $"{channel}/{chat}/{id}" : null };
        var result = await useCase(caller, new MeetingEventRequest(meeting.ForumId, meeting.Id, teamsMeetingId), cancellationToken);
        if (!result.IsSuccess)
            LogRefused(turn.Activity.Name, meeting.Id.Value, result.Error.Code);
    }

    /// <summary>One in progress first; a series shares one Teams meeting, so otherwise the one whose start is nearest.</summary>
    private Meeting? Nearest(List<Meeting> meetings)
    {
        var now = clock.GetCurrentInstant();
        return meetings
            .OrderByDescending(meeting => meeting.Status == MeetingStatus.InProgress)
            .ThenBy(meeting => Math.Abs((meeting.Time.StartInstant - now).TotalMinutes))
            .FirstOrDefault();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ignored event {Name}: it belongs to no meeting of a forum")]
    private partial void LogUnknown(string? name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {Name} of meeting {MeetingId} had no effect: {Code}")]
    private partial void LogRefused(string? name, Guid meetingId, string code);
}
