namespace Klynge.Domain.Agendas;

/// <summary>
/// What leads into the numbered recommendations: »Strategisk Sundhedsstyregruppe indstiller, at Chefforum«. It is the item's last section, headed
/// »Indstilling«, as in documents: there the list follows right below.
/// </summary>
public static class RecommendationLead
{
    public const string Heading = "Indstilling";

    /// <summary>Null where the item says nothing of its own; a document then leads in with »Det indstilles, at …«.</summary>
    public static string? Of(AgendaItemContent content) => IsThere(content) ? content.Sections[^1].Text : null;

    /// <summary>The sections of the case itself.</summary>
    public static IReadOnlyList<AgendaSection> Without(AgendaItemContent content) => IsThere(content) ? [.. content.Sections.SkipLast(1)] : content.Sections;

    /// <param name="lead">Null or empty for none.</param>
    public static AgendaItemContent Set(AgendaItemContent content, string? lead)
    {
        var sections = Without(content);
        return content with { Sections = string.IsNullOrWhiteSpace(lead) ? sections : [.. sections, new AgendaSection(Heading, lead)] };
    }

    private static bool IsThere(AgendaItemContent content) =>
        content.Sections.Count > 0 && Heading.Equals(content.Sections[^1].Heading, StringComparison.OrdinalIgnoreCase);
}
