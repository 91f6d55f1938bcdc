using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Heads;

/// <summary>The forum and the kind of document in a title such as "REFERAT Chefforum d. 04-02-2025" or "2. møde i Styregruppen".</summary>
internal static partial class ForumTitle
{
    private const int MaxTitleLength = 200;

    private static readonly char[] Edges = [' ', ',', '-', '–', ':', '|', '·', '.', '\t'];

    public static bool IsTitle(string line) => line.Length <= MaxTitleLength && Kind().IsMatch(line) && !line.EndsWith('.');

    public static MinutesKind? KindOf(string line) => !IsTitle(line)
        ? null
        : Kind().Match(line).Value.Contains("agsorden", StringComparison.OrdinalIgnoreCase) ? MinutesKind.Agenda : MinutesKind.Minutes;

    public static bool LooksLikeForum(string line) => line.Length <= MaxTitleLength && !line.EndsWith('.') && ForumWord().IsMatch(line);

    /// <summary>The forum alone; empty where the line names none.</summary>
    public static string ForumOf(string line)
    {
        if (line.Length > MaxTitleLength)
            return "";

        var text = WithoutDate(CharacterCleaner.Collapse(line.Replace('\n', ' ')));
        text = Kind().Replace(text, "", 1).Trim(Edges);
        text = KindAtEnd().Replace(text, "").Trim(Edges);
        text = Meeting().Replace(text, "", 1).Trim(Edges);
        return Kind().IsMatch(text) && !LooksLikeForum(text) ? "" : text;
    }

    /// <summary>Whether the title has words that neither the forum, the date nor the kind of document says.</summary>
    public static bool SaysMore(string title, string? forum) =>
        WithoutDate(CharacterCleaner.Collapse(Kind().Replace(title, "", 1)))
            .Replace(forum ?? " ", "", StringComparison.OrdinalIgnoreCase)
            .Split([' ', ',', '-', '–', ':', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => !Filler().IsMatch(word));

    private static string WithoutDate(string text)
    {
        if (DanishDate.Find(text) is not { } date)
            return text;

        var after = Clock().Replace(text[(date.Start + date.Length)..], "");
        return $"{text[..date.Start].TrimEnd(Edges)} {after.Trim(Edges)}".Trim(Edges);
    }

    [GeneratedRegex(@"^(åbent |åben |endelig |endeligt |foreløbig |foreløbigt |udkast til |udkast: ?)*(beslutnings?|møde)?-?(referat|dagsorden|protokol)(sudkast)?( ?(og|med|/) ?(beslutnings)?(referat|dagsorden))?( (fra|af|til|for|over|-|–))?( møde dagsorden)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\s+[-–|]\s*(beslutnings|møde)?(referat|dagsorden|protokol)(( (af|fra|til|for))?( det)?( (ordinært|ekstraordinært))? (\p{L}*møde|mødet))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KindAtEnd();

    [GeneratedRegex(@"^(fra |til |af |for )?((det )?\d{1,3}\. )?(det )?((ordinært?|ordinære|ekstraordinært?|ekstraordinære|konstituerende|virtuelt|fysisk) )?((bestyrelses|udvalgs|gruppe|råds)?møde(t)?|generalforsamling(en)?)( nr\.? ?\d+)?( ?(i|for|med|af|:|-|–))?( |$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"forum|fora\b|gruppe|råd\b|rådet|udvalg|niveau|klynge|bestyrelse|ledelse|komité|netværk|kreds|samling|forening|kommission|\bmed\b|-med\b|ledermøde|område|team|direktion|\bnævn|styring|formandskab", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForumWord();

    [GeneratedRegex(@"^(fra|af|til|for|møde|mødet|i|den|d|det|ordinært|ordinære|kl|\d{1,2}:\d{2}|man|tirs|ons|tors|fre|lør|søn|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^,?\s*(kl\.?\s*\d{1,2}([.:]\d{2})?|\d{1,2}[.:]\d{2})(\s*(-|–|til)\s*(kl\.?\s*)?\d{1,2}([.:]\d{2})?)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();
}
