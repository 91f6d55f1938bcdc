using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Invitations.Linking;

/// <summary>
/// Finds the board meetings that the meeting of a chat is, all of them where it is a series, and ties them to their events; what is
/// missing is planned. The secretariat is told once. While nobody knows the forum, nothing happens: the chat's own card asks, and the
/// answer puts the chat into the inbox again.
/// </summary>
public sealed class LinkMeetingChat(
    IDbContextFactory<KlyngeContext> contexts,
    Writer writer,
    ConversationRegister conversations,
    ITeamsMeetings teams,
    IMeetingCalendar calendar,
    IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = ScheduleMeeting.Needs;

    /// <summary>A series may have begun years ago and go on for ever; the board plans a year.</summary>
    private static readonly Duration SearchedAfter = Duration.FromDays(366);

    private static readonly Duration SearchedBefore = Duration.FromHours(12);

    internal async Task HandleAsync(CalendarInboxEntry entry, CancellationToken cancellationToken)
    {
        var (chat, forum) = await FindAsync(entry.Subject, cancellationToken);
        var details = chat is null ? null : await teams.ReadAsync(chat.ServiceUrl, chat.TeamsMeetingId, cancellationToken);
        var found = await ReadAsync(chat, details, cancellationToken);
        var result = await writer.WriteAsync<Done>(
            new WriteIntent(nameof(LinkMeetingChat), Caller.Of(JobRights.ReadCalendar), forum), scope => LinkAsync(scope, entry, details, found), cancellationToken);
        if (result.IsSuccess)
            conversations.Forget(entry.Subject);
    }

    private async Task<(MeetingChat? Chat, ForumId? Forum)> FindAsync(string chatId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (
            await db.MeetingChats.AsNoTracking().SingleOrDefaultAsync(one => one.ConversationId == chatId, cancellationToken),
            await db.Conversations.Where(one => one.Id == chatId && db.Forums.Any(forum => forum.Id == one.ForumId && !forum.IsClosed)).Select(one => one.ForumId).SingleOrDefaultAsync(cancellationToken));
    }

    private async Task<Result<IReadOnlyList<CalendarEvent>>> ReadAsync(
        MeetingChat? chat, MeetingDetails? details, CancellationToken cancellationToken)
    {
        var (organizer, url) = (OrganizerOf(details) ?? chat?.OrganizerId, details?.Details?.JoinUrl ?? chat?.JoinUrl);
        if (organizer is null || url is null || !calendar.IsConnected)
            return new NoCalendar();

        var now = clock.GetCurrentInstant();
        return await calendar.FindAsync(new OnlineMeetingKey(organizer, url), now - SearchedBefore, now + SearchedAfter, cancellationToken);
    }

    /// <summary>What Teams says now; what it has said before stays where it says nothing.</summary>
    private static void Note(MeetingChat chat, MeetingDetails details)
    {
        chat.OrganizerId = OrganizerOf(details) ?? chat.OrganizerId;
        (chat.JoinUrl, chat.Title) = (details.Details?.JoinUrl ?? chat.JoinUrl, details.Details?.Title ?? chat.Title);
        (chat.Start, chat.End) = (ToInstant(details.Details?.ScheduledStartTime), ToInstant(details.Details?.ScheduledEndTime));
    }

    private static string? OrganizerOf(MeetingDetails? details) =>
        AttendeeAddress.Normalised(details?.Organizer?.AadObjectId ?? details?.Organizer?.ObjectId);

    private static Instant? ToInstant(DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;

    private static async Task<Result<Done>> LinkAsync(
        WriteScope scope, CalendarInboxEntry entry, MeetingDetails? details, Result<IReadOnlyList<CalendarEvent>> found)
    {
        scope.Complete(entry);
        if (await scope.Db.MeetingChats.FindAsync(entry.Subject) is not { } chat)
            return default(Done);

        if (details is not null)
            Note(chat, details);

        if (await MeetingForum.FindAsync(scope, chat) is not { } forum)
            return default(Done);

        await scope.EnterAsJobAsync(forum.Id, Needs);
        await LinkChatAsync(scope, chat, forum);
        var linked = found.TryGet(out var events, out var error) && events.Count > 0
            ? await LinkEventsAsync(scope, forum, chat, events)
            : await LinkFactsAsync(scope, forum, chat, error);
        if (linked.Count > 0)
        {
            var first = await linked[0].ViewAsync(scope.Db);
            var meetings = linked.ConvertAll(one => (one.Meeting.Time, one.IsNew));
            await scope.NotifySecretariatAsync(forum.Id, CalendarNotices.Linked(first, meetings));
        }

        return default(Done);
    }

    /// <summary>The chat of a meeting whose forum is known by its series or its subject belongs to the forum, too.</summary>
    private static async Task LinkChatAsync(WriteScope scope, MeetingChat chat, Forum forum)
    {
        if (await scope.Db.Conversations.FindAsync(chat.ConversationId) is { ForumId: null } conversation)
        {
            conversation.ForumId = forum.Id;
            await scope.RefreshAsync(ForumChatCard.KeyOf(conversation.Id));
        }
    }

    /// <returns>Those that were not tied to their event before.</returns>
    private static async Task<List<LinkedMeeting>> LinkEventsAsync(
        WriteScope scope, Forum forum, MeetingChat chat, IReadOnlyList<CalendarEvent> events)
    {
        var news = new List<LinkedMeeting>();
        foreach (var read in events.OrderBy(one => one.Start))
        {
            var known = await MeetingLinker.FindAsync(scope, read.Key);
            if ((known ?? await MeetingLinker.LinkAsync(scope, forum, read)) is not { } linked)
                continue;

            linked.Meeting.TeamsMeetingId = chat.TeamsMeetingId;
            await ApplyCalendarChange.ApplyAsync(scope, linked, read);
            if (known is null)
                news.Add(linked);
        }

        return news;
    }

    /// <summary>No calendar can be read, or it has no such event: what Teams says is enough to know which meeting it is.</summary>
    private static async Task<List<LinkedMeeting>> LinkFactsAsync(WriteScope scope, Forum forum, MeetingChat chat, Error? error)
    {
        if (await MeetingLinker.LinkAsync(scope, forum, chat) is not { } linked)
            return [];

        var isNews = linked.IsNew || linked.Meeting.TeamsMeetingId != chat.TeamsMeetingId;
        linked.Meeting.TeamsMeetingId = chat.TeamsMeetingId;
        linked.Meeting.JoinUrl = chat.JoinUrl ?? linked.Meeting.JoinUrl;
        linked.Meeting.JoinMeetingId ??= OnlinePlace.NumberIn(chat.JoinUrl);
        linked.Link.JoinUrl = chat.JoinUrl ?? linked.Link.JoinUrl;
        if (error is CalendarAccessDenied && isNews)
            await scope.NotifySecretariatAsync(forum.Id, CalendarNotices.NotRead(await linked.ViewAsync(scope.Db), error));

        return linked.IsNew ? [linked] : [];
    }
}
