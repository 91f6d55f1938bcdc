using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
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
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = DeadlineQueries.Needs;

    public async Task<Result<Uri>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        var token = CalendarToken.Create();
        var result = await writer.WriteAsync<Done>(caller, nameof(CreateCalendarLink), forumId, scope => CreateAsync(scope, forumId, token), cancellationToken);
        return result.IsSuccess ? CalendarLinks.Of(settings.PublicUrl, token) : result.Error;
    }

    private static async Task<Result<Done>> CreateAsync(WriteScope scope, ForumId forumId, string token)
    {
        var entered = await scope.EnterAsync(forumId, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (visit.Forum.IsClosed)
            return new ForumNotFound(); // Its calendar is answered as one that is not there.

        if (scope.Caller.PersonId is not { } person)
            return new UnknownPerson();

        foreach (var earlier in await scope.Db.CalendarFeeds
            .Where(feed => feed.ForumId == forumId && feed.PersonId == person && feed.RevokedAt == null).ToListAsync())
        {
            earlier.Revoke(scope.Now);
        }

        scope.Db.CalendarFeeds.Add(new CalendarFeed
        {
            Id = CalendarFeedId.New(),
            ForumId = forumId,
            PersonId = person,
            TokenHash = CalendarToken.HashOf(token),
            CreatedAt = scope.Now,
        });
        return default(Done);
    }
}

/// <summary>Makes a person's own calendar link stop working, at once.</summary>
public sealed class RevokeCalendarLink(Writer writer)
{
    /// <returns>How many links stopped working: 0 or 1.</returns>
    public Task<Result<int>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken) =>
        writer.WriteAsync<int>(caller, nameof(RevokeCalendarLink), forumId, async scope =>
        {
            scope.EnterBy(DeadlineVerbs.CalendarRevoke); // Their own, found by their id.
            var feeds = await scope.Db.CalendarFeeds
                .Where(feed => feed.ForumId == forumId && feed.PersonId == scope.Caller.PersonId && feed.RevokedAt == null)
                .ToListAsync();
            feeds.ForEach(feed => feed.Revoke(scope.Now));
            return feeds.Count;
        }, cancellationToken);
}

/// <summary>The address of a calendar feed.</summary>
public static class CalendarLinks
{
    /// <summary>The first part of the path, in Danish as people see it in Outlook.</summary>
    public const string Path = "kalender";

    public static Uri Of(Uri publicUrl, string token) => new(publicUrl, $"/{Path}/{token}.ics");
}

/// <summary>The secret in a calendar link: 256 random bits, 43 letters of base64url. Only its hash is kept.</summary>
internal static class CalendarToken
{
    internal const int Letters = 43;

    internal static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lower-case hex. A fast hash will do: there is nothing to guess in 256 random bits.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal static bool IsOne(string? token) => token is { Length: Letters } && Base64Url.IsValid(token);
}
