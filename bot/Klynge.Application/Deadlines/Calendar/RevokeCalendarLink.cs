using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>Makes a person's own calendar link stop working, at once.</summary>
public sealed class RevokeCalendarLink(Writer writer)
{
    /// <returns>How many links stopped working: 0 or 1.</returns>
    public Task<Result<int>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken) =>
        writer.WriteAsync<int>(caller, nameof(RevokeCalendarLink), forumId, async scope =>
        {
            var feeds = await scope.Db.CalendarFeeds
                .Where(feed => feed.ForumId == forumId && feed.PersonId == scope.Caller.PersonId && feed.RevokedAt == null)
                .ToListAsync();
            feeds.ForEach(feed => feed.Revoke(scope.Now));
            return feeds.Count;
        }, cancellationToken);
}
