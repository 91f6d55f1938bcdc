using System.Text.RegularExpressions;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Heads;

/// <summary>Sentences ahead of the first item: when the meeting was, and who was there.</summary>
internal static partial class HeadSentences
{
    private const int MaxPlaceLength = 80;

    /// <summary>Takes what the line says in sentences; false where it is a line of another kind.</summary>
    public static bool Read(HeadFacts facts, string line, int at)
    {
        var taken = false;
        foreach (var sentence in AttendanceSentences.Split(line))
            taken |= facts.TakeSentence(sentence) | ReadAttendance(facts, sentence, at) | ReadPeople(facts, sentence, at);

        return taken;
    }

    /// <summary>Applies a sentence about who was there; one that speaks of it in unknown words is asked about.</summary>
    public static bool ReadAttendance(HeadFacts facts, string sentence, int at)
    {
        var read = AttendanceSentences.Read(sentence);
        if (read.Count == 0)
            return false;

        foreach (var fact in read)
        {
            if (!facts.Participants.Apply(fact, item: null, mayAdd: true))
                facts.Doubts.Ask("participants", at, Questions.Attendance(sentence));
        }

        return true;
    }

    private static bool ReadPeople(HeadFacts facts, string sentence, int at)
    {
        if (PeopleOf(sentence) is not { } people)
            return false;

        foreach (var stranger in facts.Participants.Add(HeadField.Members, people))
            facts.Doubts.Ask("participants", at, Questions.NotAPerson(stranger));

        return true;
    }

    /// <summary>"Tilstede var formand Ulrik Stampe, Bente Gade og Kaya Fabri", "Fra kommunerne: Bodil Bang, Carlo Dam": a list without a known label.</summary>
    private static string? PeopleOf(string line)
    {
        var match = line.Length > 1000 ? Match.Empty : Present().Match(line);
        if (match.Success)
            return match.Groups["who"].Value.TrimEnd('.');

        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && GroupHeading.IsOrigin(line[..colon]) && line[..colon].StartsWith("Fra ", StringComparison.OrdinalIgnoreCase) ? line : null;
    }

    /// <summary>A short line right below the time that is no label and no sentence: "i C2, Regionshuset", "Konferencelokalet".</summary>
    public static string? PlaceAfterTime(string line)
    {
        if (MeetingSentences.PlaceOf(line) is { } place)
            return place;

        return line.Length <= MaxPlaceLength && MeetingSentences.IsPlace(line) && !line.EndsWith('.') && !line.EndsWith(':') ? line : null;
    }

    [GeneratedRegex(@"^((til ?stede|mødt|fremmødt|i mødet deltog|i mødet deltager|følgende deltog)( var| er)?)\s*:?\s+(?<who>(\p{L}*(formand|person)\s)?\p{Lu}.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Present();
}
