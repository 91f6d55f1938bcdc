using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>
/// One meeting's agenda as it is read: what cards, minutes and pages are made from. It holds only what its reader may see, so that
/// nothing that draws it can leak a closed item.
/// </summary>
public sealed record AgendaView
{
    public required MeetingView Meeting { get; init; }

    /// <summary>The items on the agenda in their order, all of them.</summary>
    public required IReadOnlyList<AgendaLine> Lines { get; init; }

    /// <summary>How far the items go beyond the end of a meeting that is not over; null where they do not.</summary>
    public AgendaOverrun? Overrun { get; init; }

    /// <summary>What the calendar says of who is invited; null for a meeting that it does not call.</summary>
    public InvitationCount? Invitations { get; init; }

    /// <summary>The apologies that stand, in the forum's order.</summary>
    public required IReadOnlyList<Absence> Absences { get; init; }

    public required Quorum Quorum { get; init; }

    /// <summary>The forum's rules ask for one from every sector.</summary>
    public bool NeedsEverySector { get; init; }

    /// <summary>Members' proposals that the secretariat has not answered.</summary>
    public int Proposals { get; init; }

    /// <summary>The minutes are approved: decisions stand.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The forum's people on the day, the secretariat first, whose version differs most.</summary>
    public IReadOnlyList<AgendaReader> Readers { get; init; } = [];
}

/// <param name="Account">The channel's id of it (<c>29:…</c>); null for somebody who has none yet.</param>
public sealed record AgendaReader(PersonId Id, string? Account);
