using DocumentFormat.OpenXml;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Documents.Word;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Handovers;

/// <summary>The handover as a Word document: cases with their journey, agreements, deadlines, decisions, members, and the list of documents with hashes.</summary>
internal static class HandoverWriter
{
    internal static byte[] Write(HandoverContents contents, Handover handover, string madeBy, WordTemplate? template)
    {
        var title = HandoverTexts.Title(contents);
        using var buffer = new MemoryStream();
        var facts = new WordFacts(
            Title: title, Header: $"{HandoverTexts.Heading} · {contents.From}", Subject: title, Category: HandoverTexts.Heading, Keywords: $"{contents.From}; {contents.To}", Created: handover.MadeAt);
        WordFile.Write(facts, text => Content(contents, handover, madeBy, text), buffer, template);
        return buffer.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(HandoverContents contents, Handover handover, string madeBy, WordTextWriter text) =>
    [
        WordParagraphs.Of(TemplateStyles.Kind, HandoverTexts.Heading),
        WordParagraphs.Of(TemplateStyles.Title, HandoverTexts.Title(contents)),
        WordParagraphs.Of(TemplateStyles.Subtitle, contents.Board),
        ProcedureWord.Facts(HandoverTexts.FactsCaption, Facts(contents, handover, madeBy)),
        ProcedureWord.Heading(HandoverTexts.CasesHeading),
        .. Cases(contents, text),
        ProcedureWord.Heading(HandoverTexts.AgreementsHeading),
        .. Deadlines(HandoverTexts.AgreementsHeading, contents.Agreements, text),
        ProcedureWord.Heading(HandoverTexts.DeadlinesHeading),
        .. Deadlines(HandoverTexts.DeadlinesHeading, contents.Deadlines, text),
        ProcedureWord.Heading(HandoverTexts.WheelHeading),
        .. Table(HandoverTexts.WheelHeading, [4700, 2500, 2154], HandoverTexts.WheelColumns, text, [.. contents.Wheel.Select(one => new[] { one.Title, one.Rule, one.Who ?? "sekretariatet" })]),
        ProcedureWord.Heading(HandoverTexts.DecisionsHeading),
        .. Table(HandoverTexts.DecisionsHeading, [1700, 3000, 4654], HandoverTexts.DecisionColumns, text, [.. contents.Decisions.Select(one => new[] { DanishFormat.PlainDate(one.Meeting), $"{one.Number}. {one.Title}", one.Decision })]),
        ProcedureWord.Heading(HandoverTexts.MembersHeading),
        .. Table(HandoverTexts.MembersHeading, [3400, 2400, 3554], HandoverTexts.MemberColumns, text, [.. contents.Members.Select(one => new[] { one.Party is { } party ? $"{one.Name} ({party})" : one.Name, one.Role, one.Organisation })]),
        ProcedureWord.Heading(HandoverTexts.DocumentsHeading),
        .. Table(HandoverTexts.DocumentsHeading, [4200, 5154], HandoverTexts.DocumentColumns, text, [.. contents.Documents.Select(one => new[] { one.Path, one.Sha256 ?? HandoverTexts.NoHash })]),
    ];

    private static IEnumerable<(string, string)> Facts(HandoverContents contents, Handover handover, string madeBy)
    {
        yield return ("Fra", contents.From);
        yield return ("Til", contents.To);
        yield return ("Sidste dag", DanishFormat.Date(contents.LastDay));
        yield return ("Overleveret", $"{DanishFormat.DateAndTime(handover.MadeAt)} af {madeBy}");
        yield return ("Fortegnelsens SHA-256", handover.Sha256);
    }

    private static IEnumerable<OpenXmlElement> Cases(HandoverContents contents, WordTextWriter text)
    {
        if (contents.Cases.Count == 0)
            yield return WordParagraphs.Of(TextStyles.Body.Paragraph, HandoverTexts.NoneOfIt);

        foreach (var element in contents.Cases.SelectMany(one => text.Of($"{one.Title}\n{string.Join('\n', one.Journey.Select(line => $"- {line}"))}", TextStyles.Body)))
            yield return element;

        foreach (var element in contents.Closed.SelectMany(one => text.Of($"- {HandoverTexts.Closed(one, contents)}", TextStyles.Body)))
            yield return element;
    }

    private static IEnumerable<OpenXmlElement> Deadlines(string caption, IReadOnlyList<HandedDeadline> deadlines, WordTextWriter text) => Table(
        caption, [5200, 2000, 2154], HandoverTexts.DeadlineColumns, text, [.. deadlines.Select(one => new[] { one.Title, DanishFormat.PlainDate(one.Date), one.Who ?? string.Empty })]);

    private static IEnumerable<OpenXmlElement> Table(string caption, int[] widths, string[] columns, WordTextWriter text, IReadOnlyList<string[]> rows) => rows.Count == 0
        ? [WordParagraphs.Of(TextStyles.Body.Paragraph, HandoverTexts.NoneOfIt)]
        : [ProcedureWord.Table(caption, widths, columns, rows.Select(row => row.Select(cell => text.Cell(cell, TemplateStyles.Person))))];
}
