namespace Klynge.Domain.Agendas;

public enum AgendaItemStatus
{
    /// <summary>A member has proposed it; the secretariat has not answered.</summary>
    Proposed = 1,

    /// <summary>On the agenda of its meeting.</summary>
    Accepted = 2,

    /// <summary>The secretariat said no, with a reason.</summary>
    Declined = 3,

    /// <summary>Taken off the agenda; kept for the record.</summary>
    Removed = 4,
}
