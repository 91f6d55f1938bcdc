using Klynge.Domain.Agendas;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// The headings of a case's text. An item has headed sections and a case one text, in which a line »# Økonomi« is a heading; so headings stay
/// headings from the item to the case, its ballot and protocol, and back to the next agenda.
/// </summary>
public static class CaseSections
{
    private const string Mark = "# ";

    /// <summary>The heading that a line is; null for a line of text.</summary>
    public static string? HeadingOf(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) && line[Mark.Length..].Trim() is { Length: > 0 } heading ? heading : null;

    /// <summary>
    /// The sections of an item as one text. The heading over the whole (»Sagsfremstilling«) is the form's own and not repeated at the top.
    /// </summary>
    public static string Join(IReadOnlyList<AgendaSection> sections, string ownHeading) => string.Join("\n\n", sections.Select((section, index) =>
        section.Heading is { Length: > 0 } heading && !(index == 0 && heading.Equals(ownHeading, StringComparison.OrdinalIgnoreCase))
            ? $"{Mark}{heading}\n{section.Text}"
            : section.Text));

    /// <summary>The text of a case as sections of an item: the summary first, then what stands before the first heading, then each heading's own.</summary>
    public static IReadOnlyList<AgendaSection> Of(CaseText text, string summaryHeading, string ownHeading)
    {
        var sections = new List<AgendaSection>();
        if (text.Summary is { } summary)
            sections.Add(new AgendaSection(summaryHeading, summary));

        var (heading, lines) = (ownHeading, new List<string>());
        foreach (var line in text.Presentation.Split('\n'))
        {
            if (HeadingOf(line) is { } next)
            {
                Close();
                (heading, lines) = (next, []);
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (string.Join('\n', lines).Trim() is { Length: > 0 } body)
                sections.Add(new AgendaSection(heading, body));
        }
    }
}
