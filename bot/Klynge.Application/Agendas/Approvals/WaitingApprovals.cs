using Klynge.Application.Data;
using Klynge.Application.Meetings;
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
            select meeting).ToListAsync(cancellationToken);
        return [.. meetings.OrderBy(meeting => meeting.Time.StartInstant).Select(meeting => new WaitingApproval(meeting.ForumId, asking[meeting.ForumId], meeting.Id, meeting.Time))];
    }

    /// <summary>On a card of what waits for somebody, with the way to answer it.</summary>
    internal static IEnumerable<CardElement> Row(WaitingApproval one)
    {
        yield return new TextBlock(CardText.Escape($"{one.Forum}, {CardParts.When(one.Time)}")) { Weight = TextWeight.Bolder };
        yield return new ActionSet(CardParts.Button(Texts.Open, ApprovalVerbs.Show, CardParts.Data(one.ForumId, one.MeetingId))) { Spacing = Spacing.Small };
    }
}
