using System.Text;

namespace Klynge.Documents.Word;

/// <summary>The parts of a document that are the same in every one, kept as bytes so that they are written and never built.</summary>
public static class TemplatePart
{
    public const int BulletList = 1;
    public const int NumberList = 2;
    public const int DecisionList = 3;

    /// <summary>Each recommendation is a list of its own that starts at 1; their ids follow the fixed ones.</summary>
    public const int FirstOwnList = 10;

    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly byte[] Styles = Resource("MinutesStyles.xml");

    private static readonly string Formats = Bullets(1, 425) + Numbers(2) + Bullets(3, 595);

    /// <summary>The numbering part for a document with that many recommendations.</summary>
    public static byte[] Numbering(int ownLists)
    {
        var xml = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><w:numbering xmlns:w=\"{Namespace}\">").Append(Formats);
        foreach (var list in (int[])[BulletList, NumberList, DecisionList])
            xml.Append(FormattableString.Invariant($"<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{list}\"/></w:num>"));

        for (var list = 0; list < ownLists; list++)
        {
            xml.Append(FormattableString.Invariant(
                $"<w:num w:numId=\"{FirstOwnList + list}\"><w:abstractNumId w:val=\"{NumberList}\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"));
        }

        return Encoding.UTF8.GetBytes(xml.Append("</w:numbering>").ToString());
    }

    private static string Bullets(int id, int left)
    {
        var xml = new StringBuilder(FormattableString.Invariant($"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"));
        for (var level = 0; level < 9; level++)
        {
            var sign = level % 2 == 0 ? "•" : "–";
            xml.Append(FormattableString.Invariant(
                $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left + (level * 425)}\" w:hanging=\"425\"/></w:pPr></w:lvl>"));
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
