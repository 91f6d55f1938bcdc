using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Klynge.Documents.Word;

/// <summary>
/// Puts the styles of a template and ours together. A style of one of our names is the template's, under our id: a Danish Word writes
/// "heading 1" under the id "Overskrift1". What the template lacks is ours. Its numbering is left out, because our lists number themselves.
/// </summary>
internal sealed class StyleMerge
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>What stands ahead of a style's numbering among the properties of its paragraphs, as the schema orders them.</summary>
    private static readonly HashSet<XName> BeforeNumbering = [W + "pStyle", W + "keepNext", W + "keepLines", W + "pageBreakBefore", W + "framePr", W + "widowControl"];

    private readonly XDocument _styles;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    internal StyleMerge(int textWidth, XDocument theirs)
    {
        TextWidth = textWidth;
        _styles = theirs;
        var ours = XDocument.Parse(Encoding.UTF8.GetString(TemplatePart.Styles));
        foreach (var tab in ours.Descendants(W + "tab").Where(tab => (string?)tab.Attribute(W + "pos") == WordParagraphs.Number(WordTemplate.OwnTextWidth)))
            tab.SetAttributeValue(W + "pos", textWidth.ToString(CultureInfo.InvariantCulture));

        var byKey = ours.Root!.Elements(W + "style").ToDictionary(Key, StringComparer.Ordinal);
        var taken = byKey.Values.Select(Id).ToHashSet(StringComparer.Ordinal);
        Map(byKey, taken);
        Rename(_styles);
        foreach (var numbering in _styles.Descendants(W + "numPr").ToList())
            numbering.Remove();

        Complete(ours, byKey);
    }

    internal int TextWidth { get; }

    internal byte[] Styles() => Encoding.UTF8.GetBytes(_styles.ToString(SaveOptions.DisableFormatting));

    /// <summary>Has a part of the template name the styles as they are called now.</summary>
    internal void Rename(XDocument part)
    {
        foreach (var name in new[] { "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link" })
        {
            foreach (var reference in part.Descendants(W + name))
            {
                if (_ids.TryGetValue((string?)reference.Attribute(W + "val") ?? "", out var id))
                    reference.SetAttributeValue(W + "val", id);
            }
        }
    }

    private static string Id(XElement style) => (string)style.Attribute(W + "styleId")!;

    /// <summary>Names are told apart without regard to case, as Word does, and by kind: "paragraph:heading 1".</summary>
    private static string Key(XElement style) =>
        $"{(string?)style.Attribute(W + "type")}:{(string?)style.Element(W + "name")?.Attribute(W + "val")}".ToUpperInvariant();

    private void Map(Dictionary<string, XElement> ours, HashSet<string> taken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var style in _styles.Root!.Elements(W + "style").ToList())
        {
            // Two of one name are one style for Word, too: the first.
            if (!seen.Add(Key(style)))
            {
                style.Remove();
                continue;
            }

            var before = Id(style);
            var id = ours.TryGetValue(Key(style), out var known) ? Id(known) : Free(before, taken);
            _ids[before] = id;
            style.SetAttributeValue(W + "styleId", id);
        }
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
            free = id + number.ToString(CultureInfo.InvariantCulture);

        return free;
    }

    private void Complete(XDocument ours, Dictionary<string, XElement> byKey)
    {
        var theirs = _styles.Root!.Elements(W + "style").ToDictionary(Key, StringComparer.Ordinal);
        if (_styles.Root.Element(W + "docDefaults") is null)
            _styles.Root.AddFirst(ours.Root!.Element(W + "docDefaults"));

        foreach (var (key, style) in byKey)
        {
            if (!theirs.TryGetValue(key, out var own))
                _styles.Root.Add(WithoutDefault(style));
            else if (style.Element(W + "pPr")?.Element(W + "numPr") is { } numbering)
                Number(own, numbering);
        }
    }

    /// <summary>There is one default style of each kind, and a template has its own under whatever name.</summary>
    private XElement WithoutDefault(XElement style)
    {
        var added = new XElement(style);
        var kind = (string?)style.Attribute(W + "type");
        if (_styles.Root!.Elements(W + "style").Any(own => own.Attribute(W + "default") is not null && (string?)own.Attribute(W + "type") == kind))
            added.SetAttributeValue(W + "default", value: null);

        return added;
    }

    private static void Number(XElement style, XElement numbering)
    {
        var properties = style.Element(W + "pPr");
        if (properties is null)
        {
            properties = new XElement(W + "pPr");
            if (style.Elements().FirstOrDefault(one => one.Name == W + "rPr" || one.Name == W + "tblPr") is { } after)
                after.AddBeforeSelf(properties);
            else
                style.Add(properties);
        }

        if (properties.Elements().LastOrDefault(one => BeforeNumbering.Contains(one.Name)) is { } last)
            last.AddAfterSelf(new XElement(numbering));
        else
            properties.AddFirst(new XElement(numbering));
    }
}
