using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Whether a day is the last one of something that people can take part in until then: an ansøgningsrunde, a høring, a tilmelding.</summary>
internal static partial class RoundCues
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>»ansøgningsrunden lukker d.«, »forslag kan indsendes frem til d.«, »har til d. … til at«.</summary>
    internal static bool Close(string sentence, string before, DateMention mention) => (mention.Shape != MentionShape.Loose || mention.Date is not null)
        && (((Closing().IsMatch(before) || ClosesThen().IsMatch(sentence[mention.End..]) || Extended().IsMatch(before)) && Round().IsMatch(sentence)) || (OpenUntil().IsMatch(before) && HandsIn().IsMatch(sentence)) || HasUntil().IsMatch(before));

    [GeneratedRegex(@"\b(lukker|slutter|udløber|lukkes|løber\s+(frem\s+)?til)\s*$", Options, 1000)]
    private static partial Regex Closing();

    /// <summary>»Kl. 12 mandag den 11. maj lukker tilmeldingen«.</summary>
    [GeneratedRegex(@"^,?\s*(kl\.?\s*\d{1,2}([.:]\d{2})?,?\s*)?(lukker|slutter|udløber|lukkes)\b", Options, 1000)]
    private static partial Regex ClosesThen();

    /// <summary>»Høringen er forlænget til fredag den 11. juni.«</summary>
    [GeneratedRegex(@"\b\p{L}*(høring|tilmelding|ansøgning|indmelding|indkaldelse)\p{L}*\b[^.,;]*\b(forlænget|forlænges|udskudt|udskydes)\s+(frem\s+)?til\s*$", Options, 1000)]
    private static partial Regex Extended();

    [GeneratedRegex(@"\b\p{L}*(ansøgning|tilmelding|høring|indmelding|indkaldelse|indstilling|pulje|runde|svar|afstemning)\p{L}*", Options, 1000)]
    private static partial Regex Round();

    [GeneratedRegex(@"\b(frem\s+til|indtil|til\s+og\s+med)\s*$", Options, 1000)]
    private static partial Regex OpenUntil();

    [GeneratedRegex(@"\b\p{L}*(indsend|fremsend|sende|indmeld|tilmeld|ansøg|melde\s+sig|søge|kommenter|afgive|modtag|input|indsigelse|gives|afgives|skrive\s+(\p{L}+\s+)?(kommentarer|forslag)|indgives|rettes|foreslås|meldes|stilles|bookes|bestilles|give\s+bemærkninger|bemærkninger|høringssvar|svare|stille\s+(forslag|spørgsmål))\p{L}*", Options, 1000)]
    private static partial Regex HandsIn();

    [GeneratedRegex(@"\bhar\s+(\p{L}+\s+){0,2}(frem\s+)?(indtil|til)\s*$", Options, 1000)]
    private static partial Regex HasUntil();
}
