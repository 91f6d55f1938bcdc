using Klynge.Domain.Common;

namespace Klynge.Bot.Manifest;

internal sealed record AppIdMissing()
    : Error("Botten har intet app-id endnu. Skriv det med --app-id, eller sæt MicrosoftAppId. Det står på registreringen af botten i Azure.");

internal sealed record AppIdNotAnId(string Written)
    : Error($"»{Written}« er ikke et app-id. Det ser ud som 11111111-2222-3333-4444-555555555555.");

internal sealed record DomainMissing()
    : Error("Bottens domæne mangler. Skriv det med --domain, for eksempel klynge.eksempel.dk, eller sæt Klynge:PublicUrl.");

internal sealed record DomainNotPublic(string Written)
    : Error($"Teams kan ikke nå »{Written}«. Skriv bottens domæne med --domain, uden https:// og uden sti, for eksempel klynge.eksempel.dk.");

internal sealed record PageNotHttps(string Option, string Written)
    : Error($"»{Written}« efter {Option} er ikke en side, der begynder med https://.");

internal sealed record PackageExists(string File)
    : Error($"»{File}« findes allerede. Vælg et andet navn, eller skriv --force for at erstatte filen.");
