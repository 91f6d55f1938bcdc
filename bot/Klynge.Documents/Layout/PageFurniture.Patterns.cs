using System.Text.RegularExpressions;

namespace Klynge.Documents.Layout;

internal static partial class PageFurniture
{
    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6})\s+(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^\s*(\*\*[^*]+\*\*|__[^_]+__)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"^(side|page|s\.)\s*:?\s*\d{1,4}(\s*(af|/|of)\s*\d{1,4})?\.?$|^\d{1,4}\s*(af|/)\s*\d{1,4}$|^[-–—]\s*\d{1,4}\s*[-–—]$|^\[\d{1,4}\]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(\s*[|–-]\s*|\s+)(side|s\.)\s*\d{1,4}(\s*(af|/)\s*\d{1,4})?$|\s{2,}\d{1,3}$|\t\d{1,3}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailingPageNumber();

    [GeneratedRegex(@"\bside\s*\d{1,4}\s*(af|/)\s*\d{1,4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageWord();

    [GeneratedRegex(@"^(referat|dagsorden|mødereferat)\b.{3,120}\d{4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatedTitle();

    [GeneratedRegex(@"^(indholdsfortegnelse|indhold|dagsorden|dagsordenspunkter|punkter|oversigt|punktoversigt|indholdsoversigt)\s*:?(\s+side)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentsHeading();

    [GeneratedRegex(@"\S\s*(\.{4,}|…{2,}|(\. ){3,}\.?|_{4,})\s*\d{1,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"^.*\p{L}.*?(\t|\s{2,}|\s)\d{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndsInNumber();
}
