using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>
/// The cards that a whole chat looks at. Each stands once in a conversation: the outbox updates it where it is, and who asks for it
/// gets it moved to the foot of the chat.
/// </summary>
public sealed class SharedCards(
    IEnumerable<ISharedCardSource> sources, IDbContextFactory<KlyngeContext> contexts, Writer writer, IClock clock, WorkspaceLinks links)
{
    private const string Upsert = """
        INSERT INTO "SharedCards" ("Key", "ConversationId", "ActivityId", "PostedAt") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("Key", "ConversationId") DO UPDATE SET "ActivityId" = excluded."ActivityId", "PostedAt" = excluded."PostedAt"
        """;

    private const string Forget = """DELETE FROM "SharedCards" WHERE "Key" = @p0 AND "ConversationId" = @p1 AND "ActivityId" = @p2""";

    private readonly Dictionary<string, ISharedCardSource> _sources = sources.ToDictionary(source => source.Kind, StringComparer.Ordinal);

    /// <summary>Draws a card as it stands now for a conversation; null when there is nothing to show there.</summary>
    public async Task<AdaptiveCard?> DrawAsync(CardKey key, string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == conversationId, cancellationToken);
        return conversation is null ? null : await DrawAsync(db, key, conversation, cancellationToken);
    }

    /// <inheritdoc cref="DrawAsync(CardKey, string, CancellationToken)"/>
    internal async Task<AdaptiveCard?> DrawAsync(KlyngeContext db, CardKey key, Conversation conversation, CancellationToken cancellationToken) =>
        await _sources[key.Kind].DrawAsync(db, key.Id, conversation, clock.GetCurrentInstant(), cancellationToken) is { } card
            ? links.On(card, conversation.ChannelId, conversation.BotId)
            : null;

    /// <summary>Posts the card at the foot of the conversation and takes the earlier one away.</summary>
    internal async Task RepostAsync(TurnContext turn, ChatTurn who, CardKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (id, text) = (who.ConversationId, key.ToString());
        var place = await db.Conversations.AsNoTracking().Where(candidate => candidate.Id == id)
            .Select(chat => new { Chat = chat, Earlier = db.SharedCards.Where(one => one.Key == text && one.ConversationId == id).Select(one => one.ActivityId).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (place is null || await DrawAsync(db, key, place.Chat, cancellationToken) is not { } card)
        {
            await turn.ReplyAsync(Chat.Texts.OldCard, cancellationToken);
            return;
        }

        try
        {
            if (await turn.PostAsync(card, cancellationToken) is { } posted)
                await SaveAsync(key, who.ConversationId, posted, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.IsPassing)
        {
            await RefreshLaterAsync(key, who.ConversationId, cancellationToken);
            return;
        }

        if (place.Earlier is { } earlier)
            await RemoveAsync(turn.Connector, turn.Reference, earlier, cancellationToken);
    }

    /// <summary>Teams takes nothing just now: the card comes by the outbox, where it stands already or else at the foot.</summary>
    private Task<Result<Done>> RefreshLaterAsync(CardKey key, string conversationId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(OutboxClaims.Intent, scope =>
        {
            scope.Refresh(key, conversationId);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);

    /// <summary>Answers with a card. In a personal chat one with a key is kept up to date from now on, and the earlier one taken away.</summary>
    internal async Task ReplyAsync(TurnContext turn, ChatTurn who, ChatReply.Card card, CancellationToken cancellationToken)
    {
        var posted = await turn.ReplyAsync(card.Content, cancellationToken);
        if (who.IsPersonal && card.Key is { } key && posted is not null)
            await MoveAsync(turn, key, who.ConversationId, posted, cancellationToken);
    }

    /// <summary>
    /// A button's answer has taken a card's place. In a personal chat it is kept up to date if it has a key; one that was, and has become
    /// another card, such as a form that somebody writes in, is left alone from now on.
    /// </summary>
    internal async Task ReplacedAsync(TurnContext turn, ChatTurn who, ChatReply.Card card, CancellationToken cancellationToken)
    {
        if (!who.IsPersonal || turn.Activity.ReplyToId is not { Length: > 0 } pressed)
            return;

        if (card.Key is { } key)
        {
            await MoveAsync(turn, key, who.ConversationId, pressed, cancellationToken);
        }
        else if (await StandsAsync(who.ConversationId, pressed, cancellationToken) is { } standing)
        {
            await writer.WriteAsync<Done>(new WriteIntent("ForgetSharedCard", Caller.System, IsOnRecord: false), scope =>
            {
                scope.Sql.Execute(Forget, standing.Key, standing.ConversationId, pressed);
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancellationToken);
        }
    }

    private async Task MoveAsync(TurnContext turn, CardKey key, string conversationId, string activityId, CancellationToken cancellationToken)
    {
        var earlier = await FindAsync(key, conversationId, cancellationToken);
        if (earlier?.ActivityId == activityId)
            return;

        await SaveAsync(key, conversationId, activityId, cancellationToken);
        if (earlier is not null)
            await RemoveAsync(turn.Connector, turn.Reference, earlier.ActivityId, cancellationToken);
    }

    private async Task<SharedCard?> StandsAsync(string conversationId, string activityId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SharedCards.AsNoTracking()
            .FirstOrDefaultAsync(card => card.ConversationId == conversationId && card.ActivityId == activityId, cancellationToken);
    }

    /// <summary>Where a card stands in a conversation; null when it has not been posted there.</summary>
    public async Task<SharedCard?> FindAsync(CardKey key, string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, key, conversationId, cancellationToken);
    }

    internal static Task<SharedCard?> FindAsync(KlyngeContext db, CardKey key, string conversationId, CancellationToken cancellationToken)
    {
        var text = key.ToString();
        return db.SharedCards.AsNoTracking()
            .SingleOrDefaultAsync(card => card.Key == text && card.ConversationId == conversationId, cancellationToken);
    }

    /// <summary>Remembers where the card stands now.</summary>
    internal static void Keep(WriteScope scope, CardKey key, string conversationId, string activityId) =>
        scope.Sql.Execute(Upsert, key.ToString(), conversationId, activityId, scope.Now.ToDatabase());

    /// <inheritdoc cref="Keep"/>
    public Task SaveAsync(CardKey key, string conversationId, string activityId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent("KeepSharedCard", Caller.System, IsOnRecord: false), scope =>
        {
            Keep(scope, key, conversationId, activityId);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);

    internal static async Task RemoveAsync(
        ConnectorClient connector, ConversationReference chat, string activityId, CancellationToken cancellationToken)
    {
        try
        {
            await connector.DeleteAsync(chat, activityId, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Failure == ConnectorFailure.Gone || exception.IsPassing)
        {
            // Somebody deleted the message already, which is what we wanted. One that cannot be taken away just now stays above the new
            // one, which is better than to fail, and be sent again, after the new one has gone out.
        }
    }
}

/// <summary>Where a shared card stands in a conversation, so that it can be updated in place.</summary>
public sealed class SharedCard
{
    /// <summary>The text of a <see cref="CardKey"/>.</summary>
    public required string Key { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The channel's id of the activity that carries the card.</summary>
    public required string ActivityId { get; set; }

    public required Instant PostedAt { get; set; }
}

/// <summary>Draws the shared cards of one kind, such as a forum's agenda, from what is in the database at that moment.</summary>
public interface ISharedCardSource
{
    /// <summary>The <see cref="CardKey.Kind"/> that it draws.</summary>
    string Kind { get; }

    /// <param name="db">A context to read with.</param>
    /// <param name="id">The record, <see cref="CardKey.Id"/>.</param>
    /// <param name="conversation">Where the card will stand; everybody in there reads it.</param>
    /// <param name="now">The instant to draw for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null when the record is gone, or is not for this conversation's eyes.</returns>
    Task<AdaptiveCard?> DrawAsync(KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken);
}

/// <summary>
/// Names a shared card whatever chat it stands in: the feature and the record, <c>agenda:0192…</c>. A card with the same key is
/// updated in a conversation, never posted twice.
/// </summary>
public readonly record struct CardKey(string Kind, Guid Id)
{
    public override string ToString() => $"{Kind}:{Id:N}";

    /// <exception cref="FormatException">The text is no card key.</exception>
    public static CardKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Guid.TryParseExact(text[(colon + 1)..], "N", out var id)
            ? new CardKey(text[..colon], id)
            : throw new FormatException("Not a card key.");
    }
}
