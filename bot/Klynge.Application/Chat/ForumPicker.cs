using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Chat;

/// <summary>Which forum a command is about: the one it names, else the one that was chosen, else the chat's own, else the person's only one.</summary>
public sealed class ForumPicker(IDbContextFactory<KlyngeContext> contexts)
{
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="named">The key of the forum that the command names; null when it names none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The forum, or <see cref="WhichForum"/> with the person's own to choose from.</returns>
    public async Task<Result<Forum>> PickAsync(ChatTurn turn, string? named, CancellationToken cancellationToken)
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
        return own.Count switch
        {
            0 => new UnknownPerson(),
            1 => own[0],
            _ => new WhichForum([.. own.Select(forum => new ForumChoice(forum.Key, forum.Name))]),
        };
    }
}
