using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Marks a deadline as done; nobody is reminded any more.</summary>
public sealed class FinishDeadline(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, DeadlineId id, int? seenVersion, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(FinishDeadline), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.DeadlineAsync(forumId, id);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Deadline.Finish(seenVersion, scope.Caller.PersonId, scope.Now).Error is { } refused)
                return refused;

            await scope.ChangedAsync(at.Forum, at.Deadline);
            return default(Done);
        }, cancellationToken);
}
