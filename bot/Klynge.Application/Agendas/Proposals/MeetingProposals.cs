using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>All unanswered proposals to one meeting, for the page where they are answered.</summary>
internal static class MeetingProposals
{
    /// <param name="reader">Of a closed proposal that they may not read only that it waits is told.</param>
    /// <returns>The oldest first.</returns>
    internal static async Task<IReadOnlyList<ProposalView>> ProposalsOfAsync(
        this KlyngeContext db, Forum forum, MeetingView meeting, ClosedReader reader, LocalDate today, CancellationToken cancellationToken)
    {
        var rows = await db.AgendaItems
            .Where(item => item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Proposed)
            .OrderBy(item => item.AddedAt)
            .Select(item => new { Item = item, Excluded = db.ItemExclusions.Where(one => one.ItemId == item.Id).Select(one => one.PersonId).ToList() })
            .ToListAsync(cancellationToken);
        var names = await db.LabelsAsync([.. rows.Select(row => row.Item.ProposedById).OfType<PersonId>().Distinct()], cancellationToken);
        var ahead = (await db.MeetingsAheadAsync(forum.Id, today, cancellationToken)).ConvertAll(MeetingChoice.Of);
        return
        [
            .. rows.Select(row =>
            {
                var seen = reader.See(new AgendaLine { Id = row.Item.Id, Number = 0, Version = row.Item.Version, Content = row.Item.Content, Excluded = row.Excluded });
                var proposer = row.Item.ProposedById is { } by ? names.GetValueOrDefault(by) : null;
                return ProposalView.Of(row.Item, forum, meeting, proposer, ahead) with { Content = seen.Content, IsKeptForOpening = seen.IsHidden };
            }),
        ];
    }
}
