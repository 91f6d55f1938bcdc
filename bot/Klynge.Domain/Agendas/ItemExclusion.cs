using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Agendas;

/// <summary>
/// One reader of closed items who is kept out of a single one: a member whose own matter it is, or who is inhabil. To them the item is what it
/// is to everybody who may not read what is closed: at an open item its closed bilag alone are hidden.
/// </summary>
public sealed class ItemExclusion
{
    public required ForumId ForumId { get; init; }

    public required AgendaItemId ItemId { get; init; }

    /// <summary>The person, not the seat: the substitute who is called in for the item reads it.</summary>
    public required PersonId PersonId { get; init; }
}

/// <summary>An open item is read by everybody.</summary>
public sealed record OnlyClosedItemsExclude()
    : Error("Punktet er åbent, så alle i forummet kan læse det. Gør det først til et lukket punkt.");

/// <summary>Whoever makes the agenda has to read it, and nobody else could let them in again.</summary>
public sealed record SecretariatCannotBeExcluded(string Name)
    : Error($"{Name} er sekretariat og laver dagsordenen, så {Name} kan ikke holdes ude af punktet.");

/// <summary>The forum's rules want those who lead it to approve the agenda, and nobody approves what they may not read.</summary>
public sealed record NobodyLeftToApprove()
    : Error("Så er der ingen tilbage i formandskabet, der kan læse hele dagsordenen og godkende den. Hold kun nogle af dem ude.");

/// <summary>Nobody of that name reads closed items in the forum.</summary>
public sealed record ExcludedUnknown()
    : Error("En af de valgte sidder ikke i forummet. Åbn »Hold nogen ude« igen.");

/// <summary>A case in writing goes to everybody who has a vote.</summary>
public sealed record ExcludedInWriting(string Names)
    : Error($"{Names} er holdt ude af det lukkede punkt, og en sag i skriftlig behandling går til alle med stemme. Luk dem først ind igen, eller behandl punktet på mødet.");

/// <summary>Whoever votes on it, or may send it out, has read it already.</summary>
public sealed record ExclusionComesTooLate()
    : Error("Der er en sag i skriftlig behandling om punktet, og den er læst af dem, der deltager i den. Træk sagen tilbage først, hvis nogen skal holdes ude.");

/// <summary>Whoever is kept out has no vote at the item, and nobody says afterwards what they have pressed.</summary>
public sealed record ExclusionDuringVote()
    : Error("Der er en afstemning i gang ved punktet, og den, der skal holdes ude, kan have stemt. Luk eller aflys afstemningen først.");

/// <summary>Whoever is asked for a contribution reads the item in order to write it.</summary>
public sealed record ExcludedIsAsked(string Names)
    : Error($"{Names} er bedt om et bidrag til punktet og læser det derfor. Træk anmodningen tilbage først.");
