using Klynge.Domain.Common;

namespace Klynge.Application.Seals;

public sealed record TwoSealKeys()
    : Error($"{SealSettings.PfxName} og {SealSettings.KeyVaultName} er begge sat, og der forsegles med ét certifikat. Fjern den ene.");

public sealed record NoVaultCertificate()
    : Error($"{SealSettings.KeyVaultName} skal være et certifikats adresse i Key Vault, som https://klynge.vault.azure.net/certificates/segl.");

public sealed record NoTimestampUrl()
    : Error($"{SealSettings.TimestampName} skal være en hel adresse, der begynder med http:// eller https://.");

public sealed record SealWithoutTime(string Key)
    : Error($"{SealSettings.TimestampName} mangler, men {Key} er sat. Et segl uden tidsstempel kan ikke bevises, når certifikatet er udløbet. Sæt den til jeres tidsstempeltjeneste.");

public sealed record TimeWithoutSeal()
    : Error($"{SealSettings.TimestampName} er sat, men der er intet at forsegle med. Sæt {SealSettings.PfxName} eller {SealSettings.KeyVaultName}, eller fjern den.");

public sealed record HeadsFolderNotWhole()
    : Error($"{SealSettings.HeadsName} skal være en mappes hele sti, som /mnt/revision eller \\\\server\\revision.");

public sealed record NoAnchors(string Path)
    : Error($"{SealSettings.AnchorsName}: {Path} kan ikke læses som rodcertifikater (PEM). Ret stien, eller læg certifikaterne der.");

public sealed record PfxMissing(string Path)
    : Error($"{SealSettings.PfxName}: {Path} findes ikke.");

public sealed record PfxUnreadable(string Path)
    : Error($"{SealSettings.PfxName}: {Path} kan ikke åbnes. Enten er {SealSettings.PasswordName} forkert, eller også er filen ingen .pfx.");

public sealed record PfxWithoutKey(string Path)
    : Error($"{SealSettings.PfxName}: {Path} kan ikke læses eller har ingen nøgle, der kan forsegles med.");

public sealed record PfxNotForSeals(string Path)
    : Error($"{SealSettings.PfxName}: certifikatet i {Path} er ikke udstedt til at forsegle med.");
