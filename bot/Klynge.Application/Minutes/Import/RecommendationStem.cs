using System.Text.RegularExpressions;

namespace Klynge.Application.Minutes.Import;

/// <summary>
/// The sentence that opens a recommendation ("Det indstilles, at Chefforum"). The list that follows, or the rest of the sentence, is the
/// recommendation itself.
/// </summary>
/// <param name="Rest">What the sentence itself recommends ("drøfter input"); empty where a list follows.</param>
/// <param name="Kept">The sentence where it says more than the stock phrase, such as who recommends; otherwise empty.</param>
internal sealed partial record RecommendationStem(string Rest, string Kept)
{
    private const int LongestStem = 1500;

    public static RecommendationStem? Read(string text)
    {
        if (text.Length > LongestStem)
        {
            return null;
        }

        var stock = Stock().Match(text);
        if (!stock.Success)
        {
            return Named().IsMatch(text) ? new RecommendationStem("", text) : null;
        }

        var rest = AfterSubject(stock.Groups["rest"].Value.Trim().TrimStart(':').Trim());
        return rest.EndsWith(':') ? new RecommendationStem("", text) : new RecommendationStem(rest, "");
    }

    /// <summary>"Klyngestyregruppe Midt drøfter …" is "drøfter …": the forum is the one whose minutes these are.</summary>
    private static string AfterSubject(string rest)
    {
        var subject = Subject().Match(rest);
        var after = subject.Success && ForumTitle.LooksLikeForum(subject.Value) ? rest[subject.Length..].Trim().TrimStart(':', ',').Trim() : rest;
        return after is "at" or "at:" ? "" : after;
    }

    [GeneratedRegex(@"^(det indstilles|indstilles|det indstilles til [\p{L} ]{3,40}),?( til,?)?( ?,? ?at)?(?<rest>$|[\s:].*$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stock();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\-/ ]{2,60} (indstiller|anbefaler|foreslår)(,|:| til)[^.]{0,160}$|^\p{Lu}[\p{L}\-/ ]{2,60} (indstiller|anbefaler),? at[^.]{0,160}:$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^((\p{Lu}[\p{L}\d\-]*|\p{Lu}+)( (og|for|i|på|fagligt|strategisk) (?=\p{Lu})| |$|:))+|^(forummet|udvalget|rådet|sundhedsrådet|styregruppen|gruppen|bestyrelsen|klyngen)( |:|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Subject();
}
