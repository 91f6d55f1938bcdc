using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

public sealed record ItemNotFound()
    : Error("Punktet findes ikke længere, eller det hører til et andet forum. Skriv »dagsorden« for at se, hvad der er på.");

public sealed record TitleMissing()
    : Error("Skriv en titel til punktet, for eksempel »tilføj punkt Status på handleplanen«.");

public sealed record TitleTooLong(int Length)
    : Error($"Titlen er på {Length} tegn; der er plads til {AgendaItemRules.LongestTitle}. Skriv en kortere titel, og læg resten i sagsfremstillingen.");

public sealed record MinutesOutOfRange()
    : Error($"Skriv punktets længde som et helt antal minutter mellem 1 og {AgendaItemRules.LongestMinutes}.");

public sealed record TooManyRecommendations()
    : Error($"Der er plads til {AgendaItemRules.MostRecommendations} linjer i indstillingen. Saml nogle af dem.");

public sealed record TextTooLong()
    : Error("Sagsfremstillingen er for lang til et punkt. Læg noget af den i et bilag.");

public sealed record ProposalAlreadyAnswered()
    : Error("Forslaget er allerede besvaret. Skriv »dagsorden« for at se, hvad der er på.");

public sealed record ReasonMissing()
    : Error("Skriv en begrundelse, så forslagsstilleren ved hvorfor.");
