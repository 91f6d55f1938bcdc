using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Klynge.Documents.Reading.Heads;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// The sentence that opens a recommendation ("Det indstilles, at Chefforum"). The list that follows, or the rest of the sentence, is the
/// recommendation itself.
/// </summary>
/// <param name="Rest">What the sentence itself recommends ("drøfter input"); empty where a list follows.</param>
/// <param name="Kept">The sentence where it says more than the stock phrase, such as who recommends; otherwise empty.</param>
internal sealed partial record RecommendationStem(string Rest, string Kept)
{
    private const int MaxStemLength = 1500;
    private const int MaxSubjectLength = 9;
    private const int MaxSubjectTextLength = 90;

    public static RecommendationStem? Read(string text)
    {
        if (text.Length > MaxStemLength)
            return null;

        var stock = Stock().Match(text);
        if (!stock.Success)
            return Named().IsMatch(text) ? new RecommendationStem("", text) : null;

        var rest = AfterSubject(stock.Groups["rest"].Value.Trim().TrimStart(':').Trim());
        return rest.EndsWith(':') ? new RecommendationStem("", text) : new RecommendationStem(rest, "");
    }

    /// <summary>The line ends where its recommendations begin: "Forvaltningen indstiller", "Administrationen indstiller til udvalget,".</summary>
    public static bool Opens(string line) => line.Length < 200 && OpensList().IsMatch(line);

    /// <summary>"Styregruppe Nord drøfter …" is "drøfter …": the forum is the one whose minutes these are.</summary>
    private static string AfterSubject(string rest)
    {
        var words = rest.Split(' ');
        var verb = Array.FindIndex(words, 0, Math.Min(words.Length, MaxSubjectLength), RecommendationVerbs.StartsWithVerb);
        var subject = verb < 0 ? rest.TrimEnd(':') : string.Join(' ', words[..verb]);
        if (subject.Length > MaxSubjectTextLength || subject.Contains(',', StringComparison.Ordinal) || !ForumTitle.LooksLikeForum(subject))
            return rest is "at" or "at:" ? "" : rest;

        return verb > 0 ? string.Join(' ', words[verb..]) : verb < 0 && !Verb().IsMatch(subject) ? "" : rest;
    }

    [GeneratedRegex(@"^(det indstilles|indstilles|det indstilles til [\p{L} ]{3,40}),?( til,?)?( ?,? ?at)?(?<rest>$|[\s:].*$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stock();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\-/ ]{2,60} (indstiller|indstillede|anbefaler|anbefalede|foreslår|foreslog)((,|:| til)[^.]{0,160})?$|^Der lægges op til(,? at)?:?$|^\p{Lu}[\p{L}\-/ ]{2,60} (indstiller|anbefaler),? at[^.]{0,160}:$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)( (til|over for) [\p{L} ]{3,60})?(,|:|, at)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpensList();

    [GeneratedRegex(@"(?<=\s)\p{Ll}{2,}(er|es)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();
}

/// <summary>How the entries of a recommendation begin: "godkender", "tager … til efterretning", "at der …".</summary>
internal static class RecommendationVerbs
{
    private static readonly FrozenSet<string> Verbs = (
        "at|godkender|drøfter|tager|beslutter|indstiller|anbefaler|udpeger|tilslutter|bemyndiger|sender|fastlægger|afgiver|giver|orienteres|orienterer|"
        + "vedtager|prioriterer|vælger|aftaler|bidrager|bakker|kvalificerer|behandler|videresender|igangsætter|delegerer|forholder|nedsætter|udarbejder|"
        + "understøtter|følger|bekræfter|afklarer|vurderer|stiller|træffer|sikrer|konstituerer|overvejer|melder|får|lader|peger|fremsender|besvarer|"
        + "noterer|kommenterer|inddrager|rådgiver|retter|fastsætter|afsætter|frigiver|bevilger|ønsker|oversender|støtter|planlægger").Split('|').ToFrozenSet();

    public static bool StartsWithVerb(string text)
    {
        var space = text.AsSpan().IndexOfAny(' ', ',', ':');
        return Verbs.Contains((space < 0 ? text : text[..space]).ToLowerInvariant());
    }
}
