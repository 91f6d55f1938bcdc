using System.Text.RegularExpressions;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Which items are closed: by a line of their own ("Lukket"), in the title ("Salg af grund (lukket)", "Lukket: Salg af grund"), by a heading over
/// several ("Lukkede punkter"), or by a sentence ("Punkt 3 og 4 blev behandlet for lukkede døre").
/// </summary>
internal static partial class Closedness
{
    public static bool? OfLine(string line) => line.Length > 60 ? null
        : ClosedLine().IsMatch(line.Trim()) ? true
        : OpenLine().IsMatch(line.Trim()) ? false
        : null;

    /// <summary>A heading over items: true opens the closed part, false the open one.</summary>
    public static bool? OfPart(string line) => line.Length > 60 ? null
        : ClosedPart().IsMatch(line.Trim()) ? true
        : OpenPart().IsMatch(line.Trim()) ? false
        : null;

    /// <summary>The title without its mark, what the mark says, and its words; a title that is nothing but the mark stays.</summary>
    public static (string Title, bool? IsClosed, string Mark) OfTitle(string title)
    {
        if (title.Length > 300)
            return (title, null, "");

        var match = InTitle().Match(title);
        if (!match.Success)
            return (title, WholeTitle().IsMatch(title) ? true : null, "");

        var rest = $"{title[..match.Index].TrimEnd()} {title[(match.Index + match.Length)..].TrimStart()}".Trim();
        var closed = match.Value.Contains("lukke", StringComparison.OrdinalIgnoreCase);
        return (rest.Length == 0 ? title : rest, closed, rest.Length == 0 ? "" : match.Value.Trim(' ', '(', ')', '[', ']', ':', '-', '–', ','));
    }

    /// <summary>The items that a sentence places behind closed doors; null where it does not speak of any, empty where it names none.</summary>
    public static IReadOnlyList<int>? OfSentence(string sentence)
    {
        if (sentence.Length > 400 || !Speaks().IsMatch(sentence))
            return null;

        var match = Numbered().Match(sentence);
        return match.Success ? ItemNumbers.In(match.Groups["items"].Value) : [];
    }

    [GeneratedRegex(@"^[(\[]?(lukket|fortroligt)( punkt| sag| dagsorden)?[)\]]?[.:]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosedLine();

    [GeneratedRegex(@"^[(\[]?(åbent|åben)( punkt| sag)?[)\]]?[.:]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenLine();

    [GeneratedRegex(@"^(lukkede (punkter|sager|dagsordenspunkter)|lukket (dagsorden|del|møde)|punkter (for|bag) lukkede døre|(for|bag) lukkede døre)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosedPart();

    [GeneratedRegex(@"^(åbne (punkter|sager|dagsordenspunkter)|åben (dagsorden|del)|åbent møde)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenPart();

    [GeneratedRegex(@"[(\[](lukket|lukkede|åben|åbent|fortroligt)( punkt| sag| dør| døre)?[)\]]|^(lukket|åben|åbent)( punkt| sag)?\s*[:–-]\s*|\s*[-–,]\s*(lukket|åbent)( punkt| sag)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InTitle();

    [GeneratedRegex(@"^lukket (punkt|sag)\b|^lukkede (punkter|sager)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeTitle();

    [GeneratedRegex(@"\blukke(t|de) (punkt|punkter|sag|sager|døre|dagsordenspunkter|dagsorden|møde)\b|\b(er|blev|var) lukke(t|de)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"\b(punkt(erne)?|pkt\.?|sag(erne)?( nr\.?)?)\s*(?<items>\d{1,3}((\s*,\s*|\s+og\s+|\s*[-–]\s*)\d{1,3})*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
