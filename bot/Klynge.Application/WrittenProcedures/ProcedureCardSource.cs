using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Draws the shared card of a case for the chats of its forum, and for no other.</summary>
public sealed class ProcedureCardSource : ISharedCardSource
{
    public const string CardKind = "procedure";

    public string Kind => CardKind;

    public async Task<AdaptiveCard?> DrawAsync(
        KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.ForumId is not { } forum
            || await db.ViewProcedureAsync(forum, new WrittenProcedureId(id), cancellationToken) is not { Status: not ProcedureStatus.Draft } view)
        {
            return null;
        }

        return SharedProcedureCard.Build(view, await ViewersAsync(db, view, cancellationToken), now);
    }

    /// <summary>The channel's ids of those who get a view of their own: who votes first, then the secretariat, as many as Teams takes.</summary>
    internal static async Task<List<string>> ViewersAsync(KlyngeContext db, ProcedureView view, CancellationToken cancellationToken)
    {
        var forum = new ForumId(view.ForumId);
        var voters = view.Seats.Select(seat => new PersonId(seat.VoterId)).ToList();
        var secretariat = await db.Members
            .Where(seat => seat.ForumId == forum && seat.Role == Role.Secretariat)
            .Select(seat => seat.PersonId)
            .ToListAsync(cancellationToken);
        List<PersonId> people = [.. voters.Concat(secretariat).Distinct()];
        var accounts = await db.People
            .Where(person => people.Contains(person.Id) && person.TeamsUserId != null)
            .ToDictionaryAsync(person => person.Id, person => person.TeamsUserId!, cancellationToken);
        return [.. people.Where(accounts.ContainsKey).Select(person => accounts[person]).Take(CardRefresh.MaxUserIds)];
    }
}
