using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Chat;

/// <summary>
/// Lets a turn into a forum: finds once who it is there and what they may do, and hands it on. Whatever is written afterwards is checked
/// again by its use case, in the transaction, by the same permission.
/// </summary>
public sealed class Gate(IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>For a command: the forum that it names, else the one that was chosen, else the chat's own, else the person's only one.</summary>
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="named">The key of the forum that the command names; null when it names none.</param>
    /// <param name="permission">What it needs. Forums where the person may not do it are not asked about.</param>
    /// <param name="date">Nor are forums that have no meeting that day; null where no day is named.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The forum, or <see cref="WhichForum"/> with the person's own to choose from.</returns>
    public async Task<Result<Visit>> EnterAsync(
        ChatTurn turn, string? named, Permission permission, LocalDate? date, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (named is not null)
        {
            return await NamedAsync(turn, named, cancellationToken) is { } id
                ? await EnterAsync(turn, id, permission, cancellationToken)
                : turn.Found.Refuse(new ForumNotFound(), forum: null);
        }

        if ((turn.ChosenForumId ?? turn.ConversationForumId) is { } known)
            return await EnterAsync(turn, known, permission, cancellationToken);

        var own = await NarrowAsync(turn, await OwnAsync(turn, cancellationToken), permission, date, cancellationToken);
        return own.Count switch
        {
            0 => turn.Found.Refuse(new UnknownPerson(), forum: null),
            1 => own[0].Access.May(permission) ? own[0] : turn.Found.Refuse(new NotAllowed(own[0].Forum.Name), own[0].Forum.Id),
            _ => new WhichForum([.. own.Select(visit => new ForumChoice(visit.Forum.Key, visit.Forum.Name))]),
        };
    }

    /// <summary>
    /// For what tells of all of somebody's forums at once, unless one is named or chosen, or it is a forum's chat: those where the person may.
    /// </summary>
    /// <param name="closedToo">Also those that are closed down.</param>
    internal async Task<Result<List<Visit>>> EnterAllAsync(
        ChatTurn turn, string? named, Permission permission, bool closedToo, CancellationToken cancellationToken)
    {
        if ((named ?? (object?)turn.ChosenForumId ?? turn.ConversationForumId) is not null)
        {
            var entered = await EnterAsync(turn, named, permission, date: null, cancellationToken);
            return entered.TryGet(out var visit, out var error) ? new List<Visit> { visit } : error;
        }

        var own = closedToo ? await ClosedTooAsync(turn, cancellationToken) : await OwnAsync(turn, cancellationToken);
        if (own.Count == 0)
            return turn.Found.Refuse(new UnknownPerson(), forum: null);

        var allowed = own.Where(visit => visit.Access.May(permission) && !visit.Forum.IsOverFor(permission)).ToList();
        return allowed.Count > 0 ? allowed : turn.Found.Refuse(new NotAllowed(own[0].Forum.Name), own[0].Forum.Id);
    }

    /// <summary>For a button: the forum that it names, which anybody may have written there.</summary>
    public async Task<Result<Visit>> EnterAsync(ChatTurn turn, ForumId forumId, Permission permission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return await VisitAsync(turn, forumId, cancellationToken) is not { } visit ? turn.Found.Refuse(new ForumNotFound(), forumId)
            : visit.IsHistoricFor(permission, turn.Today) ? turn.Found.Refuse(new ForumIsHistoric(), forumId)
            : visit.Forum.IsOverFor(permission) ? turn.Found.Refuse(new ForumNotFound(), forumId)
            : visit.Access.May(permission) ? visit
            : turn.ConversationForumId == forumId ? turn.Found.Refuse(new NotAllowed(visit.Forum.Name), forumId) // Whoever is in a forum's chat knows of it.
            : turn.Found.Refuse(visit.Access.Refuse(visit.Forum), forumId);
    }

    /// <summary>For what no permission decides, such as a seat on a case's roll: the caller decides. Null for a forum that there is not.</summary>
    internal async Task<Visit?> VisitAsync(ChatTurn turn, ForumId forumId, CancellationToken cancellationToken)
    {
        if (turn.Found.Visits.TryGetValue(forumId, out var visit))
            return visit;

        await using var db = await ReadAsync(cancellationToken);
        if (await db.VisitAsync(turn.PersonId, forumId, turn.Today) is not { } found)
            return null;

        return turn.Found.Visits[forumId] = found;
    }

    /// <summary>The person's own open forums, from the lowest rung up.</summary>
    public async Task<IReadOnlyList<Visit>> OwnAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Found.Own is null)
        {
            await using var db = await ReadAsync(cancellationToken);
            turn.Found.Keep(await db.VisitsAsync(turn.PersonId, turn.Today));
        }

        return turn.Found.Own!;
    }

    private async Task<IReadOnlyList<Visit>> ClosedTooAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        return await db.VisitsAsync(turn.PersonId, turn.Today, closedToo: true);
    }

    /// <summary>The meetings of a forum in their order.</summary>
    internal async Task<IReadOnlyList<MeetingDay>> MeetingsAsync(ChatTurn turn, ForumId forum, CancellationToken cancellationToken)
    {
        if (turn.Found.Meetings is { } found && turn.Found.Own!.Any(visit => visit.Forum.Id == forum))
            return [.. found.Where(meeting => meeting.ForumId == forum)];

        await using var db = await ReadAsync(cancellationToken);
        return await db.MeetingDaysAsync([forum], cancellationToken);
    }

    private async Task<ForumId?> NamedAsync(ChatTurn turn, string named, CancellationToken cancellationToken)
    {
        if (turn.Found.Own?.FirstOrDefault(visit => visit.Forum.Key == named) is { } own)
            return own.Forum.Id;

        await using var db = await ReadAsync(cancellationToken);
        return await db.Forums.Where(forum => forum.Key == named).Select(forum => (ForumId?)forum.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A question is only asked where it matters: what leaves no forum at all narrows nothing, and the command says why it cannot.</summary>
    private async Task<IReadOnlyList<Visit>> NarrowAsync(
        ChatTurn turn, IReadOnlyList<Visit> own, Permission permission, LocalDate? date, CancellationToken cancellationToken)
    {
        var left = own.Where(visit => visit.Access.May(permission)).ToList() is { Count: > 0 } allowed ? allowed : own;
        if (left.Count < 2 || date is not { } day)
            return left;

        var meets = new List<Visit>();
        foreach (var visit in left)
        {
            if ((await MeetingsAsync(turn, visit.Forum.Id, cancellationToken)).Any(meeting => meeting.Date == day))
                meets.Add(visit);
        }

        return meets.Count > 0 ? meets : left;
    }

    private async Task<KlyngeContext> ReadAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }
}

/// <summary>What one turn has found out; it lives no longer than the turn, so nothing in it can be out of date for the next.</summary>
internal sealed class Findings
{
    internal Dictionary<ForumId, Visit> Visits { get; } = [];

    internal IReadOnlyList<Visit>? Own { get; private set; }

    /// <summary>Those of <see cref="Own"/>.</summary>
    internal IReadOnlyList<MeetingDay>? Meetings { get; set; }

    /// <summary>What was refused, and in which forum: it goes on record if it is what the turn is answered with.</summary>
    internal (Error Error, ForumId? Forum)? Refused { get; private set; }

    internal Error Refuse(Error error, ForumId? forum)
    {
        Refused = (error, forum == default(ForumId) ? null : forum);
        return error;
    }

    internal void Keep(IReadOnlyList<Visit> own)
    {
        Own = own;
        foreach (var visit in own)
            Visits[visit.Forum.Id] = visit;
    }
}
