using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>Reads the protocol as a lawyer would: the result, and what stands beside each name, held against what follows from the audit log.</summary>
internal static class ProtocolCheck
{
    /// <summary>A protocol is text; what is larger is something else.</summary>
    private const long MaxBytes = 50L << 20;

    internal static async Task<IReadOnlyList<string>> FaultsAsync(ZipArchiveEntry entry, CaseStory story, CancellationToken cancellationToken)
    {
        if (story.Closing is not { } closing || entry.Length > MaxBytes)
            return [];

        try
        {
            using var content = new MemoryStream();
            await using (var packed = await entry.OpenAsync(cancellationToken))
                await packed.CopyToAsync(content, cancellationToken);

            using var word = WordprocessingDocument.Open(content, isEditable: false);
            return word.MainDocumentPart?.Document?.Body is { } body ? [.. Compare(body, story, closing)] : [Texts.ProtocolUnreadable];
        }
        catch (Exception exception) when (exception
            is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidOperationException or ArgumentException)
        {
            return [Texts.ProtocolUnreadable];
        }
    }

    private static IEnumerable<string> Compare(Body body, CaseStory story, RecordedClosing closing)
    {
        if (!body.Descendants<Paragraph>().Any(paragraph => TextOf(paragraph) == closing.Result))
            yield return Texts.ProtocolLacks(closing.Result);

        var rows = AnswersOf(body);
        foreach (var seat in story.Roll)
        {
            var voter = seat.SubstituteName is { } substitute ? Texts.StandsInFor(substitute, seat.Name) : seat.Name;
            var follows = seat.Answer is { } answer ? Texts.Name(answer, seat.Answers) : Texts.NoAnswer;
            var said = rows.Where(row => row.Who == voter && row.Organisation == seat.Organisation).Select(row => row.Answer).ToList();
            if (said.Count == 0)
                yield return Texts.ProtocolLacks(voter);
            else if (!said.Contains(follows))
                yield return Texts.ProtocolSays(voter, said[0], follows);
        }

        if (rows.Count > story.Roll.Count)
            yield return Texts.ListLength(EvidenceNames.Protocol, rows.Count, story.Roll.Count);
    }

    private static List<(string Who, string Organisation, string Answer)> AnswersOf(Body body)
    {
        var table = body.Descendants<Table>().FirstOrDefault(one => one.Elements<TableRow>().FirstOrDefault() is { } head
            && head.Elements<TableCell>().Select(cell => string.Concat(LinesOf(cell))).SequenceEqual(Texts.AnswerColumns, StringComparer.Ordinal));
        return table is null
            ? []
            : [.. table.Elements<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().Select(LinesOf).ToList())
                .Where(cells => cells.Count > 1)
                .Select(cells => (cells[0].FirstOrDefault() ?? string.Empty, cells[0].ElementAtOrDefault(1) ?? string.Empty, string.Join('\n', cells[1])))];
    }

    private static List<string> LinesOf(TableCell cell) =>
        [.. cell.Elements<Paragraph>().SelectMany(paragraph => TextOf(paragraph).Split('\n'))];

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants()
        .Select(part => part switch { Text text => text.Text, Break => "\n", TabChar => "\t", _ => string.Empty }));
}
