using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// Draws the card of a meeting's decisions for the chats of its forum, and for no other. Everybody there reads it, so closed items stand
/// without title and decision; the secretariat gets a version of its own as soon as it sees it.
/// </summary>
public sealed class DecisionCards : ISharedCardSource
{
    public const string CardKind = "decisions";

    public string Kind => CardKind;

    public static CardKey Key(MeetingId meeting) => new(CardKind, meeting.Value);

    public async Task<AdaptiveCard?> DrawAsync(
        KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.ForumId is { } forum && await db.AgendaAsync(forum, new MeetingId(id), ClosedReader.Nothing, cancellationToken) is { } view
            ? DecisionsCard.Build(view, writes: false, await db.DecisionWritersAsync(view, cancellationToken))
            : null;
    }

    /// <summary>A change of an item, whatever made it, shows on the card from now on.</summary>
    internal static void Follow(WriteScope scope)
    {
        foreach (var entry in scope.Db.ChangeTracker.Entries<AgendaItem>().Where(entry => entry.State is not EntityState.Unchanged))
            scope.Refresh(Key(entry.Entity.MeetingId));
    }
}

internal static class DecisionWriters
{
    /// <summary>The channel's ids of those who write decisions; Teams takes 60 at the most.</summary>
    internal static async Task<IReadOnlyList<string>> DecisionWritersAsync(this KlyngeContext db, AgendaView view, CancellationToken cancellationToken)
    {
        var secretariat = await db.SecretariatAsync(view.Meeting.ForumId, view.Meeting.Time.Date);
        var accounts = await db.People.Where(person => secretariat.Contains(person.Id)).Select(person => person.TeamsUserId).ToListAsync(cancellationToken);
        return [.. accounts.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(CardRefresh.MaxUserIds)];
    }
}
