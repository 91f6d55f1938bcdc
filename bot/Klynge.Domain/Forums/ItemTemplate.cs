using Klynge.Domain.Agendas;

namespace Klynge.Domain.Forums;

/// <summary>
/// Sagsskabelon: what a forum wants to read in every item, from its own template (»Skabelon for dagsordenspunkter«). It shapes the form; an
/// item may still have less, and sections of its own.
/// </summary>
public sealed record ItemTemplate
{
    public const int MaxSections = 7;

    private const string Case = "Sagsfremstilling";

    /// <summary>A forum without a template: one text.</summary>
    public static ItemTemplate Usual { get; } = new();

    /// <summary>The headings in their order: »Resumé«, »Borger-/patientperspektiv«, »Sagsfremstilling«, »Økonomi«. Empty where none are set.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>What leads into the recommendations where an item says nothing else: »Sekretariatet indstiller, at Chefforum«.</summary>
    public string? RecommendationLead { get; init; }

    /// <summary>The length in minutes that a new item begins with; null for none.</summary>
    public int? Minutes { get; init; }

    public bool IsUsual => Equals(Usual);

    /// <summary>Where a text goes that names no heading: the case itself, or whatever the forum reads first.</summary>
    internal string CaseHeading => Sections.FirstOrDefault(heading => heading.Contains(Case, StringComparison.OrdinalIgnoreCase)) ?? Sections.FirstOrDefault(Case);

    /// <summary>
    /// The sections to write in: those that the item has, and the template's others between them, empty. »Resumé, Økonomi« of an item and
    /// »Resumé, Sagsfremstilling, Økonomi« of the template are Resumé, Sagsfremstilling, Økonomi.
    /// </summary>
    /// <param name="sections">Of the item, without what leads into its recommendations.</param>
    public IReadOnlyList<AgendaSection> Fill(IReadOnlyList<AgendaSection> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var filled = sections.ToList();
        var place = 0;
        foreach (var heading in Sections)
        {
            var found = filled.FindIndex(section => heading.Equals(section.Heading, StringComparison.OrdinalIgnoreCase));
            if (found < 0)
                filled.Insert(place, new AgendaSection(heading, string.Empty));

            place = found < 0 ? place + 1 : Math.Max(place, found + 1);
        }

        return filled;
    }

    /// <summary>What leads into the recommendations, unless the item says so itself or recommends nothing.</summary>
    public AgendaItemContent LeadIn(AgendaItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Recommendations.Count > 0 && Agendas.RecommendationLead.Of(content) is null
            ? Agendas.RecommendationLead.Set(content, RecommendationLead)
            : content;
    }

    public bool Equals(ItemTemplate? other) =>
        other is not null && Sections.SequenceEqual(other.Sections, StringComparer.Ordinal)
        && RecommendationLead == other.RecommendationLead && Minutes == other.Minutes;

    public override int GetHashCode() => HashCode.Combine(Sections.Count, RecommendationLead, Minutes);
}
