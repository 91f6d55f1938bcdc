using System.Text.RegularExpressions;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.People;

/// <summary>Tells names, organisations, titles, roles and apologies apart in a list of people.</summary>
internal static partial class ParticipantWords
{
    public static bool IsApology(string part) => Apology().IsMatch(part);

    public static bool IsPresent(string part) => Present().IsMatch(part);

    public static bool IsChairOfMeeting(string part) => Vocabulary.Fold(part) is "ordstyrer" or "mødeleder" or "dirigent";

    public static bool IsMinuteTaker(string part) => Vocabulary.Fold(part) is "referent" or "ref";

    public static MinutesRole? RoleOf(string part) => Vocabulary.Fold(part) switch
    {
        "formand" or "formand for forummet" or "forperson" => MinutesRole.Chair,
        "medformand" or "medforperson" or "næstformand" or "kommunal medformand" or "regional medformand" => MinutesRole.CoChair,
        "medlem" or "fast medlem" => MinutesRole.Member,
        "observatør" or "tilforordnet" => MinutesRole.Observer,
        "sekretariat" or "sekretariatet" or "sekretær" or "klyngesekretær" or "sekretariatsbetjening" => MinutesRole.Secretariat,
        "gæst" or "oplægsholder" or "inviteret" => MinutesRole.Guest,
        "administrativ" or "administration" or "administrativ deltager" or "adm" => MinutesRole.Administrative,
        _ => null,
    };

    /// <summary>The role says it all; any other word of the same role ("næstformand") is kept as the person's title.</summary>
    public static bool RoleSaysIt(string part) => Vocabulary.Fold(part) is
        "formand" or "medformand" or "medlem" or "observatør" or "sekretariat" or "sekretariatet" or "gæst" or "administrativ" or "administrativ deltager";

    public static bool IsOrganisation(string part) => Organisation().IsMatch(part);

    /// <summary>The organisation at the start of a run of words, as in "Aalborg Kommune Eva Hansen".</summary>
    public static Match OrganisationAtStart(string words) => words.Length > 300 ? Match.Empty : OrganisationFirst().Match(words);

    public static Match OrganisationAtEnd(string words) => words.Length > 300 ? Match.Empty : OrganisationLast().Match(words);

    public static bool IsTitle(string part) => part.Length > 0 && (TitleWord().IsMatch(part) || char.IsLower(part[0]));

    public static bool IsName(string part) => part.Length is > 1 and < 80 && Name().IsMatch(part) && !IsOrganisation(part) && !TitleFirst().IsMatch(part);

    /// <summary>The title ahead of a name, as in "Direktør Helle Vang", with the blank after it.</summary>
    public static Match TitleBefore(string words) => words.Length > 120 ? Match.Empty : TitleAhead().Match(words);

    public static string? SubstituteIn(string part)
    {
        var match = Substitute().Match(part);
        return match.Success ? match.Groups["who"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^(meldt |har meldt |sendt )?(afbud|fraværende|ikke til stede|deltog ikke|forfald|fravær)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apology();

    [GeneratedRegex(@"^(deltog|deltager|til stede|tilstede|mødt|ja|x|✓|✔)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Present();

    [GeneratedRegex(@"kommune\b|^region |\bregion \p{Lu}|hospital|sygehus|psykiatri|^plo\b|^plo-|\bkap\b|-kap\b|udvalget\b|udvalg\b|^danske |^kl$|klinik|praksis|universitet|forvaltning|styrelsen|ministeri|forening|patienter\b|\buh\b|\buc\b|almen|center|centret|lægerne|klinik|\bråd\b|rådet\b|fonden|a/s$|aps$|afdeling|hjemmepleje|sundhedsvæsen|ældresagen|tandlæge(forening|r\b)|jobcenter", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(Region \p{Lu}[\p{L}-]+|PLO(-K|-[\p{L}]+)?( \p{Lu}[\p{L}-]+ Kommune)?|KL|(\p{Lu}[\p{L}-]+[ -]){1,2}(Kommune|Universitetshospital|Sygehus|Hospital|UH|Regionshospital)|Psykiatrien( i \p{Lu}[\p{L}]+( \p{Lu}\p{L}+)?)?|Regionshospital(et)? \p{Lu}\p{L}+|Regionspsykiatrien \p{Lu}\p{L}+|\p{Lu}[\p{L}-]*(udvalget|hospitalet|sygehuset|forvaltningen|styrelsen|psykiatrien)|Danske \p{Lu}\p{L}+)(?![\p{L}])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrganisationFirst();

    [GeneratedRegex(@"\s(?<org>Region \p{Lu}[\p{L}-]+|PLO(-K|-[\p{L}]+)?( \p{Lu}[\p{L}-]+ Kommune)?|KL|\p{Lu}[\p{L}-]+ (Kommune|Universitetshospital|Sygehus|Hospital|UH)|Psykiatrien|Regionshospital(et)? \p{Lu}\p{L}+|\p{Lu}[\p{L}-]*(udvalget|hospitalet|sygehuset|forvaltningen|styrelsen|psykiatrien)|Danske \p{Lu}\p{L}+)$", RegexOptions.RightToLeft | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrganisationLast();

    [GeneratedRegex(@"direktør|chef\b|chefen|leder\b|læge\b|konsulent|formand|forperson|sygeplejerske|borgmester|rådmand|medlem\b|sekretær|koordinator|fuldmægtig|professor|rådgiver|repræsentant|psykolog|fysioterapeut|projektejer|medarbejder|jurist|kontorchef|overlæge", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleWord();

    [GeneratedRegex(@"^(\p{L}*(direktør|chef|leder|læge|konsulent|formand|borgmester|rådmand|koordinator|sygeplejerske))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleFirst();

    [GeneratedRegex(@"^(praktiserende |ledende |kommitteret )?\p{L}*(direktør|chef|leder|læge|konsulent|borgmester|rådmand|koordinator|sygeplejerske|fuldmægtig|formand|sekretær)\s(?=\p{Lu}[\p{L}.'-]+\s\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleAhead();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]*( (\p{Lu}[\p{L}'’.-]*|van|von|de|af|el|al|bin|der|den)){0,5}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(stedfortræder|suppleant|stedfortræder er|i stedet deltog|i stedet)(:| er)?\s+(?!for\b)(?<who>\p{Lu}.{2,80})$|^(?<who>\p{Lu}[\p{L}' .-]{2,60}) (deltog|deltager|mødte) i stedet$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitute();
}
