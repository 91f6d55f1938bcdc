using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Chat;

/// <summary>Which forum a command is about: the one it names, else the one that was chosen, else the chat's own, else the person's only one.</summary>
public sealed class ForumPicker(IDbContextFactory<KlyngeContext> contexts)
{
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="named">The key of the forum that the command names; null when it names none.</param>
    /// <param name="permission">Forums where the person may not do it are not asked about.</param>
    /// <param name="date">Nor are forums that have no meeting that day; null where no day is named.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The forum, or <see cref="WhichForum"/> with the person's own to choose from.</returns>
    public async Task<Result<Forum>> PickAsync(
        ChatTurn turn, string? named, Permission permission, LocalDate? date, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (named is not null)
        {
            return await db.Forums.AsNoTracking().SingleOrDefaultAsync(forum => forum.Key == named, cancellationToken) is { } byName
                ? byName
                : new ForumNotFound();
        }

        if ((turn.ChosenForumId ?? turn.ConversationForumId) is { } known)
        {
            return await db.Forums.AsNoTracking().SingleAsync(forum => forum.Id == known, cancellationToken);
        }

        var own = await db.ForumsOfAsync(turn.PersonId, turn.Today);
        own = await NarrowAsync(db, turn, own, permission, date, cancellationToken);
        return own.Count switch
        {
            0 => new UnknownPerson(),
            1 => own[0],
            _ => new WhichForum([.. own.Select(forum => new ForumChoice(forum.Key, forum.Name))]),
        };
    }

    /// <summary>A question is only asked where it matters: what leaves no forum at all narrows nothing, and the command says why it cannot.</summary>
    private static async Task<List<Forum>> NarrowAsync(
        KlyngeContext db, ChatTurn turn, List<Forum> own, Permission permission, LocalDate? date, CancellationToken cancellationToken)
    {
        if (own.Count < 2)
        {
            return own;
        }

        var ids = own.ConvertAll(forum => forum.Id);
        var seats = await db.Members.AsNoTracking()
            .Where(seat => ids.Contains(seat.ForumId) && (seat.PersonId == turn.PersonId || seat.SubstituteId == turn.PersonId))
            .ToListAsync(cancellationToken);
        var allowed = own.FindAll(forum => new ForumAccess(turn.PersonId, forum.Id, seats, turn.Today).May(permission));
        var left = allowed.Count > 0 ? allowed : own;
        if (left.Count < 2 || date is not { } day)
        {
            return left;
        }

        var meeting = await db.Meetings.AsNoTracking()
            .Where(one => ids.Contains(one.ForumId) && one.Date == day)
            .Select(one => one.ForumId)
            .ToListAsync(cancellationToken);
        var meets = left.FindAll(forum => meeting.Contains(forum.Id));
        return meets.Count > 0 ? meets : left;
    }
}
