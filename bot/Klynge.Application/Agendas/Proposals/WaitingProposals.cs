using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>Members' proposals for one meeting that the secretariat has not answered.</summary>
/// <param name="Titles">As notices have them, the oldest first.</param>
/// <param name="Newest">When the latest of them came.</param>
public sealed record WaitingProposals(ForumId ForumId, string Forum, MeetingId MeetingId, MeetingTime Time, IReadOnlyList<string> Titles, Instant Newest);

internal static class WaitingProposalsQueries
{
    /// <param name="forums">Those that the person answers proposals in.</param>
    /// <returns>Meeting by meeting, the next one first.</returns>
    internal static async Task<IReadOnlyList<WaitingProposals>> WaitingProposalsAsync(
        this KlyngeContext db, IReadOnlyList<Forum> forums, CancellationToken cancellationToken)
    {
        var names = forums.ToDictionary(forum => forum.Id, forum => forum.Name);
        var ids = names.Keys.ToList();
        var proposals = await db.AgendaItems.AsNoTracking()
            .Where(item => item.Status == AgendaItemStatus.Proposed && ids.Contains(item.ForumId))
            .Join(
                db.Meetings.Where(meeting => meeting.Status != MeetingStatus.Cancelled && meeting.Status != MeetingStatus.Held),
                item => item.MeetingId,
                meeting => meeting.Id,
                (item, meeting) => new { Item = item, Meeting = meeting })
            .ToListAsync(cancellationToken);
        return
        [
            .. proposals.OrderBy(one => one.Item.AddedAt).GroupBy(one => one.Meeting.Id).Select(group => new WaitingProposals(
                    group.First().Meeting.ForumId,
                    names[group.First().Meeting.ForumId],
                    group.Key,
                    group.First().Meeting.Time,
                    [.. group.Select(one => NoticeTitle.Of(one.Item.Content).ToString())],
                    group.Max(one => one.Item.AddedAt)))
                .OrderBy(meeting => meeting.Time.StartInstant),
        ];
    }
}

/// <summary>The proposals for a meeting on a card of what waits, with the way to answer them.</summary>
internal static class WaitingProposalsRow
{
    internal static IEnumerable<CardElement> Build(WaitingProposals meeting)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.MeetingId);
        yield return new TextBlock(CardText.Escape($"{meeting.Forum}, {CardParts.When(meeting.Time)}")) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Escape(DanishText.Shorten(DanishFormat.List([.. meeting.Titles.Select(DanishFormat.Quote)]), 200))) { Spacing = Spacing.None };
        yield return new ActionSet(CardParts.Button(Texts.ReviewProposals(meeting.Titles.Count), AgendaVerbs.Proposals, data)) { Spacing = Spacing.Small };
    }
}
