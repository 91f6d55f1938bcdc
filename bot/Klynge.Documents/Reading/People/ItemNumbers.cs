using System.Globalization;
using System.Text.RegularExpressions;

namespace Klynge.Documents.Reading.People;

/// <summary>The numbers of items as prose lists them: "punkt 6 og 8", "pkt. 3-5", "punkt: 2".</summary>
internal static partial class ItemNumbers
{
    private const int MaxItems = 200;

    public static IReadOnlyList<int> In(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (Match match in Numbers().Matches(text.Length > 300 ? "" : text))
        {
            var from = Value(match.Groups["from"]);
            var to = match.Groups["to"].Success ? Value(match.Groups["to"]) : from;
            for (var number = from; number <= Math.Min(to, MaxItems); number++)
                numbers.Add(number);
        }

        return numbers.Count == 0 ? [] : [.. numbers];
    }

    private static int Value(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<from>\d{1,3})(\s*(-|–|til( og med)?)\s*(?<to>\d{1,3}))?(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
