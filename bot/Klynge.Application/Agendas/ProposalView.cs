using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>A member's proposal as the secretariat is asked about it.</summary>
/// <param name="Meetings">The forum's meetings ahead that it can be put on, the wished one among them.</param>
internal sealed record ProposalView(
    MeetingView Meeting, AgendaItemId Id, AgendaItemContent Content, string Proposer, IReadOnlyList<MeetingChoice> Meetings)
{
    /// <summary>It came after the time limit for items.</summary>
    internal bool IsLate { get; init; }

    internal static async Task<ProposalView> OfAsync(KlyngeContext db, AgendaItem item, Forum forum, Meeting meeting, LocalDate today)
    {
        var view = await db.MeetingViewAsync(forum.Id, meeting.Id);
        var proposer = item.ProposedById is { } by ? (await db.LabelsAsync([by], CancellationToken.None)).GetValueOrDefault(by) : null;
        var ahead = await db.MeetingsAheadAsync(forum.Id, today);
        return new ProposalView(
            view!, item.Id, item.Content, proposer ?? Texts.Somebody, [.. ahead.Select(MeetingChoice.Of)])
        {
            IsLate = item.AddedAt >= forum.Rules.ItemsIn.Before(meeting.Date),
        };
    }
}
