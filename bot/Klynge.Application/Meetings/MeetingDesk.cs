using Klynge.Application.Agendas;
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
internal sealed class MeetingDesk(IDbContextFactory<KlyngeContext> contexts, ForumPicker picker)
{
    /// <summary>The forum that a command is about, when the person may read its agendas.</summary>
    /// <param name="permission">What the command needs: it is not asked about forums where the person may not.</param>
    /// <param name="date">The day that it names: nor about forums that do not meet then.</param>
    internal async Task<Result<ForumVisit>> EnterAsync(
        ChatTurn turn, string? named, Permission permission, LocalDate? date, CancellationToken cancellationToken)
    {
        var picked = await picker.PickAsync(turn, named, permission, date, cancellationToken);
        if (!picked.TryGet(out var forum, out var error))
        {
            return error;
        }

        var entered = await EnterAsync(turn, forum.Id, cancellationToken);
        return entered.TryGet(out var visit, out _) && !visit.Access.May(permission) ? new NotAllowed(forum.Name) : entered;
    }

    internal async Task<Result<ForumVisit>> EnterAsync(ChatTurn turn, ForumId forumId, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        var allowed = await db.RequireAsync(turn.Caller, forumId, Permission.ReadAgenda, turn.Today);
        return allowed.TryGet(out var forum, out var error)
            ? new ForumVisit(forum, await db.AccessAsync(turn.PersonId, forumId, turn.Today))
            : error;
    }

    /// <summary>The meeting on a date, or the next one.</summary>
    internal async Task<Result<Meeting>> FindAsync(Forum forum, LocalDate? date, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        if (date is not { } day)
        {
            return await db.NextMeetingAsync(forum.Id, today, cancellationToken) is { } next ? next : new NoMeetingAhead(forum.Name);
        }

        return await db.MeetingOnAsync(forum.Id, day, cancellationToken) is { } meeting
            ? meeting
            : new NoMeetingOnDate(forum.Name, DanishFormat.Date(day));
    }

    /// <summary>The agenda as this person may see it here: what is closed stays closed where others read along.</summary>
    internal async Task<Result<AgendaVisit>> AgendaAsync(
        ChatTurn turn, ForumId forumId, MeetingId meetingId, InvokedAction? action, CancellationToken cancellationToken)
    {
        var entered = await EnterAsync(turn, forumId, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
        {
            return error;
        }

        var audience = IsForOneOnly(turn, action) ? AgendaAudience.Of(visit.Access) : AgendaAudience.Everybody;
        await using var db = await ReadAsync(cancellationToken);
        if (await db.AgendaAsync(forumId, meetingId, audience.ReadsClosed, cancellationToken) is not { } view)
        {
            return new MeetingNotFound();
        }

        var self = turn.IsPersonal
            ? await db.People.Where(person => person.Id == turn.PersonId)
                .Select(person => person.TeamsUserId)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return new AgendaVisit(visit.Forum, visit.Access, view, self is null ? audience : audience with { RefreshFor = [self] });
    }

    /// <summary>The item that a button names, on the agenda as this person may see it.</summary>
    internal async Task<Result<ItemVisit>> ItemAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await AgendaAsync(turn, action.Data.Forum(), action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var visit, out var error))
        {
            return error;
        }

        var item = action.Data.Item();
        return visit.View.Lines.FirstOrDefault(line => line.Id == item) is { } line ? new ItemVisit(visit, line) : new ItemNotFound();
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

/// <summary>A person in a forum whose agendas they may read.</summary>
internal sealed record ForumVisit(Forum Forum, ForumAccess Access);

/// <summary>A person before one meeting's agenda.</summary>
internal sealed record AgendaVisit(Forum Forum, ForumAccess Access, AgendaView View, AgendaAudience Audience);

/// <summary>A person before one item of it.</summary>
internal sealed record ItemVisit(AgendaVisit Visit, AgendaLine Line);
