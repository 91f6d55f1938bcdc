using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.Members;

public sealed record SeatNotFound()
    : Error("Pladsen findes ikke i forummet. Skriv »medlemmer« for at se dem, der er der nu.");

/// <summary>A person's id or key that is no one's here.</summary>
public sealed record PersonNotFound(string Written)
    : Error($"{DanishFormat.Quote(Written)} er ingen, som jeg kender her. Skriv navnet og e-mailen, så opretter jeg personen.");

/// <summary>The key says one person and the name another, as when a successor is written over the name in an old table.</summary>
public sealed record KeyOfAnother(string Key, string Name, string Written)
    : Error($"Nøglen {DanishFormat.Quote(Key)} hører til {Name}, men navnet er {DanishFormat.Quote(Written)}. Slet nøglen, hvis det er en anden, eller ret navnet.");

/// <summary>Two of the forum have the name.</summary>
public sealed record NameFitsSeveral(string Written)
    : Error($"{DanishFormat.Quote(Written)} er navnet på flere i forummet. Skriv e-mailen til den, du mener.");

/// <summary>Somebody else on record has the name; whether it is the same person only people can say.</summary>
public sealed record NameIsKnown(string Written)
    : Error($"Der står en {Written} i rådet i forvejen. Skriv e-mailen, hvis det er samme person; ellers skriv, at det er en anden.");

public sealed record NameNearlyFits(string Written, string Near)
    : Error($"Mener du {Near}? {DanishFormat.Quote(Written)} er ikke skrevet helt ens. Ret navnet, eller skriv, at det er en anden.");

/// <summary>The address is somebody's who is called otherwise on record.</summary>
public sealed record EmailOfAnother(string Email)
    : Error($"{Email} hører til en, der hedder noget andet i rådet. Se efter, om adressen eller navnet er forkert.");

/// <summary>The person's own address on record is another.</summary>
public sealed record EmailDiffers(string Name, string Email)
    : Error($"{Name} står med en anden e-mail end {Email}. En adresse ændres i rådets fil, for den hører til personen og ikke til pladsen.");

public sealed record OrganisationMissing(string Name)
    : Error($"Skriv, hvilken organisation {Name} sidder for.");

public sealed record RoleMissing(string Name)
    : Error($"Skriv, hvad {Name} skal være: medlem, formand, næstformand, medformand, observatør, administrativ deltager, sekretariat eller gæst.");

public sealed record LastDayBeforeFirst(string Name, string First)
    : Error($"{Name} sidder fra {First}, så sidste dag kan ikke ligge før det.");

/// <summary>What the rules of the board file say against it, in their own words.</summary>
public sealed record ChangeDoesNotFit(string Why)
    : Error(Why)
{
    private const string OfRules = "$.forums[0].rules.";

    /// <summary>Which rules of procedure it is said of, by their names in the file: »quorum.share«; empty for what is said of no one rule.</summary>
    public IReadOnlyList<(string Rule, string Why)> Rules { get; init; } = [];

    internal static ChangeDoesNotFit Of(IReadOnlyList<FileProblem> problems) =>
        new(string.Join(' ', problems.Select(problem => problem.Message).Distinct(StringComparer.Ordinal)))
        {
            Rules = [.. problems.Where(problem => problem.Path.StartsWith(OfRules, StringComparison.Ordinal)).Select(problem => (problem.Path[OfRules.Length..].Split('[')[0], problem.Message))],
        };
}

/// <summary>Somebody must be able to run the forum.</summary>
public sealed record LastSecretary(string Forum, string Day)
    : Error($"Så er der ingen i sekretariatet for {Forum} fra {Day}. Sæt en anden på først, eller i samme ændring.");

public sealed record LastChair(string Forum, string Day)
    : Error($"Så har {Forum} ingen formand fra {Day}. Sæt en efterfølger på først, eller i samme ændring.");

/// <summary>What the preview was of is no longer so.</summary>
public sealed record ForumChangedMeanwhile()
    : Error("Medlemmerne eller reglerne er ændret, siden du så forslaget. Intet er skrevet. Se det nye forslag, og bekræft det.");

public sealed record NothingToChange()
    : Error("Sådan står det allerede. Intet er ændret.");

public sealed record RuleUnknown(string Name, string Known)
    : Error($"Der er ingen regel »{Name}«. Skriv {Known}.");
