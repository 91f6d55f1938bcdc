using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines;

/// <summary>»Ikke en frist« was a slip: the sentence is a question again.</summary>
public sealed class UndoDismissal(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, Guid foundId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(UndoDismissal), caller, forumId, SubjectId: foundId), async scope =>
        {
            // As the answer itself.
            var allowed = await scope.Db.RequireAsync(scope.Caller, forumId, Permission.ManageAnnualWheel, scope.Today);
            if (!allowed.TryGet(out _, out var error))
            {
                return error;
            }

            var found = await scope.Db.FoundDeadlines.SingleOrDefaultAsync(one => one.Id == foundId && one.ForumId == forumId);
            return found is null ? new DeadlineNotFound() : found.TakeDismissalBack();
        }, cancellationToken);
}
