using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Attendance;

/// <summary>A seat whose person took no part in one item, although at the meeting: inhabil, or out of the room.</summary>
public sealed class ItemAbsence
{
    public required ForumId ForumId { get; init; }

    public required AgendaItemId ItemId { get; init; }

    public required MemberId MemberId { get; init; }

    public required ItemAbsenceKind Kind { get; set; }
}

public enum ItemAbsenceKind
{
    /// <summary>Inhabil (forvaltningsloven § 3; kommunestyrelsesloven § 14): neither deliberates nor votes.</summary>
    Recused = 1,

    /// <summary>Left before the item, came after it, or was out of the room.</summary>
    Away = 2,
}

/// <summary>Somebody cannot be both inhabil and away.</summary>
public sealed record AbsentTwice(string Name)
    : Error($"{Name} er valgt begge steder. Vælg enten inhabil eller ikke til stede.");

public sealed record ItemAttendanceTooEarly()
    : Error("Mødet er ikke begyndt, så det kan endnu ikke skrives op, hvem der deltog i punktet.");

public sealed record ItemAttendanceIsFinal()
    : Error("Referatet af mødet er godkendt, så fremmødet ved punktet kan ikke ændres.");
