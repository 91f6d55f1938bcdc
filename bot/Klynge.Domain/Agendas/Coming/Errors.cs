using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas.Coming;

/// <summary>Of one that there is not as well as of another forum's.</summary>
public sealed record ComingItemNotFound()
    : Error("Punktet står ikke længere under de kommende punkter. Skriv »kommende punkter« for at se dem, der er.");

public sealed record ComingItemChanged()
    : Error("En anden har ændret punktet i mellemtiden, så intet er gemt. Åbn det igen, se ændringen, og prøv så.");

public sealed record ComingReasonMissing()
    : Error("Skriv, hvorfor punktet fjernes.");

/// <summary>Where it is put on an agenda, it is corrected and taken off there.</summary>
/// <param name="When">Its meeting.</param>
public sealed record ComingItemOnAgenda(string When)
    : Error($"Punktet står allerede på dagsordenen {When}. Ret det, eller tag det af, på dagsordenen.");

/// <summary>Its words are those of a meeting that was held, and go on from there with the item.</summary>
/// <param name="When">That meeting.</param>
public sealed record ComingItemHasStood(string When)
    : Error($"Punktet stod på dagsordenen {When}. Titlen og oplægsholderen rettes, når det er sat på en dagsorden igen; dér åbnes et lukket punkt også. Resten kan du rette her.");

public sealed record ComingItemSettled()
    : Error("Punktet er behandlet, så det er ikke længere et kommende punkt. Skriv »kommende punkter« for at se dem, der er.");

/// <summary>Proposed by another forum's secretariat; the own one has not said yes.</summary>
public sealed record ComingItemNotAccepted()
    : Error("Punktet er kun foreslået. Tag imod det, før det sættes på en dagsorden.");

public sealed record ComingItemAlreadyAdded(string Title)
    : Error($"{DanishFormat.Quote(Title)} er allerede gemt fra denne formular. Åbn en ny for at skrive et punkt mere.");

public sealed record TooManyComingItems(int Most)
    : Error($"Der er plads til {Most} kommende punkter i et forum. Sæt nogle på en dagsorden, eller fjern dem, før du skriver flere.");

/// <summary>What stands in a closed item stays in its forum.</summary>
/// <param name="Forum">The item's own.</param>
public sealed record ClosedStaysHere(string Forum)
    : Error($"Punktet er lukket, så det bliver i {Forum}. Vælg {Forum}, eller følg kun op på aftalen.");

/// <summary>An item that was taken off stands on another agenda by now, from the forum's list of coming items.</summary>
public sealed record ItemIsElsewhere()
    : Error("Punktet er siden sat på et andet mødes dagsorden, så det kan ikke sættes tilbage her. Skriv »kommende punkter« for at se hvor.");

/// <summary>Another forum has it from here.</summary>
/// <param name="Forum">That forum.</param>
public sealed record ItemIsSentOn(string Forum)
    : Error($"Punktet er sendt videre til {Forum}. Træk det tilbage først, hvis det skal behandles her.");

/// <summary>It came from another forum, which has it back.</summary>
public sealed record ItemIsCalledBack()
    : Error("Punktet er gået tilbage til det forum, som sendte det, så det kan ikke behandles her.");

public sealed record SendsToItself(string Forum)
    : Error($"Punktet er allerede i {Forum}. Vælg et andet forum.");

/// <summary>Only where a case has been can it be sent back to.</summary>
public sealed record NothingToSendBackTo(string Forum)
    : Error($"Punktet kommer ikke fra {Forum}, så det kan ikke sendes tilbage dertil. Send det videre i stedet.");

/// <summary>It is taken up, or settled, by the forum that it was sent to.</summary>
/// <param name="Forum">That forum.</param>
public sealed record SentItemIsTaken(string Forum)
    : Error($"{Forum} har punktet på en dagsorden, så det kan ikke trækkes tilbage. Skriv til sekretariatet for {Forum}.");

public sealed record NothingWasSent()
    : Error("Punktet er ikke sendt videre, så der er intet at trække tilbage.");

/// <summary>Only open items travel.</summary>
public sealed record ClosedIsNotSent(string Forum)
    : Error($"Punktet er lukket, så det bliver i {Forum}. Skal et andet forum behandle sagen, må sekretariatet dér oprette den selv.");
