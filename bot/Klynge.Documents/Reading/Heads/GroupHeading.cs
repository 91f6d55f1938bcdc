using System.Buffers;
using System.Text.RegularExpressions;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Heads;

/// <summary>
/// What a heading over a list of people makes of them, by its words and not by a list of headings: "Sundhedsklyngens medlemmer" are members,
/// "Udvalgsformænd med observatørstatus" observers, "Ikke til stede" away.
/// </summary>
internal static partial class GroupHeading
{
    private const int MaxHeadingLength = 60;
    private const int MaxWords = 6;

    private static readonly SearchValues<char> NoHeading = SearchValues.Create(",;\t\n:.");

    public static HeadField Of(string line)
    {
        var text = line.Trim().TrimEnd(':').TrimEnd();
        if (text.Length <= MaxHeadingLength && AwayClause().IsMatch(text))
            return HeadField.Apologies;

        if (text.Length is < 4 or > MaxHeadingLength || text.AsSpan().ContainsAny(NoHeading) || text.Split(' ').Length > MaxWords || !char.IsUpper(text[0]))
            return HeadField.None;

        return IsPerson(text) ? HeadField.None : GroupOf(text);
    }

    /// <summary>"Una Friis", "Una Friis (oplægsholder)", "Eva Krag - administrativ deltager"; "Faste Deltagere (regionen)" is a heading.</summary>
    private static bool IsPerson(string text)
    {
        var behind = BehindName().Match(text);
        var name = behind.Success ? text[..behind.Index] : text;
        return name.Contains(' ', StringComparison.Ordinal) && ParticipantWords.IsName(name) && (!behind.Success || GroupOf(name) == HeadField.None);
    }

    private static HeadField GroupOf(string text) =>
        Away().IsMatch(text) ? HeadField.Apologies
        : Observing().IsMatch(text) ? HeadField.Observers
        : Administrative().IsMatch(text) ? HeadField.Administrative
        : Secretariat().IsMatch(text) ? HeadField.Secretariat
        : Guests().IsMatch(text) ? HeadField.Guests
        : Members().IsMatch(text) ? HeadField.Members
        : HeadField.None;

    /// <summary>"Kommunerne", "Fra hospitalet": says where the people below come from, and is none of them.</summary>
    public static bool IsOrigin(string line) => line.Length < MaxHeadingLength && Origin().IsMatch(line.Trim().TrimEnd(':'));

    [GeneratedRegex(@"\s*\(|\s+[-–—]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BehindName();

    [GeneratedRegex(@"^(afbud|fravær|fraværende|forfald|forhindre(t|de)|ikke (til ?stede|mødt|fremmødt)|(mødte|deltog) ikke)\b|^(medlemmer|deltagere)\b.*\b(afbud|fraværende)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Away();

    /// <summary>"Medlemmer, der havde meldt afbud".</summary>
    [GeneratedRegex(@"^(medlemmer|deltagere|følgende),? (der|som) (har meldt|havde meldt|meldte) (afbud|forfald)$|^(medlemmer|deltagere),? (der|som) (ikke deltog|var fraværende|var forhindrede)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AwayClause();

    [GeneratedRegex(@"observatør|tilforordne", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Observing();

    [GeneratedRegex(@"administrativ|administrationen$|embedsmænd|embedsværk|fra forvaltningen", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Administrative();

    [GeneratedRegex(@"sekretariat(et)?$|^sekretariat", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secretariat();

    [GeneratedRegex(@"\b(gæst|gæster|oplægsholder|oplægsholdere)\b|særligt inviterede", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guests();

    [GeneratedRegex(@"(medlemmer|deltagere|deltagelse|fremmødte|mødte|til ?stede|repræsentanter|stedfortrædere|suppleanter|medlemmerne|deltagerne)$|^(medlemmer|deltagere|mødedeltagere|mødt|fremmødte?|tilstedeværende)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Members();

    [GeneratedRegex(@"^((fra|for) .*|kommunerne|regionen|regionerne|psykiatrien|hospitalet|hospitalerne|sygehuset|sygehusene|almen praksis|praksis|patienterne|patientrepræsentanter(ne)?|ledelsen|ledelsessiden|medarbejdersiden|personalesiden|øvrige|andre)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Origin();
}
