using Klynge.Domain.Common;

namespace Klynge.Microsoft365;

/// <summary>What stands there is not repeated: it may be a secret in the wrong place.</summary>
public sealed record UnknownMicrosoft365()
    : Error("Microsoft365 kan være »off«, »tenant« eller »simulated«. Ret indstillingen, og start igen.");

public sealed record TenantIsMissing()
    : Error("Microsoft365=tenant kræver MicrosoftAppId og MicrosoftAppTenantId, for botten logger ind i Microsoft 365 som sig selv. Sæt dem, eller fjern Microsoft365.");

/// <summary>The stand-in lets anybody in who knows its address, so it never meets a real tenant.</summary>
public sealed record SimulatedInTenant()
    : Error("Microsoft365=simulated er til lokal prøve og kan ikke bruges sammen med MicrosoftAppId. Brug Microsoft365=tenant.");

/// <summary>Graph delivers notifications over https alone.</summary>
public sealed record NotificationsNeedHttps(Uri Url)
    : Error($"Microsoft 365 kan kun give besked til en https-adresse, og botten har {Url.GetLeftPart(UriPartial.Authority)}. Sæt Klynge:PublicUrl til bottens offentlige adresse.");

/// <summary>The bot's token would go to whoever answers there.</summary>
public sealed record NotAGraphHost()
    : Error("Klynge:GraphUrl skal være en af Microsoft Graphs egne adresser, fx https://graph.microsoft.com/v1.0. Ret indstillingen, eller fjern den.");
