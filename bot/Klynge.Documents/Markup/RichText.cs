namespace Klynge.Documents.Markup;

/// <summary>
/// A long text as its writer meant it: paragraphs, sub-headings, list entries and tables. It is kept as a subset of Markdown, and every
/// renderer (Word, card, HTML, plain text) draws it from here.
/// </summary>
public sealed record RichText(IReadOnlyList<RichBlock> Blocks)
{
    public static RichText Empty { get; } = new([]);

    /// <summary>Reads a stored or typed text. Nothing is an error: what is no mark is text.</summary>
    public static RichText Read(string? text) => string.IsNullOrWhiteSpace(text) ? Empty : new RichTextReader(text).Read();

    /// <summary>
    /// Reads one entry of a list that numbers its entries itself, as recommendations are: a number that was pasted with it would be there twice.
    /// </summary>
    public static RichText ReadEntry(string? text)
    {
        var read = Read(text);
        var first = read.Blocks.FirstOrDefault() switch
        {
            RichEntry entry => entry.Spans,
            RichHeading heading => heading.Spans,
            _ => null,
        };
        return first is null ? read : new RichText([new RichParagraph(first), .. read.Blocks.Skip(1)]);
    }

    /// <summary>The text in the one form in which it is stored; reading it gives this text again.</summary>
    public string ToMarkdown() => RichTextWriter.Write(this);

    /// <summary>The words without marks, for search and for mail without HTML.</summary>
    public string ToPlain() => PlainText.Write(this);

    /// <summary>As a fragment of HTML in which nothing but the text's own marks is markup, for mails and pages.</summary>
    /// <param name="headingLevel">Of a heading within the text: 3 below an <c>h2</c>.</param>
    public string ToHtml(int headingLevel = 3) => HtmlText.Write(this, headingLevel, hasStyleSheet: false);

    /// <summary>The same for a page with a style sheet: looks are classes (<c>right</c>, <c>unmarked</c>), never styles of their own.</summary>
    public string ToPage(int headingLevel = 3) => HtmlText.Write(this, headingLevel, hasStyleSheet: true);

    /// <summary>The stored form of blocks of text that were read one by one: "Vi skal:", "- ringe", "Post\tBeløb".</summary>
    public static string Join(IEnumerable<string> blocks) => Read(RichTextWriter.Join(blocks)).ToMarkdown();
}

public abstract record RichBlock;

public sealed record RichParagraph(IReadOnlyList<RichSpan> Spans) : RichBlock;

/// <summary>A heading within the text; the section's own heading stands above it.</summary>
public sealed record RichHeading(IReadOnlyList<RichSpan> Spans) : RichBlock;

/// <summary>One entry of a list.</summary>
/// <param name="Level">How deep it is nested, from 0; at most one deeper than the entry before.</param>
/// <param name="Label">"1.", "b)" as typed; empty for a bullet.</param>
/// <param name="Spans">The text after the label.</param>
public sealed record RichEntry(int Level, string Label, IReadOnlyList<RichSpan> Spans) : RichBlock;

/// <summary>A table.</summary>
/// <param name="Rows">The header row first; every row has as many cells.</param>
/// <param name="IsRight">For each column whether it stands to the right, as amounts do.</param>
public sealed record RichTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<RichSpan>>> Rows, IReadOnlyList<bool> IsRight) : RichBlock;

/// <summary>A piece of text with one look; a line feed in it is a soft line break.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsBold"><c>**bold**</c>.</param>
/// <param name="IsItalic"><c>*italic*</c>.</param>
/// <param name="Link">http, https or mailto; null for text that leads nowhere.</param>
public sealed record RichSpan(string Text, bool IsBold = false, bool IsItalic = false, string? Link = null)
{
    public bool IsPlain => !IsBold && !IsItalic && Link is null;

    /// <summary>Neighbours of the same look as one, without empty ones.</summary>
    public static IReadOnlyList<RichSpan> Merge(IEnumerable<RichSpan> spans)
    {
        var merged = new List<RichSpan>();
        foreach (var span in spans)
        {
            if (span.Text.Length == 0)
                continue;

            if (merged.Count > 0 && span.Text != span.Link && merged[^1] with { Text = "" } == span with { Text = "" } && merged[^1].Text != span.Link)
                merged[^1] = span with { Text = merged[^1].Text + span.Text };
            else
                merged.Add(span);
        }

        return merged;
    }

    public static string TextOf(IReadOnlyList<RichSpan> spans) => spans is [var only] ? only.Text : string.Concat(spans.Select(span => span.Text));
}
