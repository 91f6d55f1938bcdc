using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Mails;
using Klynge.Application.Ports;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Outbox;

/// <summary>Tells the secretariat at once of somebody, or of a chat, that a message will never reach.</summary>
internal static class UnreachedNotice
{
    /// <param name="isOutOfTime">Teams took nothing for a whole day, which is no fault of the person's.</param>
    internal static async Task WriteAsync(WriteScope scope, IMailer mailer, OutboxMessage message, bool isOutOfTime)
    {
        if (message.GuestId is { } guest)
        {
            await TellAboutGuestAsync(scope, guest);
            return;
        }

        if (message.PersonId is not { } personId)
        {
            await TellAboutChatAsync(scope, message.ConversationId, isOutOfTime);
            return;
        }

        var person = await scope.Db.People.SingleAsync(candidate => candidate.Id == personId);
        var way = message.Kind == OutboxKind.Mail ? Way.MailFailed
            : MailInstead.Write(scope, mailer, message, person) ? Way.Mailed
            : Way.None;
        if (SubjectOf(message) is { } about)
        {
            await TellAboutAsync(scope, person, about, way, isOutOfTime);
            return;
        }

        await NotifyAsync(scope, person, way, isOutOfTime);
    }

    /// <summary>A chat of no forum has no secretariat that would know it.</summary>
    private static async Task TellAboutChatAsync(WriteScope scope, string? conversationId, bool isOutOfTime)
    {
        var forum = await scope.Db.Conversations
            .Where(conversation => conversation.Id == conversationId)
            .Join(scope.Db.Forums, conversation => conversation.ForumId, candidate => candidate.Id, (_, candidate) => candidate)
            .SingleOrDefaultAsync();
        if (forum is null)
            return;

        foreach (var secretary in await scope.Db.SecretariatAsync(forum.Id, scope.Today))
            scope.Notify(secretary, new OutgoingMessage(Texts.ChatCannotBeReached(forum.Name, isOutOfTime)));
    }

    /// <summary>A guest has no other way: somebody calls.</summary>
    private static async Task TellAboutGuestAsync(WriteScope scope, ItemGuestId id)
    {
        var found = await (
            from guest in scope.Db.ItemGuests
            join item in scope.Db.AgendaItems on guest.ItemId equals item.Id
            join forum in scope.Db.Forums on guest.ForumId equals forum.Id
            where guest.Id == id
            select new { Guest = guest, Item = item, Forum = forum }).SingleOrDefaultAsync();
        if (found is null)
            return;

        var text = Texts.GuestCannotBeReached(found.Guest.Name, NoticeTitle.Of(found.Item.Content).ToString(), found.Forum.Name);
        foreach (var secretary in await scope.Db.SecretariatAsync(found.Forum.Id, scope.Today))
            scope.Notify(secretary, new OutgoingMessage(text));
    }

    /// <summary>These notices are about no case themselves, so that two secretaries out of reach do not go round in circles.</summary>
    private static async Task TellAboutAsync(WriteScope scope, Person person, MessageSubject about, Way way, bool isOutOfTime)
    {
        var name = await scope.Db.LabelAsync(person);
        var text = about switch
        {
            { IsContribution: true } => Texts.CannotBeAskedToContribute(name, about, way, isOutOfTime),
            { IsApproval: true } => Texts.CannotBeAskedToApprove(name, about, way, isOutOfTime),
            _ => Texts.CannotBeAsked(name, about, way, isOutOfTime),
        };
        foreach (var secretary in await scope.Db.SecretariatAsync(about.Forum, scope.Today))
        {
            if (secretary != person.Id)
                scope.Notify(secretary, new OutgoingMessage(text));
        }
    }

    /// <summary>The secretariats of the person's forums are told, unless it is one of them who cannot be reached: that would go round in circles.</summary>
    private static async Task NotifyAsync(WriteScope scope, Person person, Way way, bool isOutOfTime)
    {
        var secretaries = new HashSet<PersonId>();
        foreach (var forum in await scope.Db.ForumsOfAsync(person.Id, scope.Today))
            secretaries.UnionWith(await scope.Db.SecretariatAsync(forum.Id, scope.Today));

        if (secretaries.Contains(person.Id))
            return;

        var name = await scope.Db.LabelAsync(person);
        foreach (var secretary in secretaries)
            scope.Notify(secretary, new OutgoingMessage(Texts.CannotBeReached(name, way, isOutOfTime)));
    }

    private static MessageSubject? SubjectOf(OutboxMessage message) =>
        message.Payload is { } payload ? JsonSerializer.Deserialize<OutgoingMessage>(payload)?.About : null;

    /// <summary>What was done for somebody whom Teams does not reach.</summary>
    internal enum Way
    {
        None = 0,
        Mailed = 1,
        MailFailed = 2,
    }
}
