using Klynge.Application.Ports;
using Microsoft.Graph.Models;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// The columns that the bot fills in, by their internal names: those never change, while people may call the columns what they like.
/// </summary>
internal static class LibraryColumns
{
    internal const string Forum = "KlyngeForum", Date = "KlyngeMoededato", Status = "KlyngeStatus", CaseNumber = "KlyngeSagsnummer";

    internal static readonly IReadOnlyList<string> All = [Forum, Date, Status, CaseNumber];

    /// <summary>What the set-up command makes.</summary>
    internal static ColumnDefinition Definition(string name) => name switch
    {
        Forum => Text(name, "Forum"),
        Date => new ColumnDefinition { Name = name, DisplayName = "Mødedato", Indexed = true, DateTime = new DateTimeColumn { Format = "dateOnly" } },
        Status => new ColumnDefinition
        {
            Name = name,
            DisplayName = "Status",
            Choice = new ChoiceColumn { Choices = ["Kladde", "Godkendt"], AllowTextEntry = true, DisplayAs = "dropDownMenu" },
        },
        CaseNumber => Text(name, "Sagsnummer"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such column."),
    };

    /// <summary>The values of the columns that are there; empty when none is.</summary>
    internal static Dictionary<string, object> Values(DocumentFacts facts, IReadOnlySet<string> columns)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal) { [Forum] = facts.Forum, [Status] = facts.Status };

        // SharePoint keeps a date as an instant and shows it in the site's own zone: noon is the same day in every zone of Europe.
        values[Date] = FormattableString.Invariant($"{facts.Date:uuuu-MM-dd}T12:00:00Z");
        if (facts.CaseNumber is { } number)
            values[CaseNumber] = number;

        return values.Where(value => columns.Contains(value.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static ColumnDefinition Text(string name, string title) =>
        new() { Name = name, DisplayName = title, Indexed = true, Text = new TextColumn { MaxLength = 255 } };
}
