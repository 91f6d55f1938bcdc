using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Files;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.Items;
using Klynge.Documents.Reading.Templates;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Reading;

/// <summary>Reads minutes or an agenda out of lines, by what such documents have in common rather than by one authority's template.</summary>
public static partial class MinutesParser
{
    private const int MaxYears = 12;

    public static Result<MinutesDocument> Parse(string text, string name = "") =>
        Parse(new MinutesSource(name, [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => new SourceLine(line))]));

    public static Result<MinutesDocument> Parse(MinutesSource source)
    {
        if (source.Lines.All(line => line.IsBlank))
            return new MinutesFileEmpty(source.Name);

        var document = source.IsTemplate ? TemplateParser.Parse(source) : ParseText(source);
        return IsMinutes(document) ? document with { Warnings = MinutesWarnings.For(document) } : new NotMinutes(source.Name);
    }

    private static MinutesDocument ParseText(MinutesSource source)
    {
        var lines = PageFurniture.Remove(source.Lines, out var contents);
        var blocks = ItemTable.Expand(BlockBuilder.Build(lines, source.IsWord));
        var headings = ItemHeadings.Find(blocks, contents);
        RepeatedLabels.Mark(blocks, headings);
        var facts = new HeadFacts();
        new Head(facts).Read(ItemHeadings.WithoutContents([.. blocks.Take(headings.Count > 0 ? headings[0].At : blocks.Count)], headings));
        var date = facts.Date?.Resolve(YearsFor(source)) ?? DanishDate.Find(NameAsText(source.Name))?.Resolve([]);
        if (date is null && facts.Date is not null)
            facts.Keep("Dato", facts.DateText);

        var items = Items(headings, blocks, facts, date);
        var document = new MinutesDocument
        {
            Kind = facts.Kind ?? (items.Exists(item => item.Decision is not null) || items.Count == 0 ? MinutesKind.Minutes : MinutesKind.Agenda),
            Forum = facts.Forum,
            Title = facts.Title,
            Date = date,
            Start = facts.Start,
            End = facts.End,
            Place = facts.Place,
            Chair = facts.Chair,
            MinuteTaker = facts.MinuteTaker,
            CaseNumber = facts.CaseNumber,
            DocumentNumber = facts.DocumentNumber,
            Participants = facts.Participants.People,
            Items = ClosedItems.Place(items, facts),
            Sections = facts.Sections,
        };
        new DocumentDoubts(document, facts).Ask(headings, [.. headings.Select(heading => blocks[heading.At].At)], contents);
        return InlineEmphasis.In(source.Lines).AddTo(document) with { Doubts = facts.Doubts.For(document.Participants) };
    }

    private static List<MinutesItem> Items(IReadOnlyList<ItemHeading> headings, List<Block> blocks, HeadFacts facts, LocalDate? date)
    {
        var items = new List<MinutesItem>();
        var label = new DecisionLabel(facts.Forum, date);
        for (var at = 0; at < headings.Count; at++)
        {
            var heading = headings[at];
            var to = at + 1 < headings.Count ? headings[at + 1].From : blocks.Count;
            IReadOnlyList<Block> prelude = at == 0 ? [] : [.. blocks.Take(heading.At).Skip(heading.From)];
            IReadOnlyList<Block> body = [.. blocks.Take(to).Skip(heading.At + heading.Length)];
            body = AttendanceItem.IsOne(heading) ? AttendanceItem.Take(body, facts) : body;
            body = at == headings.Count - 1 ? WithoutClosing(body, facts) : body;
            items.Add(ItemBody.Read(heading, prelude, body, new ItemContext(at, blocks[heading.At].At, label, facts.Doubts)));
            ItemAttendance.Read(heading, heading.Number ?? at + 1, isFirst: at == 0, body, facts);
        }

        facts.Participants.Finish([.. headings.Select((heading, at) => heading.Number ?? at + 1)]);
        return items;
    }

    /// <summary>"Mødet sluttede kl. 15.30" below the last item is said of the meeting, and kept as such.</summary>
    private static IReadOnlyList<Block> WithoutClosing(IReadOnlyList<Block> body, HeadFacts facts)
    {
        if (body.Count == 0 || body[^1].IsListEntry || !MeetingSentences.IsClosing(body[^1].Text))
            return body;

        facts.TakeSentence(body[^1].Text);
        facts.Keep(null, body[^1].ToText());
        return [.. body.Take(body.Count - 1)];
    }

    /// <summary>The years that a date without one may be in: the file's name knows best, then the years that the text itself speaks of.</summary>
    private static List<int> YearsFor(MinutesSource source)
    {
        var named = Years(source.Name);
        return named.Count > 0 ? named : Years(string.Join('\n', source.Lines.Select(line => line.Text)));
    }

    private static List<int> Years(string text) =>
        [.. Year().Matches(text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).Distinct().Take(MaxYears)];

    private static string NameAsText(string name) => name.Replace('_', ' ');

    private static bool IsMinutes(MinutesDocument document)
    {
        var facts = new object?[] { document.Date, document.Place, document.Chair, document.MinuteTaker, document.CaseNumber, document.Start }.Count(fact => fact is not null)
            + (document.Participants.Count > 1 ? 2 : 0)
            + (document.Forum is not null ? 1 : 0);
        var substance = document.Items.Count(item => item.Decision is not null || item.Recommendations.Count > 0 || item.Sections.Count > 0 || item.Presenter is not null);
        return document.Items.Count > 0 ? facts > 0 || substance > 1 : facts > 2;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}

/// <summary>A file to a document: the one call for the command line and for a file that was sent to the bot.</summary>
public static class ImportMinutes
{
    public static Task<Result<MinutesDocument>> ReadAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, entry: null, cancellationToken);

    /// <param name="path">The file.</param>
    /// <param name="entry">The document's name within it, where it is a .zip.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Result<MinutesDocument>> ReadAsync(string path, string? entry, CancellationToken cancellationToken)
    {
        var source = entry is null ? await MinutesReader.ReadAsync(path, cancellationToken) : await MinutesArchive.ReadAsync(path, entry, cancellationToken);
        return source.TryGet(out var lines, out var error) ? MinutesParser.Parse(lines) : error;
    }
}
