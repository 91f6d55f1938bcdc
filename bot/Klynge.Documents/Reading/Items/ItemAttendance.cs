using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Who was away, came or left, as an item tells it. Under "Deltagere" or "Godkendelse af dagsorden og afbud" a sentence is about the meeting;
/// "Fraværende: Eva Bang" under another item is about that one; "Afbud fra …" is about the meeting wherever it stands.
/// </summary>
internal static partial class ItemAttendance
{
    public static void Read(ItemHeading heading, int number, bool isFirst, IReadOnlyList<Block> body, HeadFacts facts)
    {
        var isAbout = heading.Title.Length < 100 && About().IsMatch(heading.Title);
        var open = LabelKind.None;
        foreach (var block in body)
        {
            var kind = block.Kind == BlockKind.Bullet ? LabelKind.None : Vocabulary.Read(block, out _, out _);
            open = kind == LabelKind.None ? open : kind;
            foreach (var sentence in AttendanceSentences.MayHold(block.Text) ? AttendanceSentences.Split(block.Text) : [])
            {
                if (!isAbout && !AttendanceSentences.Speaks(sentence))
                    continue;

                var understood = Take(sentence, isAbout, isFirst, number, facts);
                if (!understood && (isAbout || open == LabelKind.Decision) && AttendanceSentences.Speaks(sentence) && Name().IsMatch(sentence))
                    facts.Doubts.Ask("participants", block.At, Questions.Attendance(sentence));
            }
        }
    }

    private static bool Take(string sentence, bool isAbout, bool isFirst, int number, HeadFacts facts)
    {
        var read = AttendanceSentences.Read(sentence);
        var ofMeeting = isAbout || OfMeeting().IsMatch(sentence);
        var understood = read.Count > 0;
        foreach (var fact in read.Where(fact => isAbout || fact.Kind != AttendanceKind.Present))
        {
            var item = ofMeeting && fact.Kind == AttendanceKind.Away ? (int?)null : number;
            understood &= facts.Participants.Apply(fact, item, mayAdd: isAbout || ofMeeting || isFirst);
        }

        return understood;
    }

    [GeneratedRegex(@"\b(deltager|deltagere|mødedeltagere|fremmødte?|afbud|navneopråb|konstatering|til stede)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"^(der (var|er|blev) )?(meldt )?(afbud|forfald)\b|meldt afbud|i (hele )?mødet", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfMeeting();

    [GeneratedRegex(@"\p{Lu}\p{Ll}+ (\p{Lu}[\p{L}.]* )*\p{Lu}\p{Ll}+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
