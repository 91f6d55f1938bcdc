using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>The columns of a table of members.</summary>
internal enum TableColumn
{
    Key,
    Name,
    Title,
    Email,
    Organisation,
    Sector,
    Party,
    Role,
    Vote,
    Substitutes,
    From,
    To,
}

/// <summary>What the head of a column may say.</summary>
internal static class TableColumns
{
    /// <summary>The first word of each is what the export writes.</summary>
    private static readonly Dictionary<TableColumn, string[]> Words = new()
    {
        [TableColumn.Key] = ["nøgle", "key"],
        [TableColumn.Name] = ["navn", "name", "fulde navn", "navne"],
        [TableColumn.Title] = ["titel", "stilling", "stillingsbetegnelse", "title"],
        [TableColumn.Email] = ["e-mail", "mail", "email", "e-mailadresse", "mailadresse", "e-post"],
        [TableColumn.Organisation] = ["organisation", "kommune", "myndighed", "arbejdssted", "udpeget af", "repræsenterer"],
        [TableColumn.Sector] = ["sektor", "sector"],
        [TableColumn.Party] = ["parti", "liste", "partibogstav", "listebogstav", "party"],
        [TableColumn.Role] = ["rolle", "funktion", "hverv", "role"],
        [TableColumn.Vote] = ["stemmeret", "stemme", "vote"],
        [TableColumn.Substitutes] = ["stedfortrædere", "stedfortræder", "suppleant", "suppleanter", "substitute", "substitutes"],
        [TableColumn.From] = ["fra", "første dag", "startdato", "start", "tiltrådt", "from"],
        [TableColumn.To] = ["til", "sidste dag", "slutdato", "slut", "fratrådt", "to"],
    };

    internal static IEnumerable<string> Heads => Enum.GetValues<TableColumn>().Select(HeadOf);

    internal static string HeadOf(TableColumn column) => DanishFormat.Capitalised(Words[column][0]);

    internal static TableColumn? Find(string head)
    {
        var folded = DanishText.Fold(head.TrimEnd(':', '*', ' '));
        foreach (var (column, words) in Words)
        {
            if (words.Any(word => DanishText.Fold(word) == folded))
                return column;
        }

        return null;
    }

    /// <summary>The head that was meant by a slip of the keyboard, to ask about; null for none.</summary>
    internal static string? Near(string head) =>
        BoardFile.Nearest.Of(DanishText.Fold(head), Words.Values.SelectMany(words => words).Select(DanishText.Fold)) is { } near
            ? Words.Values.SelectMany(words => words).First(word => DanishText.Fold(word) == near) : null;
}
