using System.Text.RegularExpressions;
using NodaTime;

namespace Klynge.Documents.Reading.Heads;

/// <summary>
/// When and where a meeting was, as a sentence: "Mødet holdes tirsdag 04.03.2025 kl. 9 på Rådhuset", "Mødet begyndte kl. 9.00 og sluttede
/// kl. 11.00", "Mødet blev hævet kl. 15.35".
/// </summary>
internal static partial class MeetingSentences
{
    private const int MaxSentenceLength = 300;

    public static LocalTime? StartOf(string sentence) => TimeAfter(Began(), sentence);

    public static LocalTime? EndOf(string sentence) => TimeAfter(Ended(), sentence);

    /// <summary>Nothing but when the meeting ended: "Mødet blev hævet kl. 15.35."</summary>
    public static bool IsClosing(string sentence) => EndOf(sentence) is not null && Closing().IsMatch(sentence);

    /// <summary>What follows "Mødet blev holdt": date, time and place in any order; null where the sentence is no such one.</summary>
    public static string? HeldOf(string sentence)
    {
        var match = sentence.Length > MaxSentenceLength ? Match.Empty : Held().Match(sentence);
        return match.Success ? match.Groups["rest"].Value.Trim().TrimEnd('.') : null;
    }

    /// <summary>"på Rådhuset", "i lokale 3": the place without its preposition; null where the words are no place.</summary>
    public static string? PlaceOf(string text)
    {
        var match = text.Length > 120 ? Match.Empty : Place().Match(text.Trim().TrimEnd('.'));
        return match.Success ? match.Groups["place"].Value.Trim() : null;
    }

    /// <summary>A line that names a room or a house, such as "Mødelokale 1" or "Museets café".</summary>
    public static bool IsPlace(string line) => line.Length is > 3 and < 90 && PlaceWord().IsMatch(line);

    private static LocalTime? TimeAfter(Regex pattern, string sentence)
    {
        var match = sentence.Length > MaxSentenceLength || !sentence.Contains("kl", StringComparison.OrdinalIgnoreCase) ? Match.Empty : pattern.Match(sentence);
        return match.Success ? ClockTimes.Find($"kl. {match.Groups["time"].Value}")?.Start : null;
    }

    [GeneratedRegex(@"\b(mødet|det)\b.{0,40}?\b(begyndte|begynder|startede|starter|åbnede|(blev|er) (åbnet|indledt|startet))\b.{0,50}?(kl\.?|klokken)\s*(?<time>\d{1,2}([.:]\d{2})?)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Began();

    [GeneratedRegex(@"\b(sluttede|slutter|hævet|hæves|ophævet|afsluttet|ophørte|slut)\b.{0,50}?(kl\.?|klokken)\s*(?<time>\d{1,2}([.:]\d{2})?)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(mødet|møde)\b[^.]{0,60}(kl\.?|klokken)\s*\d{1,2}([.:]\d{2})?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^((mødet|møde)\s+)?(blev |bliver |er )?(afholdt|holdt|holdes|afholdes|fandt sted|finder sted)\b(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Held();

    [GeneratedRegex(@"^,?\s*(i|på|hos|via|over)\s+(?<place>\S.{1,100})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}*(lokale|lokalet|salen?|rådhus|rådhuset|regionshus|regionshuset|teams|skype|zoom|center|centret|centeret|huset|kantinen?|café|caféen|hotel|skole|skolen|hospital|hospitalet|sygehus|kontor|kontoret|gård|gården|stue|stuen|borg|kirke|bibliotek|biblioteket|etage|parterre|virtuelt)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceWord();
}
