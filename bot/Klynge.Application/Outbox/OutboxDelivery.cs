using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Mails;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>Carries one message of the outbox over to the channel.</summary>
public sealed class OutboxDelivery(
    ConnectorClient connector, SharedCards shared, IDbContextFactory<KlyngeContext> contexts, Writer writer, IMailer mailer, WorkspaceLinks links)
{
    internal const string NoAccount = nameof(NoAccount);
    internal const string NoConversation = nameof(NoConversation);

    /// <param name="turn">What would be seen twice takes it while it is under way, and has it when it was delivered.</param>
    internal async Task<DeliveryResult> DeliverAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            return message.Kind switch
            {
                OutboxKind.Notify => await NotifyAsync(message, turn, cancellationToken),
                OutboxKind.Post => await PostAsync(message, turn, cancellationToken),
                OutboxKind.Refresh => await RefreshAsync(message, turn, cancellationToken),
                OutboxKind.Mail => await MailAsync(message, turn, cancellationToken),
                _ => throw new InvalidOperationException($"No such kind: {message.Kind}."),
            };
        }
        catch (ConnectorException exception)
        {
            return exception.Failure is ConnectorFailure.Throttled or ConnectorFailure.Unavailable or ConnectorFailure.Unauthorized
                ? new DeliveryResult.Later(exception.Failure.ToString(), Duration.FromTimeSpan(exception.RetryAfter ?? TimeSpan.Zero))
                : new DeliveryResult.Never(exception.Failure.ToString());
        }
    }

    /// <summary>What is said, with the way to the card's page as the channel opens it.</summary>
    private Activity Read(OutboxMessage message, string? channelId, string? botId)
    {
        var payload = JsonSerializer.Deserialize<OutgoingMessage>(message.Payload!)!;
        if (payload.Card is null)
            return Activity.Message(payload.Text);

        using var card = JsonDocument.Parse(payload.Card);
        return new Activity
        {
            Type = ActivityTypes.Message,
            Summary = payload.Text,
            Attachments = [Attachment.For(links.On(card.RootElement.Clone(), payload.Page, channelId, botId))],
        };
    }

    private async Task<DeliveryResult> NotifyAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var personal = await db.Conversations.AsNoTracking()
            .Where(conversation => conversation.PersonId == message.PersonId && conversation.Kind == ConversationKind.Personal && !conversation.IsGone)
            .OrderByDescending(conversation => conversation.SeenAt)
            .FirstOrDefaultAsync(cancellationToken);
        var to = personal?.ToReference() ?? await OpenPersonalChatAsync(db, message.PersonId!.Value, cancellationToken);
        if (to is null)
            return new DeliveryResult.Never(NoAccount);

        if (message.CardKey is { } key)
            return await NotifyOwnAsync(db, message, CardKey.Parse(key), to, personal, turn, cancellationToken);

        await connector.SendAsync(to, Read(message, to.ChannelId, to.Bot?.Id), cancellationToken, turn);
        return DeliveryResult.Done;
    }

    /// <summary>A person's own card of a record: as it stands now, and in the place of the one that the chat has already.</summary>
    private async Task<DeliveryResult> NotifyOwnAsync(
        KlyngeContext db, OutboxMessage message, CardKey key, ConversationReference to, Conversation? personal, SendTurn turn, CancellationToken cancellationToken)
    {
        var drawn = personal is null ? null : await shared.DrawAsync(db, key, personal, cancellationToken);
        var chat = to.Conversation.Id!;
        var earlier = await SharedCards.FindAsync(db, key, chat, cancellationToken);
        var posted = await connector.SendAsync(to, drawn is null ? Read(message, to.ChannelId, to.Bot?.Id) : Activity.Message(drawn), cancellationToken, turn);
        if (earlier is not null)
            await SharedCards.RemoveAsync(connector, to, earlier.ActivityId, cancellationToken);

        return new DeliveryResult.Delivered(posted, chat);
    }

    private async Task<DeliveryResult> MailAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var to = message.GuestId is { } guest
            ? await db.ItemGuests.Where(candidate => candidate.Id == guest).Select(candidate => candidate.Email).SingleOrDefaultAsync(cancellationToken)
            : await db.People.Where(candidate => candidate.Id == message.PersonId).Select(candidate => candidate.Email).SingleAsync(cancellationToken);
        if (to is not { Length: > 0 } address)
            return new DeliveryResult.Never(NoAccount);

        var mail = JsonSerializer.Deserialize<OutgoingMail>(message.Payload!)!;
        await turn.AcquireAsync(cancellationToken);
        return await mailer.SendAsync(new Mail(address, mail.Subject, mail.Text, mail.Html), cancellationToken) switch
        {
            MailOutcome.Sent => DeliveryResult.Done,
            MailOutcome.Later => new DeliveryResult.Later(nameof(MailOutcome.Later)),
            _ => new DeliveryResult.Never(nameof(MailOutcome.Refused)),
        };
    }

    private async Task<DeliveryResult> PostAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, message.ConversationId!, cancellationToken) is not { } conversation)
            return new DeliveryResult.Never(NoConversation);

        await (ReplyOf(message) is { } reply
            ? ReplyAsync(conversation.ToReference(), reply, turn, cancellationToken)
            : connector.SendAsync(conversation.ToReference(), Read(message, conversation.ChannelId, conversation.BotId), cancellationToken, turn));
        return DeliveryResult.Done;
    }

    private static LateReply? ReplyOf(OutboxMessage message) => JsonSerializer.Deserialize<OutgoingMessage>(message.Payload!)!.Reply;

    private Task<string?> ReplyAsync(ConversationReference to, LateReply reply, SendTurn turn, CancellationToken cancellationToken)
    {
        var (activity, inThread) = (ActivityJson.DeserializeActivity(reply.Activity), to with { Conversation = to.Conversation with { Id = reply.ConversationId } });
        return reply.ThreadId is { } thread
            ? connector.ReplyAsync(inThread, thread, activity, cancellationToken, turn)
            : connector.SendAsync(inThread, activity, cancellationToken, turn);
    }

    /// <summary>Updates the card where it stands; a message that somebody deleted is posted anew.</summary>
    private async Task<DeliveryResult> RefreshAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        var key = CardKey.Parse(message.CardKey!);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, message.ConversationId!, cancellationToken) is not { } conversation)
            return new DeliveryResult.Never(NoConversation);

        if (await shared.DrawAsync(db, key, conversation, cancellationToken) is not { } card)
            return DeliveryResult.Done;

        if (await SharedCards.FindAsync(db, key, conversation.Id, cancellationToken) is { } standing
            && await TryUpdateAsync(conversation, standing.ActivityId, Activity.Message(card), cancellationToken))
        {
            return DeliveryResult.Done;
        }

        return new DeliveryResult.Delivered(
            await connector.SendAsync(conversation.ToReference(), Activity.Message(card), cancellationToken, turn));
    }

    private async Task<bool> TryUpdateAsync(Conversation conversation, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            await connector.UpdateAsync(conversation.ToReference(), activityId, activity, cancellationToken);
            return true;
        }
        catch (ConnectorException exception) when (exception.Failure == ConnectorFailure.Gone)
        {
            return false;
        }
    }

    private static Task<Conversation?> FindAsync(KlyngeContext db, string id, CancellationToken cancellationToken) =>
        db.Conversations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id && !candidate.IsGone, cancellationToken);

    /// <summary>Opens the chat with somebody who has not written to the bot yet, through any chat that the bot is in already.</summary>
    private async Task<ConversationReference?> OpenPersonalChatAsync(KlyngeContext db, PersonId personId, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == personId, cancellationToken);
        var through = await db.Conversations.AsNoTracking()
            .Where(conversation => !conversation.IsGone && conversation.TenantId != null)
            .OrderByDescending(conversation => conversation.SeenAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (person.TeamsUserId is not { } user || through is null)
            return null;

        var opened = await connector.CreatePersonalConversationAsync(through.ServiceUrl, through.TenantId!, user, cancellationToken);
        await SaveAsync(opened, through, personId, cancellationToken);
        return opened with { Bot = new ChannelAccount { Id = through.BotId } };
    }

    private Task<Result<Done>> SaveAsync(
        ConversationReference opened, Conversation through, PersonId person, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent("OpenPersonalChat", Caller.System, IsOnRecord: false), async scope =>
        {
            if (await scope.Db.Conversations.FindAsync(opened.Conversation.Id) is null)
            {
                scope.Db.Conversations.Add(new Conversation
                {
                    Id = opened.Conversation.Id!,
                    Kind = ConversationKind.Personal,
                    ServiceUrl = through.ServiceUrl,
                    ChannelId = through.ChannelId,
                    TenantId = through.TenantId,
                    BotId = through.BotId,
                    PersonId = person,
                    SeenAt = scope.Now,
                });
            }

            return default(Done);
        }, cancellationToken);
}
