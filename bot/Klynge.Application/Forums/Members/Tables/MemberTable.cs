using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>A table of members as it was read, before anybody in it is looked up.</summary>
/// <param name="Rows">Each with its line in the table.</param>
/// <param name="Questions">What could not be understood, a sentence each with its line. With one of them nothing is done.</param>
public sealed record MemberTable(IReadOnlyList<TableRow> Rows, IReadOnlyList<string> Questions)
{
    public const int MaxRows = 500;
    internal const int MaxRowsAboveHeads = 5;

    /// <summary>As in a sheet: what is wider or longer is no table of people, and would be slow to ask about.</summary>
    private const int MaxColumns = 50;
    private const int MaxCellLength = 2_000;

    /// <summary>Reads text that was copied from Excel or Word, or a .csv file.</summary>
    public static Result<MemberTable> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > TableText.MaxLength)
            return new TableTooLarge();

        return TableText.Read(text).TryGet(out var cells, out var error) ? Read(cells) : error;
    }

    /// <summary>Reads rows of cells, such as a sheet's.</summary>
    public static Result<MemberTable> Read(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count > MaxRows + MaxRowsAboveHeads || cells.Any(row => row.Count > MaxColumns || row.Any(cell => cell.Length > MaxCellLength)))
            return new TableTooLarge();

        var head = cells.Take(MaxRowsAboveHeads).Index().FirstOrDefault(row => row.Item.Any(cell => TableColumns.Find(cell) is TableColumn.Name or TableColumn.Key), (-1, []));
        if (head.Index < 0)
            return new TableHasNoHeads(DanishFormat.List(TableColumns.Heads));

        var questions = new List<string>();
        var columns = ColumnsOf(head.Item, questions);
        var rows = new List<TableRow>();
        foreach (var (index, row) in cells.Index().Skip(head.Index + 1).Where(row => row.Item.Any(cell => !string.IsNullOrWhiteSpace(cell))))
        {
            var reader = new TableRowReader(columns, row, index + 1, questions);
            if (reader.Read() is { } read)
                rows.Add(read);
        }

        return rows.Count == 0 && questions.Count == 0 ? new TableIsEmpty() : new MemberTable(rows, questions);
    }

    private static Dictionary<int, TableColumn> ColumnsOf(IReadOnlyList<string> heads, List<string> questions)
    {
        var columns = new Dictionary<int, TableColumn>();
        foreach (var (index, head) in heads.Index().Where(head => !string.IsNullOrWhiteSpace(head.Item)))
        {
            if (TableColumns.Find(head) is not { } column)
                questions.Add(TableTexts.UnknownHead(head, TableColumns.Near(head)));
            else if (columns.ContainsValue(column))
                questions.Add(TableTexts.HeadTwice(head));
            else
                columns[index] = column;
        }

        return columns;
    }
}

/// <summary>One line of a table: who, and what it says of the seat. A column that is not there says nothing; an empty cell says that there is none.</summary>
public sealed record TableRow(int Line, PersonName Who, SeatFacts Facts)
{
    /// <summary>The substitutes as they stand in the cell, to be parted when it is known who is called what.</summary>
    public string? Substitutes { get; init; }
}

/// <summary>Reads the cells of one line.</summary>
internal sealed class TableRowReader(Dictionary<int, TableColumn> columns, IReadOnlyList<string> cells, int line, List<string> questions)
{
    /// <summary>In the column of keys: somebody else who has the same name as one on record.</summary>
    private const string Another = "ny";

    internal TableRow? Read()
    {
        if (cells.Where((cell, index) => !string.IsNullOrWhiteSpace(cell) && !columns.ContainsKey(index)).FirstOrDefault() is { } loose && !HasUnknownHeads())
            questions.Add(TableTexts.CellWithoutHead(line, loose));

        var (name, key) = (Of(TableColumn.Name) ?? string.Empty, Of(TableColumn.Key));
        var isAnother = string.Equals(key, Another, StringComparison.OrdinalIgnoreCase);
        if (name.Length == 0 && string.IsNullOrEmpty(key))
        {
            questions.Add(TableTexts.NameMissing(line));
            return null;
        }

        var who = new PersonName(name, NullIfEmpty(Of(TableColumn.Email)), NullIfEmpty(Of(TableColumn.Title)), isAnother ? null : NullIfEmpty(key), isAnother);
        var (to, hasTo) = (DateOf(TableColumn.To), Of(TableColumn.To) is not null);
        var facts = new SeatFacts
        {
            Role = RoleOf(),
            Organisation = NullIfEmpty(Of(TableColumn.Organisation)),
            Sector = Of(TableColumn.Sector),
            Party = Of(TableColumn.Party),
            HasVote = VoteOf(),
            From = DateOf(TableColumn.From),
            To = to,
            HasNoEnd = hasTo && string.IsNullOrEmpty(Of(TableColumn.To)),
        };
        return new TableRow(line, who, facts) { Substitutes = Of(TableColumn.Substitutes) };
    }

    /// <summary>Asked about once, at its head.</summary>
    private bool HasUnknownHeads() => questions.Exists(question => question.StartsWith(TableTexts.Head, StringComparison.Ordinal));

    /// <returns>The cleaned text of the cell; null where the table has no such column.</returns>
    private string? Of(TableColumn column)
    {
        foreach (var (index, one) in columns)
        {
            if (one == column)
                return index < cells.Count ? column == TableColumn.Substitutes ? cells[index].Trim() : DanishText.Clean(cells[index]) : string.Empty;
        }

        return null;
    }

    private Role? RoleOf()
    {
        if (Of(TableColumn.Role) is not { Length: > 0 } written)
            return null;

        if (TableRoles.Find(written) is { } role)
            return role;

        questions.Add(TableTexts.UnknownRole(line, written));
        return null;
    }

    private bool? VoteOf()
    {
        if (Of(TableColumn.Vote) is not { Length: > 0 } written)
            return null;

        switch (DanishText.Fold(written))
        {
            case "ja" or "j" or "x" or "yes" or "true" or "1":
                return true;
            case "nej" or "n" or "-" or "no" or "false" or "0":
                return false;
            default:
                questions.Add(TableTexts.UnknownVote(line, written));
                return null;
        }
    }

    private LocalDate? DateOf(TableColumn column)
    {
        if (Of(column) is not { Length: > 0 } written)
            return null;

        if (TableDates.Find(written) is { } date)
            return date;

        questions.Add(TableTexts.UnknownDate(line, written));
        return null;
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
