using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Search;

/// <summary>What is found of all that has the words. It narrows what the reader may see and never widens it.</summary>
public sealed record SearchFilter
{
    /// <summary>Everything that has the words.</summary>
    public static SearchFilter None { get; } = new();

    public SearchKind Kind { get; init; }

    /// <summary>The meeting was, or will be, on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>On this day or earlier.</summary>
    public LocalDate? To { get; init; }

    /// <summary>What a recommendation came to, as the decision says it.</summary>
    public RecommendationOutcome? Outcome { get; init; }

    /// <summary>A name that stands in the item as it is written here: whoever presents it, or is named in its texts or its decision. Null for nobody.</summary>
    public string? Person { get; init; }
}

public enum SearchKind
{
    /// <summary>Every item on an agenda.</summary>
    Item = 0,

    /// <summary>Items that the forum has decided on.</summary>
    Decision,

    /// <summary>Items whose meeting has approved minutes.</summary>
    Minutes,

    /// <summary>Items that were sent out to be decided in writing, as far as the reader may know of it.</summary>
    Case,

    /// <summary>Items of which a deadline or an agreement came.</summary>
    Agreement,
}
