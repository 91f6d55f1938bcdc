using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.People;

/// <summary>Tells names, organisations, titles, roles and apologies apart in a list of people.</summary>
internal static partial class ParticipantWords
{
    private static readonly FrozenDictionary<string, MinutesRole?> Roles = new (MinutesRole Role, string[] Words)[]
    {
        (MinutesRole.Chair, ["formand", "formand for forummet", "forperson"]),
        (MinutesRole.CoChair, ["medformand", "medforperson", "kommunal medformand", "regional medformand"]),
        (MinutesRole.DeputyChair, ["næstformand", "næstforperson", "viceformand"]),
        (MinutesRole.Member, ["medlem", "fast medlem"]),
        (MinutesRole.Observer, ["observatør", "tilforordnet"]),
        (MinutesRole.Secretariat, ["sekretariat", "sekretariatet", "sekretær", "klyngesekretær", "sekretariatsbetjening"]),
        (MinutesRole.Guest, ["gæst", "oplægsholder", "inviteret"]),
        (MinutesRole.Administrative, ["administrativ", "administration", "administrativ deltager", "adm"]),
    }.SelectMany(role => role.Words.Select(word => (Word: word, role.Role))).ToFrozenDictionary(role => role.Word, role => (MinutesRole?)role.Role, StringComparer.Ordinal);

    private static readonly FrozenSet<string> RolesThatSayItAll = FrozenSet.Create(
        StringComparer.Ordinal,
        "formand", "forperson", "næstformand", "næstforperson", "medformand", "medlem", "observatør", "sekretariat", "sekretariatet", "gæst", "administrativ", "administrativ deltager");

    private static readonly FrozenSet<string> Parties = FrozenSet.Create(
        StringComparer.Ordinal, "SF", "DF", "LA", "KF", "RV", "EL", "DD", "KD", "NB", "ALT", "Enh", "Rad", "Soc");

    /// <summary>Written out, two of them look like a name.</summary>
    private static readonly FrozenSet<string> PartyNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Socialdemokratiet", "Venstre", "Radikale Venstre", "Det Radikale Venstre", "Socialistisk Folkeparti", "Konservative", "Det Konservative Folkeparti",
        "Liberal Alliance", "Dansk Folkeparti", "Danmarksdemokraterne", "Moderaterne", "Enhedslisten", "Alternativet", "Kristendemokraterne");

    public static bool IsApology(string part) => Apology().IsMatch(part);

    public static bool IsPresent(string part) => Present().IsMatch(part);

    public static bool IsChairOfMeeting(string part) => Vocabulary.Fold(part) is "ordstyrer" or "mødeleder" or "dirigent";

    public static bool IsMinuteTaker(string part) => Vocabulary.Fold(part) is "referent" or "ref";

    public static MinutesRole? RoleOf(string part)
    {
        var words = Vocabulary.Fold(part);
        if (Roles.TryGetValue(words, out var role))
            return role;

        // "inviteret gæst", "kommunal observatør": the last word is what somebody is, but "faglig sekretær" is a title.
        return Roles.TryGetValue(words[(words.LastIndexOf(' ') + 1)..], out var last) && last is MinutesRole.Guest or MinutesRole.Observer ? last : null;
    }

    /// <summary>The role says it all; any other word of the same role ("næstformand") is kept as the person's title.</summary>
    public static bool RoleSaysIt(string part) => RolesThatSayItAll.Contains(Vocabulary.Fold(part));

    /// <summary>
    /// The letter of a party's list, or the name of one: "(V)", ", SF", ", Radikale Venstre". Two letters that are no party are initials.
    /// </summary>
    public static bool IsParty(string part) =>
        (part.Length == 1 && char.IsUpper(part[0])) || Parties.Contains(part) || PartyNames.Contains(part);

    /// <summary>"AB", "KSØ": people named by their initials alone.</summary>
    public static bool IsInitials(string part) => part.Length is >= 2 and <= 4 && part.All(char.IsUpper);

    public static bool IsOrganisation(string part) => Organisation().IsMatch(part);

    /// <summary>The organisation at the start of a run of words, as in "Aalborg Kommune Eva Hansen".</summary>
    public static Match OrganisationAtStart(string words) => words.Length > 300 ? Match.Empty : OrganisationFirst().Match(words);

    public static Match OrganisationAtEnd(string words) => words.Length > 300 ? Match.Empty : OrganisationLast().Match(words);

    public static bool IsTitle(string part) => part.Length > 0 && (TitleWord().IsMatch(part) || char.IsLower(part[0]));

    public static bool IsName(string part) => part.Length is > 1 and < 80 && Name().IsMatch(part) && !PartyNames.Contains(part) && !IsOrganisation(part) && !TitleFirst().IsMatch(part);

    /// <summary>The title ahead of a name, as in "Direktør Helle Vang", with the blank after it.</summary>
    public static Match TitleBefore(string words) => words.Length > 120 ? Match.Empty : TitleAhead().Match(words);

    /// <summary>"formand for Kultur-, Fritid- og Sundhedsudvalget": an office with the body that it is held in.</summary>
    public static bool IsOfficeFor(string part) => OfficeFor().IsMatch(part);

    public static string? SubstituteForIn(string part)
    {
        var match = SubstituteFor().Match(part);
        return match.Success ? match.Groups["who"].Value.Trim() : null;
    }

    public static string? SubstituteIn(string part)
    {
        var match = Substitute().Match(part);
        return match.Success ? match.Groups["who"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^(meldt |har meldt |sendt |med )*(afbud|fraværende|fraværende med afbud|ikke til ?stede|ikke mødt|deltog ikke|deltager ikke|forfald|fravær|forhindret|syg|sygemeldt)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apology();

    [GeneratedRegex(@"^(deltog|deltager|til stede|tilstede|mødt|ja|x|✓|✔)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Present();

    [GeneratedRegex(@"kommune\b|^region |\bregion \p{Lu}|hospital|sygehus|psykiatri|^plo\b|^plo-|\bkap\b|-kap\b|udvalget\b|udvalg\b|^danske |^kl$|klinik|praksis|universitet|forvaltning|styrelsen|ministeri|forening|forbund|patienter\b|\buh\b|\buc\b|almen|center|centret|lægerne|klinik|\bråd\b|rådet\b|fonden|a/s$|aps$|afdeling|hjemmepleje|sundhedsvæsen|ældresagen|tandlæge(forening|r\b)|jobcenter", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
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

    [GeneratedRegex(@"^\p{L}*(formand|forperson) for ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfficeFor();

    [GeneratedRegex(@"^((som )?(stedfortræder|suppleant|afløser|i stedet) for|for)\s+(?<who>\p{Lu}\p{Ll}+( \p{Lu}[\p{L}.'-]*){1,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubstituteFor();

    [GeneratedRegex(@"^(stedfortræder|suppleant|stedfortræder er|i stedet deltog|i stedet)(:| er)?\s+(?!for\b)(?<who>\p{Lu}.{2,80})$|^(?<who>\p{Lu}[\p{L}' .-]{2,60}) (deltog|deltager|mødte) i stedet$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitute();
}
