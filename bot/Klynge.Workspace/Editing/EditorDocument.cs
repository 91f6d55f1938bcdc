using System.Text.Json;
using System.Text.RegularExpressions;
using Klynge.Documents.Markup;

namespace Klynge.Workspace.Editing;

/// <summary>
/// A long text as the editor in the browser has it: the blocks and spans of <see cref="RichText"/> as JSON. The browser reads and writes no
/// Markdown, so there is one reader of it and one writer, here.
/// </summary>
/// <example><c>{"b":[{"k":"p","s":[{"t":"Vi "},{"t":"skal","b":true}]},{"k":"e","l":0,"n":"1.","s":[{"t":"ringe"}]}]}</c></example>
internal static partial class EditorDocument
{
    private const int MaxLevel = 8;
    private const int MaxDepth = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault, MaxDepth = MaxDepth };

    internal static string Write(string markdown) => JsonSerializer.Serialize(new Doc([.. RichText.Read(markdown).Blocks.Select(Of)]), Json);

    /// <summary>The stored form of what the editor sends; null where it is no document.</summary>
    /// <param name="json">From a browser: untrusted.</param>
    internal static string? Read(string? json)
    {
        try
        {
            return json is { Length: > 0 } && JsonSerializer.Deserialize<Doc>(json, Json) is { B: { } blocks } ? Markdown(blocks) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Markdown(Block?[] blocks)
    {
        var read = new List<RichBlock>();
        foreach (var block in blocks.OfType<Block>())
        {
            if (Of(block, read.LastOrDefault()) is { } one)
                read.Add(one);
        }

        return new RichText(read).ToMarkdown();
    }

    private static Block Of(RichBlock block) => block switch
    {
        RichHeading heading => new Block("h") { S = Of(heading.Spans) },
        RichEntry entry => new Block("e") { L = entry.Level, N = entry.Label, S = Of(entry.Spans) },
        RichTable table => new Block("t") { R = [.. table.Rows.Select(row => row.Select(Of).ToArray())], A = [.. table.IsRight] },
        RichParagraph paragraph => new Block("p") { S = Of(paragraph.Spans) },
        _ => throw new NotSupportedException($"The editor knows no {block.GetType().Name}."),
    };

    private static Span[] Of(IReadOnlyList<RichSpan> spans) => [.. spans.Select(span => new Span(span.Text) { B = span.IsBold, I = span.IsItalic, A = span.Link })];

    /// <returns>Null for a block that says nothing.</returns>
    private static RichBlock? Of(Block block, RichBlock? before)
    {
        var spans = Of(block.S);
        return block switch
        {
            { K: "t", R: { } rows } => Table(rows, block.A ?? []),
            _ when string.IsNullOrWhiteSpace(RichSpan.TextOf(spans)) => null,
            { K: "h" } => new RichHeading(spans),
            { K: "e" } when Label().IsMatch(block.N ?? string.Empty) => new RichEntry(Math.Clamp(block.L, 0, before is RichEntry entry ? Math.Min(entry.Level + 1, MaxLevel) : 0), block.N ?? string.Empty, spans),
            _ => new RichParagraph(spans),
        };
    }

    private static RichTable? Table(Span?[]?[]?[] rows, bool[] right)
    {
        var columns = rows.Select(row => row?.Length ?? 0).DefaultIfEmpty().Max();
        return columns == 0 ? null : new RichTable(
            [.. rows.OfType<Span?[]?[]>().Select(row => (IReadOnlyList<IReadOnlyList<RichSpan>>)[.. Enumerable.Range(0, columns).Select(column => column < row.Length ? Of(row[column]) : [])])],
            [.. Enumerable.Range(0, columns).Select(column => column < right.Length && right[column])]);
    }

    private static IReadOnlyList<RichSpan> Of(Span?[]? spans) => RichSpan.Merge((spans ?? []).OfType<Span>().Where(span => span.T is not null).Select(span =>
        new RichSpan(span.T, span.B, span.I, span.A is { } link && LinkTarget.MayBeOpened(link) ? link : null)));

    /// <summary>Nothing for a bullet, "1.", "b)": what is read as a label again.</summary>
    [GeneratedRegex(@"^(\d{1,2}[.)]|[a-hj-z]\)|[a-h]\.)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    /// <param name="B">The blocks.</param>
    private sealed record Doc(Block?[] B);

    /// <param name="K">p, h, e (entry of a list) or t (table).</param>
    private sealed record Block(string K)
    {
        public Span?[]? S { get; init; }

        /// <summary>The level of an entry.</summary>
        public int L { get; init; }

        /// <summary>The label of an entry: empty for a bullet.</summary>
        public string? N { get; init; }

        /// <summary>The rows of a table, its header first.</summary>
        public Span?[]?[]?[]? R { get; init; }

        /// <summary>For each column whether it stands to the right.</summary>
        public bool[]? A { get; init; }
    }

    /// <param name="T">The words.</param>
    private sealed record Span(string T)
    {
        public bool B { get; init; }

        public bool I { get; init; }

        /// <summary>The address.</summary>
        public string? A { get; init; }
    }
}
