using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Messaging;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.Sample;

/// <summary>
/// The invented health council that a local start begins with. Its chats are linked and its people's accounts known from the start,
/// so that the first command already works. A board that somebody applied instead is left alone.
/// </summary>
public sealed class SampleCouncil(
    Writer writer, ApplyBoard apply, IDbContextFactory<KlyngeContext> contexts, ConversationRegister conversations)
{
    /// <summary>Seeds an empty database; at a later start moves meetings that have passed on and takes the channel's address anew.</summary>
    /// <returns>Whether the board on record is the sample.</returns>
    public async Task<bool> PrepareAsync(SampleChannel channel, CancellationToken cancellationToken)
    {
        var sample = SampleFiles.Board();
        var isFirst = !await AnyBoardAsync(cancellationToken);
        if (isFirst)
            Require(await apply.HandleAsync(Caller.System, sample, cancellationToken));
        else if (!await IsSampleAsync(sample, cancellationToken))
            return false;

        Require(await writer.WriteAsync<Done>(
            Caller.System, nameof(SampleCouncil), forum: null, scope => PrepareAsync(scope, sample, channel, isFirst), cancellationToken));
        foreach (var forum in sample.Forums)
            conversations.Forget(SampleChannel.ConversationOf(forum.Key));
        return true;
    }

    private static async Task<Result<Done>> PrepareAsync(WriteScope scope, BoardDescription sample, SampleChannel channel, bool isFirst)
    {
        var forums = await scope.Db.Forums.ToListAsync();
        var people = await scope.Db.People.ToListAsync();
        foreach (var person in people.Where(person => person.TeamsUserId is null && person.EntraObjectId is not null))
            person.TeamsUserId = SampleChannel.UserOf(person.Key);
        foreach (var forum in forums.Where(forum => sample.Forums.Any(other => other.Key == forum.Key)))
            await LinkAsync(scope, forum, channel);

        var meetings = new SampleMeetings(scope, forums, people);
        await (isFirst ? meetings.PlanAllAsync() : meetings.MoveOnAsync());
        return default(Done);
    }

    private static async Task LinkAsync(WriteScope scope, Domain.Forums.Forum forum, SampleChannel channel)
    {
        var id = SampleChannel.ConversationOf(forum.Key);
        if (await scope.Db.Conversations.FindAsync(id) is not { } conversation)
        {
            conversation = new Conversation
            {
                Id = id,
                Kind = ConversationKind.Group,
                ServiceUrl = channel.ServiceUrl,
                ChannelId = SampleChannel.ChannelId,
                BotId = channel.BotId,
                ForumId = forum.Id,
                SeenAt = scope.Now,
            };
            scope.Db.Conversations.Add(conversation);
        }

        (conversation.ServiceUrl, conversation.BotId, conversation.TenantId) = (channel.ServiceUrl, channel.BotId, channel.TenantId);
    }

    private static void Require<T>(Result<T> result)
        where T : notnull
    {
        if (result.Error is { } error)
            throw new InvalidOperationException($"The sample council could not be stored: {error.Code}.");
    }

    private async Task<bool> AnyBoardAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Boards.AnyAsync(cancellationToken);
    }

    private async Task<bool> IsSampleAsync(BoardDescription sample, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await db.Forums.Select(forum => forum.Key).ToListAsync(cancellationToken);
        return await db.Boards.AnyAsync(board => board.Name == sample.Name, cancellationToken)
            && sample.Forums.All(forum => keys.Contains(forum.Key, StringComparer.Ordinal));
    }
}
