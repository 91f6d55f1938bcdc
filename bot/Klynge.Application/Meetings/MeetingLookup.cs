using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>
/// What the commands and buttons of meetings look up before they answer: the forum, the person's access, the meeting, its agenda.
/// </summary>
internal sealed class MeetingLookup(IDbContextFactory<KlyngeContext> contexts, Gate gate)
{
    /// <summary>The meeting on a date, or the next one.</summary>
    internal async Task<Result<MeetingId>> FindAsync(ChatTurn turn, Forum forum, LocalDate? date, CancellationToken cancellationToken)
    {
        var meetings = await gate.MeetingsAsync(turn, forum.Id, cancellationToken);
        if (date is not { } day)
            return meetings.Next(turn.Today) is { } next ? next.Id : new NoMeetingAhead(forum.Name);

        return meetings.On(day) is { } meeting ? meeting.Id : new NoMeetingOnDate(forum.Name, DanishFormat.Date(day));
    }

    /// <summary>The agenda as this person may see it here: what is closed stays closed where others read along.</summary>
    internal Task<Result<AgendaVisit>> AgendaAsync(
        ChatTurn turn, Visit visit, MeetingId meetingId, InvokedAction? action, CancellationToken cancellationToken) =>
        AgendaAsync(turn, visit, meetingId, action, itemsOnly: false, cancellationToken);

    /// <summary>The same for a card of one item or of decisions: nobody's attendance is read.</summary>
    internal Task<Result<AgendaVisit>> ItemsAsync(
        ChatTurn turn, Visit visit, MeetingId meetingId, InvokedAction? action, CancellationToken cancellationToken) =>
        AgendaAsync(turn, visit, meetingId, action, itemsOnly: true, cancellationToken);

    private async Task<Result<AgendaVisit>> AgendaAsync(
        ChatTurn turn, Visit visit, MeetingId meetingId, InvokedAction? action, bool itemsOnly, CancellationToken cancellationToken)
    {
        var audience = AudienceOf(turn, visit, action);
        await using var db = await ReadAsync(cancellationToken);

        // A page of the agenda that somebody has turned to stays that person's own, and true, in the forum's chat as well.
        var readers = IsForOneOnly(turn, action) && turn.Account is { } self ? audience with { RefreshFor = [self] } : audience;
        if (await db.AgendaAsync(visit.Forum.Id, meetingId, audience.Closed, itemsOnly, cancellationToken) is not { } view)
            return new MeetingNotFound();

        var tellsApproval = audience.ReadsApproval && !itemsOnly;
        return new AgendaVisit(visit, tellsApproval ? await db.WithApprovalAsync(visit.Forum, view, turn.Today, cancellationToken) : view, readers);
    }

    /// <summary>What an answer may tell of closed items: to whoever it is for.</summary>
    internal static AgendaAudience AudienceOf(ChatTurn turn, Visit visit, InvokedAction? action) =>
        IsForOneOnly(turn, action) ? AgendaAudience.Of(visit.Access) : AgendaAudience.Everybody;

    /// <summary>The facts of a meeting that the person may read of.</summary>
    internal async Task<Result<MeetingView>> MeetingAsync(ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        return await db.MeetingViewAsync(forumId, meetingId, cancellationToken) is { } view ? view : new MeetingNotFound();
    }

    /// <summary>The item that a button names, on the agenda as this person may see it.</summary>
    internal async Task<Result<ItemVisit>> ItemAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var item = action.Data.Item();
        return at.View.Lines.FirstOrDefault(line => line.Id == item) is { } line ? new ItemVisit(at, line) : new ItemNotFound();
    }

    internal async Task<IReadOnlyList<MeetingChoice>> ChoicesAsync(ForumId forum, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        var ahead = await db.MeetingsAheadAsync(forum, today, cancellationToken);
        return [.. ahead.Select(MeetingChoice.Of)];
    }

    /// <summary>A context that only reads: what it finds is not tracked.</summary>
    internal async Task<KlyngeContext> ReadAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>The answer to a button is the presser's own card, but as a message (its fallback) everybody in the chat reads it.</summary>
    private static bool IsForOneOnly(ChatTurn turn, InvokedAction? action) => turn.IsPersonal || action is { IsFallback: false };
}

/// <summary>A person before one meeting's agenda.</summary>
internal sealed record AgendaVisit(Visit Visit, AgendaView View, AgendaAudience Audience)
{
    internal Forum Forum => Visit.Forum;

    internal ForumAccess Access => Visit.Access;
}

/// <summary>A person before one item of it.</summary>
internal sealed record ItemVisit(AgendaVisit Visit, AgendaLine Line);
