using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Klynge.Documents.Markup;

/// <summary>
/// Reads emphasis and links within one block, by Markdig. HTML, code and character references are text, as is a link whose target is no
/// address that may be opened.
/// </summary>
internal static class InlineReader
{
    // Beyond this a text is no text but an attack on a reader that nests: it is shown as it was typed.
    private const int MaxMarks = 2000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[\\");
    private static readonly InlineParserList Parsers = new(
    [
        new BackslashParser(), new BareLinkParser(), new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }), new LiteralStarParser(), new LinkInlineParser(), new EmphasisInlineParser(), new LineBreakInlineParser(),
        new LiteralInlineParser(),
    ]);

    /// <summary>The spans of a whole block; as it was typed where its marks leave something that could not be stored.</summary>
    /// <param name="text">The block without its label.</param>
    /// <param name="from">1 where a label stands before its first line.</param>
    public static IReadOnlyList<RichSpan> ReadBlock(string text, int from)
    {
        var spans = Read(text);
        return text.Length == 0 || (spans is [{ IsPlain: true } only] && only.Text == text) || RichTextWriter.CanStore(spans, from) ? spans : Read(Escaping.Escape(text, Escaping.InlineMarks));
    }

    public static IReadOnlyList<RichSpan> Read(string text)
    {
        if (text.Length == 0)
            return [];

        var span = text.AsSpan();
        var marks = span.CountAny(Marks);
        if ((marks == 0 && !text.Contains("://", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal)) || marks > MaxMarks)
            return [new RichSpan(text)];

        var leaf = new ParagraphBlock { Lines = new StringLineGroup(text) };
        new InlineProcessor(new MarkdownDocument(), Parsers, preciseSourcelocation: false, context: null, trackTrivia: false).ProcessInlineLeaf(leaf);
        var spans = new List<RichSpan>();
        Collect(leaf.Inline!, new RichSpan(""), spans);
        return RichSpan.Merge(spans);
    }

    private static void Collect(ContainerInline parent, RichSpan look, List<RichSpan> spans)
    {
        foreach (var inline in parent)
        {
            switch (inline)
            {
                case LiteralInline literal: spans.Add(look with { Text = literal.Content.ToString() }); break;
                case LineBreakInline: spans.Add(look with { Text = "\n" }); break;
                case EmphasisInline emphasis:
                    Collect(emphasis, emphasis.DelimiterCount > 1 ? look with { IsBold = true } : look with { IsItalic = true }, spans);
                    break;
                case AutolinkInline address: spans.Add(InBrackets(address, look)); break;
                case LinkInline link: CollectLink(link, look, spans); break;
                case DelimiterInline delimiter:
                    spans.Add(look with { Text = delimiter.ToLiteral() });
                    Collect(delimiter, look, spans);
                    break;
                case ContainerInline container: Collect(container, look, spans); break;
                default: throw new NotSupportedException($"No renderer knows the inline {inline.GetType().Name}.");
            }
        }
    }

    private static RichSpan InBrackets(AutolinkInline address, RichSpan look) => !address.IsEmail && LinkTarget.MayBeOpened(address.Url)
        ? look with { Text = address.Url, Link = look.Link ?? address.Url }
        : look with { Text = $"<{address.Url}>" };

    private static void CollectLink(LinkInline link, RichSpan look, List<RichSpan> spans)
    {
        if (link.IsImage)
            spans.Add(look with { Text = "!" });

        var target = link.Url ?? "";
        if (target is "" or "#" && string.IsNullOrEmpty(link.Title) && link.FirstChild is not null)
        {
            // An export's link to nowhere: only its words mean anything.
            Collect(link, look, spans);
        }
        else if (LinkTarget.MayBeOpened(target) && string.IsNullOrEmpty(link.Title) && link.FirstChild is not null && !link.FindDescendants<LinkInline>().Any(inner => !inner.IsAutoLink))
        {
            Collect(link, look with { Link = look.Link ?? target }, spans);
        }
        else
        {
            spans.Add(look with { Text = "[" });
            Collect(link, look, spans);
            spans.Add(look with { Text = string.IsNullOrEmpty(link.Title) ? $"]({target})" : $"]({target} \"{link.Title}\")" });
        }
    }

    /// <summary>
    /// A backslash takes the meaning from the mark after it, and is text before everything else: <c>\\server\mappe</c> stays. Of several
    /// before a mark each two are one.
    /// </summary>
    private sealed class BackslashParser : InlineParser
    {
        public BackslashParser() => OpeningCharacters = ['\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var length = 0;
            while (slice.CurrentChar == '\\')
            {
                length++;
                slice.SkipChar();
            }

            var isMark = Escaping.IsMark(slice.CurrentChar);
            var text = new string('\\', isMark ? length / 2 : length);
            if (isMark && length % 2 == 1)
            {
                text += slice.CurrentChar;
                slice.SkipChar();
            }

            processor.Inline = new LiteralInline(text);
            return true;
        }
    }

    /// <summary>A star between two letters or digits is one: 2*3*4, børn*unge*.</summary>
    private sealed class LiteralStarParser : InlineParser
    {
        public LiteralStarParser() => OpeningCharacters = ['*'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (!char.IsLetterOrDigit(slice.PeekCharExtra(-1)) || !char.IsLetterOrDigit(slice.PeekChar()))
                return false;

            processor.Inline = new LiteralInline("*");
            slice.SkipChar();
            return true;
        }
    }

    /// <summary>An address that stands in the text leads where it says.</summary>
    private sealed class BareLinkParser : InlineParser
    {
        public BareLinkParser() => OpeningCharacters = ['h'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (char.IsLetterOrDigit(slice.PeekCharExtra(-1)) || LinkTarget.Length(slice.AsSpan()) is not (> 0 and var length))
                return false;

            var address = slice.Text.Substring(slice.Start, length);
            processor.Inline = new LinkInline(address, "") { IsClosed = true, IsAutoLink = true }.AppendChild(new LiteralInline(address));
            slice.Start += length;
            return true;
        }
    }
}
