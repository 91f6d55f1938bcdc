using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>The people of one group, with only the columns that someone in the group fills.</summary>
internal static class PeopleTable
{
    private const int TotalWidth = 9354;

    public static Table Of(string group, IReadOnlyList<MinutesParticipant> people)
    {
        var columns = new List<(string Heading, Func<MinutesParticipant, string?> Value)>
        {
            (Texts.Name, person => person.Name),
            (Texts.Title, person => person.Title),
            (Texts.Organisation, person => person.Organisation),
            (Texts.Remark, Remark),
        };
        columns.RemoveAll(column => people.All(person => string.IsNullOrEmpty(column.Value(person))));
        var header = Row(columns.Select(column => column.Heading), TemplateStyles.PersonColumn);
        var rows = people.Select(person => Row(columns.Select(column => column.Value(person) ?? ""), TemplateStyles.Person));
        var widths = columns.Select(_ => TotalWidth / columns.Count).ToArray();
        return WordTables.Of(TemplateStyles.PeopleTable, Texts.PeopleCaption + group, widths, [header, .. rows], firstRowIsHeader: true);
    }

    private static string? Remark(MinutesParticipant person)
    {
        string?[] remarks =
        [
            Texts.RoleRemark(person.Role),
            person.Apology ? Texts.Apology : null,
            person.Substitute is { } substitute ? Texts.Substitute + substitute : null,
            person.SubstituteFor is { } member ? Texts.SubstituteFor + member : null,
            person.Party is { } party ? Texts.Party + party : null,
            person.Left is { } left ? Texts.Left + Texts.Clock(left) : null,
            person.OnlyItems is { } only ? Texts.OnlyItems + string.Join(", ", only) : null,
            person.AbsentFromItems.Count > 0 ? Texts.AbsentFromItems + string.Join(", ", person.AbsentFromItems) : null,
        ];
        return string.Join("; ", remarks.Where(remark => remark is not null));
    }

    private static TableRow Row(IEnumerable<string> cells, string style)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var cell in cells)
            row.Append(new TableCell(WordParagraphs.Of(style, cell.Replace('\n', ' ').Replace('\t', ' '))));

        return row;
    }
}
