using Klynge.Domain.Agendas;
using Klynge.Domain.Common;

namespace Klynge.Application.Agendas.Guests;

/// <summary>Said of one that there is not as well as of another forum's.</summary>
public sealed record GuestNotFound()
    : Error("Gæsten står ikke på punktet længere. Åbn punktet igen for at se dets gæster.");

/// <param name="Name">As it stands there.</param>
public sealed record GuestAlreadyThere(string Name)
    : Error($"{Name} står allerede som gæst på punktet. Ret gæsten i stedet.");

public sealed record TooManyGuests()
    : Error($"Der er plads til {ItemGuest.MaxOfItem} gæster på et punkt. Fjern en, eller skriv flere under ét navn, for eksempel »Formandskaberne for driftsforaene«.");

/// <summary>Everybody knows how things stand.</summary>
public sealed record NoGuestsToTell()
    : Error("Gæsterne har fået den besked, de skal have.");

/// <summary>No mailbox is set up, or none of the guests has an address.</summary>
public sealed record GuestsCannotBeMailed()
    : Error("Jeg kan ikke sende mail til nogen af dem. Giv dem selv besked, og tryk »Jeg har givet besked« ved hver af dem.");
