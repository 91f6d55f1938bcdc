using System.Globalization;
using System.Xml.Linq;
using Klynge.Documents.Markup;

namespace Klynge.Documents.Tests.Markup;

/// <summary>Texts as HTML, read again by a parser that takes nothing that is not well-formed.</summary>
public sealed class HtmlTextTests
{
    private static readonly string[] Known = ["p", "h3", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "br"];

    [Theory]
    [MemberData(nameof(RichTextTests.Samples), MemberType = typeof(RichTextTests))]
    public void Html_OfWhatPeopleWrite_SaysWhatTheyMeant(string text, string meant)
    {
        Assert.Equal(meant, RichTextTests.Outline(RichText.Read(text)));
        Assert.Equal(Expected(RichText.Read(text)), Outline(RichText.Read(text).ToHtml()));
    }

    [Fact]
    public void Html_OfAnyText_IsWellFormed_AndHasNoMarkupButItsOwn() => RichTextTests.ForAnyText(text =>
    {
        var read = RichText.Read(RichText.Read(text).ToMarkdown());
        Assert.Equal(Expected(read), Outline(read.ToHtml()));
    });

    [Fact]
    public void List_WithinAList_StandsInItsEntry_AndNumbersAreTheLists() => Assert.Equal(
        "<p>Vi skal:</p><ol><li value=\"2\">ringe<ul><li>i dag</li><li style=\"list-style-type:none\">b) i morgen</li></ul></li><li value=\"3\">skrive</li></ol><p>Slut</p>",
        RichText.Read("Vi skal:\n2. ringe\n  - i dag\n  b) i morgen\n3. skrive\n\nSlut").ToHtml());

    [Fact]
    public void Table_HasAHeaderRow_AndItsAmountsToTheRight()
    {
        var html = RichText.Read("Post\tKr.\nDrift <b>\t1.200.000").ToHtml();

        Assert.Contains("<thead><tr><th scope=\"col\" style=\"border:1px solid #999;padding:4px 8px;text-align:left\">Post</th>", html, StringComparison.Ordinal);
        Assert.Contains("<tbody><tr><td style=\"border:1px solid #999;padding:4px 8px;text-align:left\">Drift &lt;b&gt;</td>", html, StringComparison.Ordinal);
        Assert.EndsWith("text-align:right\">1.200.000</td></tr></tbody></table>", html, StringComparison.Ordinal);
    }

    /// <summary>A page's policy lets no style in that stands at an element: there looks are classes.</summary>
    [Fact]
    public void Page_HasTheSameMarkup_AndNoStyleAtAnyElement()
    {
        var text = RichText.Read("Vi skal:\n\n- ringe\n  - b) skrive <i>nu</i>\n\n| Post | Beløb |\n|---|---:|\n| Løn | 7 |");

        var page = text.ToPage();

        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right\">7</td>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;nu&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.Equal(Tags(text.ToHtml()), Tags(page));

        static string Tags(string html) => string.Join(' ', html.Split('<').Select(part => part.Split(' ', '>')[0]));
    }

    [Fact]
    public void Heading_IsOfTheLevelThatIsAskedFor() => Assert.Equal("<h4>Plan</h4>", RichText.Read("# Plan").ToHtml(headingLevel: 4));

    /// <summary>A label that a list cannot write itself is the beginning of its entry's text.</summary>
    private static string Expected(RichText text) => RichTextTests.Outline(new RichText(
    [
        .. text.Blocks.Select(block => block is RichEntry { Label.Length: > 0 } entry && !IsNumber(entry.Label)
            ? entry with { Label = string.Empty, Spans = RichSpan.Merge([new RichSpan($"{entry.Label} "), .. entry.Spans]) }
            : block),
    ]));

    private static bool IsNumber(string label) =>
        label[^1] == '.' && int.TryParse(label[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Outline(string html)
    {
        var fragment = XElement.Parse($"<div>{html}</div>", LoadOptions.PreserveWhitespace);
        Assert.All(fragment.Descendants(), element => Assert.Contains(element.Name.LocalName, Known));
        Assert.All(fragment.Descendants("a"), link => Assert.Matches("^(https?://|mailto:)", link.Attribute("href")!.Value));
        return RichTextTests.Outline(new RichText([.. fragment.Elements().SelectMany(element => Blocks(element, level: 0))]));
    }

    private static IEnumerable<RichBlock> Blocks(XElement element, int level) => element.Name.LocalName switch
    {
        "p" => [new RichParagraph(Spans(element))],
        "h3" => [new RichHeading(Spans(element))],
        "table" =>
        [
            new RichTable(
                [.. element.Descendants("tr").Select(row => row.Elements().Select(Spans).ToList())],
                [.. element.Descendants("th").Select(cell => cell.Attribute("style")!.Value.EndsWith("right", StringComparison.Ordinal))]),
        ],
        _ => element.Elements("li").SelectMany(entry => Entries(entry, level)),
    };

    private static IEnumerable<RichBlock> Entries(XElement entry, int level)
    {
        var deeper = entry.Elements().Where(child => child.Name.LocalName is "ul" or "ol").ToList();
        if (deeper.Count == 0 || entry.FirstNode != deeper[0])
            yield return new RichEntry(level, entry.Attribute("value") is { } number ? $"{number.Value}." : string.Empty, Spans(entry));

        foreach (var block in deeper.SelectMany(list => Blocks(list, level + 1)))
            yield return block;
    }

    private static IReadOnlyList<RichSpan> Spans(XElement element) => RichSpan.Merge(element.Nodes().SelectMany(node => Spans(node, new RichSpan(""))));

    private static IEnumerable<RichSpan> Spans(XNode node, RichSpan look) => node switch
    {
        XText text => [look with { Text = text.Value }],
        XElement { Name.LocalName: "br" } => [look with { Text = "\n" }],
        XElement { Name.LocalName: "ul" or "ol" } => [],
        XElement element => RichSpan.Merge(element.Nodes().SelectMany(child => Spans(child, element.Name.LocalName switch
        {
            "strong" => look with { IsBold = true },
            "em" => look with { IsItalic = true },
            _ => look with { Link = element.Attribute("href")!.Value },
        }))),
        _ => throw new NotSupportedException($"No {node.NodeType} is expected."),
    };
}
