using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using NodaTime;

namespace Klynge.Application.Workspace.Items;

/// <summary>The page on which an item is written, new or to be changed: its fields with what is saved, what is typed, and where the two differ.</summary>
public sealed record ItemPage
{
    public required MeetingView Meeting { get; init; }

    /// <summary>Of a new item the id that it will get, so that the same form sent again finds what it made.</summary>
    public required AgendaItemId ItemId { get; init; }

    /// <summary>On the agenda; 0 for a new item.</summary>
    public required int Number { get; init; }

    /// <summary>The version that is shown; 0 for a new item.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<ItemField> Fields { get; init; }

    /// <summary>The secretariat will be asked.</summary>
    public bool IsProposal { get; init; }

    public bool IsNew => Version == 0;

    /// <summary>Who else writes it now, by name.</summary>
    public IReadOnlyList<string> OtherWriters { get; init; } = [];

    /// <summary>When the newest of the drafts that are shown was kept; null where none is.</summary>
    public Instant? DraftFrom { get; init; }

    /// <summary>A draft was thrown away, and can be had back.</summary>
    public bool HasDiscarded { get; init; }

    /// <summary>Other new items of the reader's that they have begun on.</summary>
    public IReadOnlyList<BegunItem> Begun { get; init; } = [];

    /// <summary>Why it was not saved; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>Who may be meant as the presenter, where that is asked.</summary>
    public IReadOnlyList<string> Presenters { get; init; } = [];

    public LocalDate Today { get; init; }

    /// <summary>It comes after the time limit of the agenda, or after the agenda itself, so its reason is asked.</summary>
    public bool IsLate { get; init; }

    public bool HasConflict => Fields.Any(one => one.Standing is not null);
}

/// <summary>One field of the page.</summary>
/// <param name="Name">In drafts: see <see cref="ItemDraftFields"/>.</param>
/// <param name="Input">In the form.</param>
public sealed record ItemField(string Name, string Input, ItemFieldKind Kind, string Label)
{
    public string? Hint { get; init; }

    /// <summary>Of a section, empty where it has none; null for another field.</summary>
    public string? Heading { get; init; }

    /// <summary>As the item has it now.</summary>
    public string Saved { get; init; } = string.Empty;

    /// <summary>As the page shows it: what is saved, unless something has been typed.</summary>
    public string Shown { get; init; } = string.Empty;

    /// <summary>What others have saved meanwhile, to stand beside what was typed; null where there is nothing to choose.</summary>
    public string? Standing { get; init; }

    /// <summary>Of the draft; 0 for none.</summary>
    public int DraftVersion { get; init; }

    public bool IsTouched => !string.Equals(Shown, Saved, StringComparison.Ordinal);
}

public enum ItemFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of the kinds of an item.</summary>
    Choice,

    /// <summary>A long text in Markdown.</summary>
    LongText,

    /// <summary>One entry to a line.</summary>
    Lines,

    /// <summary>Yes or no: <c>true</c>, <c>false</c>.</summary>
    Check,
}
