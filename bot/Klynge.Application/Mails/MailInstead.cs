using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Forums;

namespace Klynge.Application.Mails;

/// <summary>Writes a mail in place of a message that will never arrive in Teams.</summary>
internal static class MailInstead
{
    /// <returns>Whether one is on its way.</returns>
    internal static bool Write(WriteScope scope, IMailer mailer, OutboxMessage message, Person person)
    {
        if (!mailer.IsOn
            || message is not { Kind: OutboxKind.Notify, Payload: { } payload }
            || string.IsNullOrEmpty(person.Email)
            || CardMail.Of(JsonSerializer.Deserialize<OutgoingMessage>(payload)!) is not { } mail)
        {
            return false;
        }

        scope.Mail(person.Id, mail);
        return true;
    }
}
