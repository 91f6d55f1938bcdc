using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Takes a deadline away that should not be there. It is kept for the record, and comes back by <see cref="UndoDeadline"/>.</summary>
public sealed class RemoveDeadline(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, DeadlineId id, int? seenVersion, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(RemoveDeadline), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out _, out var error))
                return error;

            var found = await scope.DeadlineAsync(forumId, id);
            if (!found.TryGet(out var at, out var missing))
                return missing;

            if (at.Deadline.Remove(seenVersion, scope.Caller.PersonId, scope.Now).Error is { } refused)
                return refused;

            await scope.ChangedAsync(at.Forum, at.Deadline);
            return default(Done);
        }, cancellationToken);
}
