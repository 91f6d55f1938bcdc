using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>Said of one that there is not as well as of one that somebody else was asked for.</summary>
public sealed record ContributionNotFound()
    : Error("Jeg kan ikke finde noget bidrag, som du er bedt om her. Skriv »bidrag« for at se dine.");

/// <summary>Nothing can be sent any more, and why.</summary>
public sealed record ContributionIsOver(string Why)
    : Error(Why);

/// <summary>Of an asking that comes too late.</summary>
public sealed record TooLateToAsk(string Why)
    : Error(Why);

public sealed record ContributorMissing()
    : Error("Vælg, hvem der skal bidrage.");

public sealed record TooManyContributors()
    : Error($"Du kan bede {DanishFormat.Number(AskContribution.MaxPeople)} personer om bidrag ad gangen. Del dem i flere omgange.");

/// <summary>A card that has grown old, or one that somebody made up.</summary>
public sealed record ContributorUnknown()
    : Error("En af dem, du har valgt, står ikke på medlemslisten længere, så ingen er spurgt. Åbn »Bed om bidrag« igen.");

/// <summary>Whoever contributes to an item reads it.</summary>
public sealed record ContributorIsExcluded(string Names)
    : Error($"{Names} er holdt ude af det lukkede punkt og kan ikke bedes om et bidrag til det, så ingen er spurgt. Vælg en anden, eller ret »Hold nogen ude« først.");

public sealed record ContributionDayMissing()
    : Error("Vælg, hvornår bidraget senest skal være her.");

/// <param name="Meeting">The day of the meeting, the last that can be chosen.</param>
public sealed record ContributionDayOff(LocalDate Meeting)
    : Error($"Datoen skal ligge fra i dag og til mødet {DanishFormat.Date(Meeting)}.");
