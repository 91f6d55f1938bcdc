using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Outbox;

/// <summary>What a use case says to people: rows in its own transaction, sent after it.</summary>
public static class OutboxScope
{
    /// <summary>Writes to one person, in the personal chat.</summary>
    public static void Notify(this WriteScope scope, PersonId person, OutgoingMessage message) => scope.Db.Outbox.Add(new OutboxMessage
    {
        Kind = OutboxKind.Notify,
        PersonId = person,
        Payload = JsonSerializer.Serialize(message),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <inheritdoc cref="Notify(WriteScope, PersonId, OutgoingMessage)"/>
    public static void Notify(this WriteScope scope, PersonId person, AdaptiveCard card) => scope.Notify(person, ToMessage(card));

    /// <summary>Writes to everybody in the forum's secretariat but the one who caused it.</summary>
    public static async Task NotifySecretariatAsync(this WriteScope scope, ForumId forum, AdaptiveCard card)
    {
        foreach (var secretary in await scope.Db.SecretariatAsync(forum, scope.Today))
        {
            if (secretary != scope.Caller.PersonId)
            {
                scope.Notify(secretary, card);
            }
        }
    }

    /// <summary>Posts a message of its own into a conversation.</summary>
    public static void Post(this WriteScope scope, string conversationId, AdaptiveCard card) => scope.Db.Outbox.Add(new OutboxMessage
    {
        Kind = OutboxKind.Post,
        ConversationId = conversationId,
        Payload = JsonSerializer.Serialize(ToMessage(card)),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <summary>Updates a shared card wherever it stands already. Changes that come close together share one update.</summary>
    public static async Task RefreshAsync(this WriteScope scope, CardKey key)
    {
        var text = key.ToString();
        var places = await scope.Db.SharedCards.Where(card => card.Key == text).Select(card => card.ConversationId).ToListAsync();
        await scope.RefreshInAsync(key, places);
    }

    /// <summary>Puts a shared card into every chat of the forum, or updates it where it stands already.</summary>
    /// <returns>How many chats.</returns>
    public static async Task<int> PublishAsync(this WriteScope scope, CardKey key, ForumId forum)
    {
        var places = await scope.Db.Conversations
            .Where(conversation => conversation.ForumId == forum && !conversation.IsGone)
            .Select(conversation => conversation.Id)
            .ToListAsync();
        await scope.RefreshInAsync(key, places);
        return places.Count;
    }

    private static async Task RefreshInAsync(this WriteScope scope, CardKey key, List<string> conversations)
    {
        var now = scope.Now.ToDateTimeUtc();
        foreach (var conversation in conversations)
        {
            await scope.Db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Outbox" ("Kind", "ConversationId", "CardKey", "Revision", "CreatedAt", "DueAt", "Attempts")
                VALUES ({(int)OutboxKind.Refresh}, {conversation}, {key.ToString()}, 1, {now}, {now}, 0)
                ON CONFLICT ("CardKey", "ConversationId") WHERE "CardKey" IS NOT NULL AND "SentAt" IS NULL AND "GivenUpAt" IS NULL
                DO UPDATE SET "Revision" = "Outbox"."Revision" + 1
                """);
        }
    }

    private static OutgoingMessage ToMessage(AdaptiveCard card) => new(card.FallbackText, CardJson.Serialize(card));
}
