using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>An agenda that somebody was asked to approve, and has not answered.</summary>
internal sealed record WaitingApproval(ForumId ForumId, string Forum, MeetingId MeetingId, MeetingTime Time);

internal static class WaitingApprovals
{
    /// <param name="forums">Those that the person leads.</param>
    /// <returns>The next meeting first.</returns>
    internal static async Task<IReadOnlyList<WaitingApproval>> WaitingApprovalsAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Forum> forums, CancellationToken cancellationToken)
    {
        var asking = forums.Where(forum => forum.Rules.AgendaApproval != AgendaApprovalRule.None).ToDictionary(forum => forum.Id, forum => forum.Name);
        if (asking.Count == 0)
            return [];

        var ids = asking.Keys.ToList();
        var meetings = await (
            from approval in db.AgendaApprovals.AsNoTracking()
            join meeting in db.Meetings on approval.MeetingId equals meeting.Id
            where approval.PersonId == person && approval.Answer == null && ids.Contains(approval.ForumId)
                && meeting.Status != MeetingStatus.Cancelled && meeting.Status != MeetingStatus.Held
                && (meeting.AgendaSentAt == null || meeting.AgendaSentAt <= approval.AskedAt)
            select new
            {
                Meeting = meeting,
                KeptFrom = db.AgendaItems
                    .Where(item => item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Accepted && db.ItemExclusions.Any(one => one.ItemId == item.Id && one.PersonId == person))
                    .Select(item => item.Content)
                    .ToList(),
            }).ToListAsync(cancellationToken);
        // Whoever has been kept out of a closed item since can no longer read all of it, and is not waited for.
        return [.. meetings.Where(row => !row.KeptFrom.Exists(content => content.IsClosed)).Select(row => row.Meeting).OrderBy(meeting => meeting.Time.StartInstant)
            .Select(meeting => new WaitingApproval(meeting.ForumId, asking[meeting.ForumId], meeting.Id, meeting.Time))];
    }

    /// <summary>On a card of what waits for somebody, with the way to answer it.</summary>
    internal static IEnumerable<CardElement> Row(WaitingApproval one)
    {
        yield return new TextBlock(CardText.Escape($"{one.Forum}, {CardParts.When(one.Time)}")) { Weight = TextWeight.Bolder };
        yield return new ActionSet(CardParts.Button(Texts.Open, ApprovalVerbs.Show, CardParts.Data(one.ForumId, one.MeetingId))) { Spacing = Spacing.Small };
    }
}
