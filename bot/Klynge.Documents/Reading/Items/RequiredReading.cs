using System.Text.RegularExpressions;
using Klynge.Documents.Reading.People;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Which attachments are to be read beforehand: "Bilag 1 og 2 forventes læst", "Bilaget forventes ikke læst", "Notat.docx (forventes læst)".
/// </summary>
internal static partial class RequiredReading
{
    public static bool IsSentence(string text) => text.Length < 300 && Sentence().IsMatch(text);

    public static (IReadOnlyList<string> Attachments, IReadOnlyList<int> Required) Read(
        IReadOnlyList<string> attachments, IReadOnlyList<MinutesSection> sections, ItemContext context)
    {
        var names = new List<string>();
        var required = new SortedSet<int>();
        foreach (var attachment in attachments)
        {
            var mark = attachment.Length > 300 ? Match.Empty : Mark().Match(attachment);
            names.Add(mark.Success ? attachment[..mark.Index].TrimEnd() : attachment);
            if (mark.Success)
                required.Add(names.Count);
        }

        foreach (var line in sections.SelectMany(section => section.Text.Split('\n')).Where(IsSentence))
            AddNamed(line, names, required, context);

        return (names, required.Count == 0 ? [] : [.. required]);
    }

    private static void AddNamed(string line, List<string> names, SortedSet<int> required, ItemContext context)
    {
        var match = Sentence().Match(line);
        if (match.Groups["not"].Success || names.Count == 0)
            return;

        IEnumerable<int> numbers = match.Groups["numbers"].Success ? ItemNumbers.In(match.Groups["numbers"].Value) : Enumerable.Range(1, names.Count);
        foreach (var number in numbers)
        {
            // "Bilag 2 – Tidsplan" says its own number; otherwise it is its place on the list.
            var named = names.FindIndex(name => name.StartsWith($"Bilag {WordParagraphs.Number(number)}", StringComparison.OrdinalIgnoreCase));
            var at = named >= 0 ? named + 1 : number;
            if (at >= 1 && at <= names.Count)
                required.Add(at);
            else
                context.Ask("attachments", context.Line, Questions.RequiredReading(line));
        }
    }

    [GeneratedRegex(@"\b(alle )?bilag(et|ene)?\b\s*(nr\.?\s*)?(?<numbers>\d{1,2}((\s*,\s*|\s+og\s+|\s*-\s*)\d{1,2})*)?\s*(forventes|forudsættes|bedes|skal være)\s+(?<not>ikke\s+)?læst", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s*[(\[–-]\s*(forventes|forudsættes) læst\s*[)\]]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
