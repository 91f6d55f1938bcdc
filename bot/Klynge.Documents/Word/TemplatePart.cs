using System.Globalization;
using System.Text;

namespace Klynge.Documents.Word;

/// <summary>The parts of a document that are the same in every one, kept as bytes so that they are written and never built.</summary>
public static class TemplatePart
{
    public const int BulletList = 1;
    public const int NumberList = 2;
    public const int DecisionList = 3;

    /// <summary>The formats for numbers and letters, indented as running text and as decisions.</summary>
    public const int FirstBodyFormat = 4;
    public const int FirstDecisionFormat = FirstBodyFormat + ListNumbers.Formats;

    /// <summary>Lists that start at a number of their own follow the fixed ones.</summary>
    public const int FirstOwnList = 20;

    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly byte[] Styles = Resource("MinutesStyles.xml");

    private static readonly string Formats = List(BulletList, 425, Bullet) + Numbers(NumberList) + List(DecisionList, 595, Bullet)
        + string.Concat(Enumerable.Range(0, ListNumbers.Formats).Select(format =>
            List(FirstBodyFormat + format, 425, level => Label(format, level)) + List(FirstDecisionFormat + format, 595, level => Label(format, level))));

    /// <summary>The numbering part for a document with those lists of its own.</summary>
    public static byte[] Numbering(IReadOnlyList<ListNumber> ownLists)
    {
        var xml = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><w:numbering xmlns:w=\"{Namespace}\">").Append(Formats);
        foreach (var list in (int[])[BulletList, NumberList, DecisionList])
            xml.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{list}\"/></w:num>");

        foreach (var list in ownLists)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<w:num w:numId=\"{list.Id}\"><w:abstractNumId w:val=\"{list.Format}\"/><w:lvlOverride w:ilvl=\"{list.Level}\"><w:startOverride w:val=\"{list.Start}\"/></w:lvlOverride></w:num>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</w:numbering>").ToString());
    }

    private static (string Format, string Text) Bullet(int level) => ("bullet", level % 2 == 0 ? "•" : "–");

    private static (string Format, string Text) Label(int format, int level) =>
        (format < 2 ? "decimal" : "lowerLetter", string.Create(CultureInfo.InvariantCulture, $"%{level + 1}{(format % 2 == 0 ? '.' : ')')}"));

    private static string List(int id, int left, Func<int, (string Format, string Text)> label)
    {
        var xml = new StringBuilder(FormattableString.Invariant($"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"));
        for (var level = 0; level < 9; level++)
        {
            var (format, text) = label(level);
            xml.Append(FormattableString.Invariant(
                $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left + (level * 425)}\" w:hanging=\"425\"/></w:pPr></w:lvl>"));
        }

        return xml.Append("</w:abstractNum>").ToString();
    }

    private static string Numbers(int id) => FormattableString.Invariant(
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>");

    private static byte[] Resource(string name)
    {
        using var stream = typeof(TemplatePart).Assembly.GetManifestResourceStream(typeof(TemplatePart), name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
