using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Takes back the latest step of a deadline: a setting, a »færdig«, a postponement, or an undo.</summary>
public sealed class UndoDeadline(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, DeadlineId id, int seenVersion, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(UndoDeadline), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.DeadlineAsync(forumId, id);
            if (!found.TryGet(out var at, out var error))
                return error;

            var version = at.Deadline.Version;
            if (at.Deadline.Undo(seenVersion, scope.Caller.PersonId, scope.Now).Error is { } refused)
                return refused;

            if (at.Deadline.Version == version)
                return default(Done);

            await scope.ChangedAsync(at.Forum, at.Deadline);
            return default(Done);
        }, cancellationToken);
}
