using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.People;

/// <summary>One person of a list, and what the entry says about the meeting itself.</summary>
/// <param name="IsSubstitute">Stands in a list of the absent as who came instead: "Stedfortræder: Grete Hove (for Elin Sand)".</param>
internal sealed partial record ParticipantEntry(MinutesParticipant Person, bool IsChairOfMeeting, bool IsMinuteTaker, bool IsSubstitute = false)
{
    private const int MaxEntryLength = 300;

    /// <summary>Reads "Jane Pedersen – chef, Vest Kommune (medformand) - afbud" in its many orders; null where it is no person.</summary>
    public static ParticipantEntry? Read(string entry, MinutesRole role)
    {
        if (entry.Length is < 2 or > MaxEntryLength)
            return null;

        var label = SubstituteLabel().Match(entry);
        var parts = Parts(entry[label.Length..]);
        var name = parts.Count == 0 ? "" : parts[0];
        var extra = ParticipantWords.OrganisationAtEnd(name);
        if (extra.Success)
        {
            parts.Insert(1, extra.Groups["org"].Value);
            name = name[..extra.Index].Trim();
        }

        if (ParticipantWords.TitleBefore(name) is { Length: > 0 } title)
        {
            parts.Insert(1, name[..title.Length].Trim());
            name = name[title.Length..].Trim();
        }

        return ParticipantWords.IsName(name) ? Build(name, parts.Skip(1), role) with { IsSubstitute = label.Success } : null;
    }

    /// <summary>
    /// A name with its role behind it and nothing else, so that it is no sentence: "Eva Krag, administrativ deltager", where "deltager" is no verb.
    /// </summary>
    public static bool HasRole(string entry)
    {
        var parts = entry.Length <= MaxEntryLength ? Parts(entry) : [];
        return parts.Count > 1 && parts[0].Contains(' ', StringComparison.Ordinal) && ParticipantWords.IsName(parts[0])
            && parts.Skip(1).All(part => ParticipantWords.RoleOf(part) is not null);
    }

    private static ParticipantEntry Build(string name, IEnumerable<string> parts, MinutesRole role)
    {
        var person = new MinutesParticipant(name, Role: role);
        var (chairs, writes) = (false, false);
        foreach (var part in parts)
        {
            chairs |= ParticipantWords.IsChairOfMeeting(part);
            writes |= ParticipantWords.IsMinuteTaker(part);
            person = With(person, part);
        }

        return new ParticipantEntry(person, chairs, writes);
    }

    private static MinutesParticipant With(MinutesParticipant person, string part)
    {
        if (ParticipantWords.IsApology(part))
            return person with { Apology = true };

        if (AttendanceSentences.ReadMark(person.Name, part) is { } mark)
            return person with { Left = mark.Time ?? person.Left, AbsentFromItems = mark.Items ?? person.AbsentFromItems };

        if (person.Party is null && ParticipantWords.IsParty(part))
            return person with { Party = part };

        if (ParticipantWords.SubstituteForIn(part) is { } member)
            return person with { SubstituteFor = member };

        if (ParticipantWords.IsChairOfMeeting(part) || ParticipantWords.IsMinuteTaker(part) || ParticipantWords.IsPresent(part))
            return person;

        if (ParticipantWords.SubstituteIn(part) is { } substitute)
            return person with { Substitute = substitute, Apology = true };

        if (ParticipantWords.RoleOf(part) is { } role)
            return ParticipantWords.RoleSaysIt(part) ? person with { Role = role } : WithTitle(person with { Role = role }, part);

        return IsInitialsOf(person.Name, part) ? WithTitle(person, part) : WithPlace(person, part);
    }

    private static MinutesParticipant WithPlace(MinutesParticipant person, string part)
    {
        // "formand for Psykiatri- og Socialudvalget" is one office; the committee is not where the person comes from.
        if (ParticipantWords.IsOfficeFor(part))
            return WithTitle(person, part);

        // "direktør Vest Kommune": the title runs up to where the organisation begins.
        var both = ParticipantWords.OrganisationAtEnd(" " + part);
        if (both.Success && both.Index > 1 && person.Organisation is null && ParticipantWords.IsTitle(part))
            return WithTitle(person with { Organisation = both.Groups["org"].Value }, part[..(both.Index - 1)].Trim().TrimEnd(','));

        var isTitle = ParticipantWords.IsTitle(part) && (char.IsLower(part[0]) || !ParticipantWords.IsOrganisation(part));
        return person.Organisation is null && !isTitle ? person with { Organisation = part } : WithTitle(person, part);
    }

    private static bool IsInitialsOf(string name, string part) =>
        string.Concat(name.Split(' ', '-').Where(word => word.Length > 0).Select(word => word[0])).Equals(part, StringComparison.OrdinalIgnoreCase);

    private static MinutesParticipant WithTitle(MinutesParticipant person, string title) =>
        person with { Title = person.Title is null ? title : $"{person.Title}, {title}" };

    /// <summary>Splits at commas, dashes, semicolons, tabs and brackets; brackets keep what is inside them together.</summary>
    private static List<string> Parts(string entry)
    {
        var parts = new List<string>();
        foreach (var piece in Separators().Split(Afterword().Replace(CharacterCleaner.Collapse(entry.Replace("\t", ", ", StringComparison.Ordinal).Replace('\n', ' ')), " (${word})")))
        {
            var part = piece.Trim(' ', ',', ';', '.', '-', '–', '*');
            if (part.Length > 0)
                parts.Add(part);
        }

        return parts;
    }

    [GeneratedRegex(@"^(stedfortræder|suppleant|afløser)\s*:\s*(?=\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubstituteLabel();

    [GeneratedRegex(@"\s*(?<!-)[,;()\[\]\t]\s*|\s+[-–—]\s+|\s+[-–—]$|(?<=[\p{Ll})])[-–—]\s+(?!og\b|eller\b|samt\b)(?=\p{Ll})|:\s+(?=afbud|fravær|forfald|deltog)|\s*/\s(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=\)|\p{L})\s+(?<word>ordstyrer|mødeleder|referent|afbud|medformand|deltog ikke|har meldt afbud|meldt afbud)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Afterword();
}
