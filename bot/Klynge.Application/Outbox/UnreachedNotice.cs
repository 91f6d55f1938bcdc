using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Outbox;

/// <summary>Tells the secretariat at once of somebody whom a message will never reach.</summary>
internal static class UnreachedNotice
{
    internal static async Task WriteAsync(WriteScope scope, OutboxMessage message, PersonId personId)
    {
        var person = await scope.Db.People.SingleAsync(candidate => candidate.Id == personId);
        if (SubjectOf(message) is { } about)
        {
            await TellAboutAsync(scope, person, about);
            return;
        }

        await TellAsync(scope, person);
    }

    /// <summary>These notices are about no case themselves, so that two secretaries out of reach do not go round in circles.</summary>
    private static async Task TellAboutAsync(WriteScope scope, Person person, MessageSubject about)
    {
        foreach (var secretary in await scope.Db.SecretariatAsync(new ForumId(about.Forum), scope.Today))
        {
            if (secretary != person.Id)
            {
                scope.Notify(secretary, new OutgoingMessage(Texts.CannotBeAsked(person.Name, about)));
            }
        }
    }

    /// <summary>The secretariats of the person's forums are told, unless it is one of them who cannot be reached: that would go round in circles.</summary>
    private static async Task TellAsync(WriteScope scope, Person person)
    {
        var secretaries = new HashSet<PersonId>();
        foreach (var forum in await scope.Db.ForumsOfAsync(person.Id, scope.Today))
        {
            secretaries.UnionWith(await scope.Db.SecretariatAsync(forum.Id, scope.Today));
        }

        if (secretaries.Contains(person.Id))
        {
            return;
        }

        foreach (var secretary in secretaries)
        {
            scope.Notify(secretary, new OutgoingMessage(Texts.CannotBeReached(person.Name)));
        }
    }

    private static MessageSubject? SubjectOf(OutboxMessage message) =>
        message.Payload is { } payload ? JsonSerializer.Deserialize<OutgoingMessage>(payload)?.About : null;
}
