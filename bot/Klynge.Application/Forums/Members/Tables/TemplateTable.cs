using Klynge.Application.Forums.Templates;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>A template's seats as a table in which only the names are missing: a line without one is asked about and makes nothing.</summary>
/// <example><c>Navn;Rolle;Organisation;Sektor</c>, then <c>;formand;Regionen;region</c></example>
internal static class TemplateTable
{
    private static readonly TableColumn[] Columns = [TableColumn.Name, TableColumn.Role, TableColumn.Organisation, TableColumn.Sector];

    /// <param name="template">Null for none: the table is empty.</param>
    /// <param name="forum">Of several forums the template's one on the same rung is meant.</param>
    internal static string Of(ForumTemplate? template, Forum forum)
    {
        if (template is null)
            return string.Empty;

        var described = template.Forums.FirstOrDefault(one => one.Level == forum.Level) ?? template.Forums[0];
        var rows = ForumTemplate.ToFill(described)
            .Select(seat => new[] { string.Empty, seat.Role.Danish(), seat.Organisation, seat.Sector == seat.Organisation ? string.Empty : seat.Sector });
        return TableText.Write([[.. Columns.Select(TableColumns.HeadOf)], .. rows]).ReplaceLineEndings("\n").TrimEnd();
    }
}
