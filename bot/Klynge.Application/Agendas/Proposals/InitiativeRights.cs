using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>Whether a proposal is one that its member has a right to have on the agenda (<see cref="RulesOfProcedure.HasInitiativeRight"/>).</summary>
internal static class InitiativeRights
{
    /// <summary>It was proposed in time for a meeting that is still to come. Once that meeting is over, or called off, it can only go to another.</summary>
    internal static bool Cover(Forum forum, LocalDate date, MeetingStatus status, AgendaItem item) =>
        forum.Rules.HasInitiativeRight && item is { Status: AgendaItemStatus.Proposed, ProposedById: not null }
        && item.AddedAt < forum.Rules.ItemsIn.Before(date)
        && status is not (MeetingStatus.Held or MeetingStatus.Cancelled);

    /// <returns>Why the secretariat can neither decline it nor move it; null when it can.</returns>
    internal static async Task<InitiativeRight?> OfAsync(KlyngeContext db, ItemOfForum at)
    {
        if (!Cover(at.Forum, at.Meeting.Date, at.Meeting.Status, at.Item))
            return null;

        var proposer = at.Item.ProposedById!.Value;
        var names = await db.LabelsAsync([proposer], CancellationToken.None);
        return new InitiativeRight(at.Forum.Name, names.GetValueOrDefault(proposer) ?? Texts.Somebody);
    }
}
