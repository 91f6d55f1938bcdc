using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>Gives a person a secret link to a forum's deadlines. An earlier one of theirs stops working.</summary>
public sealed class CreateCalendarLink(Writer writer, ApplicationSettings settings)
{
    public async Task<Result<Uri>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        var token = CalendarToken.Create();
        var result = await writer.WriteAsync<Done>(caller, nameof(CreateCalendarLink), forumId, scope => CreateAsync(scope, forumId, token), cancellationToken);
        return result.IsSuccess ? CalendarLinks.Of(settings.PublicUrl, token) : result.Error;
    }

    private static async Task<Result<Done>> CreateAsync(WriteScope scope, ForumId forumId, string token)
    {
        var allowed = await scope.Db.RequireAsync(scope.Caller, forumId, Permission.ReadDeadlines, scope.Today);
        if (!allowed.TryGet(out _, out var error))
        {
            return error;
        }

        if (scope.Caller.PersonId is not { } person)
        {
            return new UnknownPerson();
        }

        foreach (var earlier in await scope.Db.CalendarFeeds
            .Where(feed => feed.ForumId == forumId && feed.PersonId == person && feed.RevokedAt == null).ToListAsync())
        {
            earlier.Revoke(scope.Now);
        }

        scope.Db.CalendarFeeds.Add(new CalendarFeed
        {
            Id = Guid.CreateVersion7(),
            ForumId = forumId,
            PersonId = person,
            TokenHash = CalendarToken.HashOf(token),
            CreatedAt = scope.Now,
        });
        return default(Done);
    }
}
