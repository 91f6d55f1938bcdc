namespace Klynge.Domain.Minutes;

public sealed record MinutesItem
{
    /// <summary>The number that the document prints. An item that stands between the numbered ones ("Eventuelt") often has none.</summary>
    public int? Number { get; init; }

    public required string Title { get; init; }

    public string? Presenter { get; init; }

    public MinutesSlot? Slot { get; init; }

    /// <summary>The length that the document prints. It may disagree with <see cref="Slot"/>: that is a warning, never a correction.</summary>
    public int? Minutes { get; init; }

    /// <summary>A closed item ("lukket punkt") never belongs in public minutes; leaving its text out is the caller's decision.</summary>
    public bool IsClosed { get; init; }

    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];

    /// <summary>What the forum is asked to do, one entry each, without the leading "Det indstilles, at …" and without its number.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public string? Decision { get; init; }
}
