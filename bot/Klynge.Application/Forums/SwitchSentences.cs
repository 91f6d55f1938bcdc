using Klynge.Domain.Forums;

namespace Klynge.Application.Forums;

/// <summary>The rights of a forum as somebody would say them, each with its source; and what is off because it is not settled.</summary>
public static class SwitchSentences
{
    /// <returns>Nothing about a right that is off and that nobody has said anything about.</returns>
    public static IEnumerable<string> Of(RulesOfProcedure rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new[]
        {
            Of(rules.CastingVote, "Står stemmerne lige, afgør formandens.", "Formandens afgørende stemme"),
            Of(rules.ChairDecision, "Formanden kan mellem møderne afgøre det, der ikke kan vente eller ikke giver anledning til tvivl, og ethvert medlem kan kræve sagen på mødet.", "Formandsbeslutninger"),
            Of(rules.DissentingOpinion, "Et medlem, der har deltaget i punktet, kan få sin afvigende mening kort med i referatet.", "Afvigende mening i referatet"),
            Of(rules.StopExecution, "Et medlem, der har været til stede ved punktet, kan standse en beslutning, indtil mødet hæves.", "Standsningsret"),
            Of(rules.ItemSubstitutes, "Er et medlem inhabilt, kan stedfortræderen kaldes ind til punktet.", "Stedfortræder ved et enkelt punkt"),
            rules.NamedVotes == LegalSwitch.On ? null : Of(rules.NamedVotes, "Referatet skriver, hvem der stemte hvad.", "Navne ved afstemninger i referatet"),
        }.OfType<string>();
    }

    private static string? Of(LegalSwitch one, string allowed, string right) => one switch
    {
        { Allowed: true, Source: { } source } => $"{allowed} Kilde: {source.TrimEnd('.')}.",
        { Allowed: true } => allowed,
        { Source: { } source } => $"{right} er slået fra. {source.TrimEnd('.')}.",
        _ => null,
    };
}
