using Klynge.Domain.Calendar;

namespace Klynge.Domain.Deadlines;

/// <summary>A deadline of a forum's annual wheel (årshjul): what comes round, when, and who sees to it.</summary>
/// <param name="Title">Once in a wheel, by <see cref="Key"/>.</param>
public sealed record AnnualEntry(string Title, AnnualRule Rule)
{
    public const int LongestTitle = 150;

    /// <summary>As many as a wheel can hold.</summary>
    public const int Most = 60;

    /// <summary>Whoever has the role on the day; null for the secretariat alone.</summary>
    public Forums.Role? ResponsibleRole { get; init; }

    /// <summary>The person's key in the board file; null where a role, or nobody but the secretariat, sees to it.</summary>
    public string? ResponsiblePerson { get; init; }

    /// <summary>Names the entry: its title folded.</summary>
    public string Key => DanishText.Fold(Title);
}
