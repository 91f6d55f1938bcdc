using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Mails;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>What a use case says to people: rows in its own transaction, sent after it.</summary>
public static class OutboxScope
{
    private const string Columns = """("Kind", "ConversationId", "Lane", "CardKey", "Revision", "CreatedAt", "DueAt", "Attempts")""";

    private const string OrRaise = """
        ON CONFLICT ("CardKey", "ConversationId") WHERE "CardKey" IS NOT NULL AND "SentAt" IS NULL AND "GivenUpAt" IS NULL
        DO UPDATE SET "Revision" = "Outbox"."Revision" + 1
        """;

    private const string RefreshWhereItStands = $"""
        INSERT INTO "Outbox" {Columns}
        SELECT @p0, "ConversationId", "ConversationId", @p1, 1, @p2, @p2, 0 FROM "SharedCards" WHERE "Key" = @p1 {OrRaise}
        """;

    private const string RefreshInForum = $"""
        INSERT INTO "Outbox" {Columns}
        SELECT @p0, "Id", "Id", @p1, 1, @p2, @p2, 0 FROM "Conversations" WHERE "ForumId" = @p3 AND NOT "IsGone" {OrRaise}
        """;

    private const string RefreshInConversation = $"""
        INSERT INTO "Outbox" {Columns}
        SELECT @p0, "Id", "Id", @p1, 1, @p2, @p2, 0 FROM "Conversations" WHERE "Id" = @p3 AND NOT "IsGone" {OrRaise}
        """;

    /// <summary>Writes to one person, in the personal chat.</summary>
    public static void Notify(this WriteScope scope, PersonId person, OutgoingMessage message) => scope.Add(new OutboxMessage
    {
        Kind = OutboxKind.Notify,
        PersonId = person,
        Payload = JsonSerializer.Serialize(message),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <inheritdoc cref="Notify(WriteScope, PersonId, OutgoingMessage)"/>
    public static void Notify(this WriteScope scope, PersonId person, AdaptiveCard card) => scope.Notify(person, ToMessage(card));

    /// <summary>Writes to one person a card of a record that others change: it is kept up to date where it stands.</summary>
    /// <param name="inMail">What a mail in its place is made of; null for the card itself.</param>
    public static void Notify(this WriteScope scope, PersonId person, AdaptiveCard card, CardKey key, AdaptiveCard? inMail = null) => scope.Add(new OutboxMessage
    {
        Kind = OutboxKind.Notify,
        PersonId = person,
        CardKey = key.ToString(),
        Payload = JsonSerializer.Serialize(ToMessage(card) with { MailCard = inMail is null ? null : CardJson.Serialize(inMail) }),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <summary>Writes to one person about a case: one who cannot be reached is named to the case's secretariat, with the case.</summary>
    /// <param name="wholeText">What the card shows the beginning of, for a mail in its place; null where the card shows all.</param>
    /// <param name="inMail">What a mail in its place is made of; null for the card itself.</param>
    public static void Notify(this WriteScope scope, PersonId person, AdaptiveCard card, MessageSubject about, string? wholeText = null, AdaptiveCard? inMail = null) =>
        scope.Notify(person, ToMessage(card) with { About = about, WholeText = wholeText, MailCard = inMail is null ? null : CardJson.Serialize(inMail) });

    /// <summary>Writes to everybody in the forum's secretariat but the one who caused it.</summary>
    public static async Task NotifySecretariatAsync(this WriteScope scope, ForumId forum, AdaptiveCard card)
    {
        foreach (var secretary in await scope.Db.SecretariatAsync(forum, scope.Today))
        {
            if (secretary != scope.Caller.PersonId)
                scope.Notify(secretary, card);
        }
    }

    /// <summary>Writes a mail to one person.</summary>
    internal static void Mail(this WriteScope scope, PersonId person, OutgoingMail mail) => scope.Add(new OutboxMessage
    {
        Kind = OutboxKind.Mail,
        PersonId = person,
        Payload = JsonSerializer.Serialize(mail),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <summary>Writes a mail to a guest of an item, who is no person on record.</summary>
    internal static void Mail(this WriteScope scope, ItemGuestId guest, OutgoingMail mail) => scope.Add(new OutboxMessage
    {
        Kind = OutboxKind.Mail,
        GuestId = guest,
        Payload = JsonSerializer.Serialize(mail),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <summary>Posts a message of its own into a conversation.</summary>
    public static void Post(this WriteScope scope, string conversationId, AdaptiveCard card) => scope.Add(new OutboxMessage
    {
        Kind = OutboxKind.Post,
        ConversationId = conversationId,
        Payload = JsonSerializer.Serialize(ToMessage(card)),
        CreatedAt = scope.Now,
        DueAt = scope.Now,
    });

    /// <summary>Updates a shared card wherever it stands already. Changes that come close together share one update.</summary>
    public static Task RefreshAsync(this WriteScope scope, CardKey key)
    {
        scope.Refresh(key);
        return Task.CompletedTask;
    }

    /// <summary>Writes the updates that the use cases of a transaction have asked for, at its end.</summary>
    /// <returns>Whether there is anything to send.</returns>
    internal static bool Refresh(PreparedSql sql, IEnumerable<CardKey> keys, Instant now)
    {
        var rows = 0;
        foreach (var key in keys)
            rows += sql.Execute(RefreshWhereItStands, (int)OutboxKind.Refresh, key.ToString(), now.ToDatabase());

        return rows > 0;
    }

    /// <summary>Puts a shared card into every chat of the forum, or updates it where it stands already.</summary>
    /// <returns>How many chats.</returns>
    public static Task<int> PublishAsync(this WriteScope scope, CardKey key, ForumId forum)
    {
        var chats = scope.Sql.Execute(RefreshInForum, (int)OutboxKind.Refresh, key.ToString(), scope.Now.ToDatabase(), forum.Value);
        scope.HasMessages |= chats > 0;
        return Task.FromResult(chats);
    }

    /// <summary>Puts a shared card into one conversation, or updates it where it stands there already.</summary>
    internal static void Refresh(this WriteScope scope, CardKey key, string conversationId) => scope.HasMessages |=
        scope.Sql.Execute(RefreshInConversation, (int)OutboxKind.Refresh, key.ToString(), scope.Now.ToDatabase(), conversationId) > 0;

    internal static void Add(this WriteScope scope, OutboxMessage message)
    {
        scope.Db.Outbox.Add(message);
        scope.HasMessages = true;
    }

    private static OutgoingMessage ToMessage(AdaptiveCard card) => new(card.FallbackText, CardJson.Serialize(card)) { IsConfidential = card.IsConfidential, Page = card.Page };
}
