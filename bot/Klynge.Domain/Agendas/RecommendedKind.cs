using System.Text.RegularExpressions;

namespace Klynge.Domain.Agendas;

/// <summary>
/// What an item is by what it asks of the forum, read from the verb that each recommendation begins with: »godkender forslaget« is a decision,
/// »drøfter udkastet« a discussion, »tager orienteringen til efterretning« information. The strongest of several counts.
/// </summary>
public static partial class RecommendedKind
{
    /// <summary>In front of the verb may stand »at«, and who does it: »at Chefforum godkender«.</summary>
    private const string Start = @"^\W*(at\s+)?((\p{L}+(et|en|forum|råd|rådet|udvalg|udvalget|gruppe|gruppen|niveau)|(politisk|fagligt|strategisk)\s+\p{L}+)\s+)?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <returns>Null where no line begins with a verb that is known: then somebody has to say.</returns>
    public static AgendaItemKind? Of(IReadOnlyList<string> recommendations)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        return recommendations.Any(Decides().IsMatch) ? AgendaItemKind.Decision
            : recommendations.Any(Discusses().IsMatch) ? AgendaItemKind.Discussion
            : recommendations.Any(Hears().IsMatch) ? AgendaItemKind.Information
            : null;
    }

    /// <summary>The first line that asks for a decision, as the sentence about it quotes it; null where none does.</summary>
    public static string? FirstThatDecides(IReadOnlyList<string> recommendations) => recommendations.FirstOrDefault(line => Decides().IsMatch(line));

    [GeneratedRegex(Start + @"(godkend(er|es|e)?|beslutte(r|s)?|tiltræde(r|s)?|vedtage(r|s)?|udpege(r|s)?|vælge(r|s)?|bevilge(r|s)?|afsætte(r|s)?|prioritere(r|s)?|fastsætte(r|s)?|fastlægge(r|s)?|indstille(r|s)?|anbefale(r|s)?|tilslutte(r|s)?|bemyndige(r|s)?|bekræfte(r|s)?|igangsætte(r|s)?|iværksætte(r|s)?|nedsætte(r|s)?|konstituere(r|s)?|stille(r|s)?\s+sig\s+bag|tage(r|s)?\s+stilling|give(r|s)?\s+(\p{L}+\s+)?(mandat|tilsagn|bemyndigelse|fuldmagt))\b", Options)]
    private static partial Regex Decides();

    [GeneratedRegex(Start + @"(drøfte(r|s)?|diskutere(r|s)?|debattere(r|s)?|kvalificere(r|s)?|overveje(r|s)?|kommentere(r|s)?|vurdere(r|s)?|reflektere(r|s)?|bidrage(r|s)?|give(r|s)?\s+(\p{L}+\s+)?(input|bemærkninger|kommentarer|tilbagemelding|feedback)|komme(r|s)?\s+med\s+(input|bemærkninger|kommentarer|forslag))\b", Options)]
    private static partial Regex Discusses();

    [GeneratedRegex(Start + @"(tage(r|s)?\b.*\btil\s+(efterretning|orientering)|orientere(r|s)?|notere(r|s)?\s+sig|få(r|s)?\s+(en\s+)?(orientering|status|oplæg)|høre(r|s)?|modtage(r|s)?)\b", Options)]
    private static partial Regex Hears();
}
