using System.Text.RegularExpressions;

namespace Klynge.Domain.Agendas;

/// <summary>
/// What an item is by what it asks of the forum, read from the verb that each recommendation begins with: »godkender forslaget« is a decision,
/// »drøfter udkastet« a discussion, »tager orienteringen til efterretning« information. The strongest of several counts.
/// </summary>
public static partial class RecommendedKind
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>In front of the verb may stand »at«, and who does it: »at Chefforum godkender«, »det godkendes«.</summary>
    private const string Start = @"^\W*(at\s+)?((det|der|\p{L}+(et|en|forum|råd|rådet|udvalg|udvalget|gruppe|gruppen|niveau)|(politisk|fagligt|strategisk|fagligt(-|\s+)strategisk)\s+\p{L}+)\s+)?";

    /// <summary>»Rapporten og bilagene godkendes«: what it is about comes first, without a clause of its own.</summary>
    private const string Subject = @"^\W*(at\s+)?([^\s,.;:]+\s+){1,12}";

    private const string Deciding =
        @"(godkend(er|es|e)?|beslutte(r|s)?|tiltræde(r|s)?|vedtage(r|s)?|udpege(r|s)?|vælge(r|s)?|ud\s?vælge(r|s)?|bevilge(r|s)?|afsætte(r|s)?|reservere(r|s)?|prioritere(r|s)?|fastsætte(r|s)?|fastlægge(r|s)?"
        + @"|indstille(r|s)?|anbefale(r|s)?|tilslutte(r|s)?|bemyndige(r|s)?|bekræfte(r|s)?|igangsætte(r|s)?|iværksætte(r|s)?|nedsætte(r|s)?|konstituere(r|s)?|aftale(r|s)|stille(r|s)?\s+sig\s+bag|tage(r|s)?\s+stilling|give(r|s)?\s+(\p{L}+\s+)?(mandat|tilsagn|bemyndigelse|fuldmagt))\b";

    private const string Discussing =
        @"(drøfte(r|s)?|diskutere(r|s)?|debattere(r|s)?|kvalificere(r|s)?|overveje(r|s)?|kommentere(r|s)?|vurdere(r|s)?|reflektere(r|s)?|bidrage(r|s)?|give(r|s)?\s+(\p{L}+\s+)?(input|bemærkninger|kommentarer|tilbagemelding|feedback)|komme(r|s)?\s+med\s+(input|bemærkninger|kommentarer|forslag))\b";

    private const string Hearing =
        @"(tage(r|s)?\b.*\btil\s+(efterretning|orientering)|orientere(r|s)?|notere(r|s)?\s+sig|få(r|s)?\s+(en\s+)?(orientering|status|oplæg)|høre(r|s)?|modtage(r|s)?)\b";

    /// <returns>Null where no line has a verb that is known: then somebody has to say.</returns>
    public static AgendaItemKind? Of(IReadOnlyList<string> recommendations)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        var kinds = recommendations.Select(Of).OfType<AgendaItemKind>().ToList();
        return kinds.Count == 0 ? null : kinds.Min();
    }

    /// <summary>The first line that asks for a decision, as the sentence about it quotes it; null where none does.</summary>
    public static string? FirstThatDecides(IReadOnlyList<string> recommendations) =>
        recommendations.FirstOrDefault(line => Of(line) == AgendaItemKind.Decision);

    /// <summary>
    /// »Drøfter og beslutter mødernes længde« is a decision; »drøfter, hvordan planen skal godkendes« is none, so what leads comes first.
    /// </summary>
    private static AgendaItemKind? Of(string line) =>
        Decides().IsMatch(line) || ThenDecides().IsMatch(line) ? AgendaItemKind.Decision
        : Discusses().IsMatch(line) ? AgendaItemKind.Discussion
        : Hears().IsMatch(line) ? AgendaItemKind.Information
        : IsDecided().IsMatch(line) ? AgendaItemKind.Decision
        : IsDiscussed().IsMatch(line) ? AgendaItemKind.Discussion
        : IsHeard().IsMatch(line) ? AgendaItemKind.Information
        : null;

    [GeneratedRegex(Start + Deciding, Options)]
    private static partial Regex Decides();

    [GeneratedRegex(Start + Discussing, Options)]
    private static partial Regex Discusses();

    [GeneratedRegex(Start + Hearing, Options)]
    private static partial Regex Hears();

    /// <summary>»tager status til efterretning og godkender planen«: no clause stands between.</summary>
    [GeneratedRegex(Start + "(" + Discussing + "|" + Hearing + @")[^,.;:]{0,80}?\b(og|samt)\s+" + Deciding, Options)]
    private static partial Regex ThenDecides();

    [GeneratedRegex(Subject + @"(godkendes|besluttes|tiltrædes|vedtages|udpeges|vælges|bevilges|afsættes|reserveres|prioriteres|fastsættes|fastlægges|indstilles|anbefales|bemyndiges|bekræftes|igangsættes|iværksættes|nedsættes)\b", Options)]
    private static partial Regex IsDecided();

    [GeneratedRegex(Subject + @"(drøftes|diskuteres|debatteres|kvalificeres|overvejes|kommenteres|vurderes)\b", Options)]
    private static partial Regex IsDiscussed();

    [GeneratedRegex(Subject + @"tages\s+til\s+(efterretning|orientering)\b", Options)]
    private static partial Regex IsHeard();
}
