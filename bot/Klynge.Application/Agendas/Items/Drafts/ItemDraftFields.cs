using System.Globalization;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>
/// What the fields of an item's page are called, in the page and in drafts. A section goes by its heading, so that one that comes or goes
/// meanwhile moves nobody's words below another's name.
/// </summary>
public static class ItemDraftFields
{
    public const string Title = ItemForm.Title;
    public const string Kind = ItemForm.Kind;
    public const string Presenter = ItemForm.Presenter;
    public const string Minutes = ItemForm.Minutes;
    public const string Lead = ItemForm.Lead;
    public const string Recommendations = ItemForm.Recommendations;
    public const string LateReason = ItemForm.LateReason;
    public const string CaseNumber = ItemForm.CaseNumber;
    public const string MayBeDropped = ItemForm.MayBeDropped;
    public const string Closed = ItemForm.Closed;
    public const string ClosedBecause = ItemForm.ClosedBecause;

    private const string SectionPrefix = "section:";

    private static readonly string[] Plain =
        [Title, Kind, Presenter, Minutes, Lead, Recommendations, LateReason, CaseNumber, MayBeDropped, Closed, ClosedBecause];

    public static bool IsOne(string? field) => field is { Length: > 0 and <= ItemDraft.MaxFieldLength }
        && (Plain.Contains(field, StringComparer.Ordinal) || field.StartsWith(SectionPrefix, StringComparison.Ordinal)) && !field.Any(char.IsControl);

    /// <summary>The names of sections in their order: of two with one heading the second is »section:Økonomi#2«.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<AgendaSection> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sections.Select(section =>
        {
            var heading = section.Heading is { Length: > AgendaItemRules.MaxHeadingLength } ? section.Heading[..AgendaItemRules.MaxHeadingLength] : section.Heading ?? string.Empty;
            var count = met[heading] = met.GetValueOrDefault(heading) + 1;
            return SectionPrefix + heading + (count > 1 ? "#" + count.ToString(CultureInfo.InvariantCulture) : string.Empty);
        })];
    }

    /// <summary>The heading of a section by its name; null for another field.</summary>
    internal static string? HeadingOf(string field)
    {
        if (!field.StartsWith(SectionPrefix, StringComparison.Ordinal))
            return null;

        var heading = field[SectionPrefix.Length..];
        var mark = heading.LastIndexOf('#');
        return mark >= 0 && mark < heading.Length - 1 && heading.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? heading[..mark] : heading;
    }
}
