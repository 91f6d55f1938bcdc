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

    /// <summary>
    /// Who sits in the seat for this item, because its holder is inhabil and the member's list asks for it (kommunestyrelsesloven § 14, stk. 3);
    /// null for nobody. A holder who is away anyway is replaced for the meeting, and never for an item.
    /// </summary>
    public PersonId? SubstituteId { get; set; }

    /// <summary>Who is kept out of what is closed in the item because of this, and for no other reason; null for nobody.</summary>
    public PersonId? KeptOutId { get; set; }
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

/// <summary>Kommunestyrelsesloven § 14, stk. 3, with opinions 80.2a.1 and 91.2a.1.</summary>
public sealed record OnlyRecusedIsReplaced(string Name)
    : Error($"{Name} er ikke skrevet op som inhabil ved punktet. En stedfortræder kaldes kun ind til et enkelt punkt, når medlemmet er inhabilt, ikke når medlemmet er væk af andre grunde.");

public sealed record SubstituteNotOnList(string Name)
    : Error($"Den valgte står ikke på listen over stedfortrædere for {Name}. Skriv stedfortræderen på forummets liste først.");

public sealed record SubstituteSitsAlready(string Name)
    : Error($"{Name} deltager allerede i punktet og kan ikke sidde på to pladser. Vælg den næste på listen.");

public sealed record ItemAttendanceTooEarly()
    : Error("Mødet er ikke begyndt, så det kan endnu ikke skrives op, hvem der deltog i punktet.");

public sealed record ItemAttendanceIsFinal()
    : Error("Referatet af mødet er godkendt, så fremmødet ved punktet kan ikke ændres.");
