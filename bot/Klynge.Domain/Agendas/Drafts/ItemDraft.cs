using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas.Drafts;

/// <summary>
/// What one person has typed into one field of an item's page and not saved yet. It is the writer's alone, stands outside the record, and is
/// forgotten when the item is saved.
/// </summary>
public sealed class ItemDraft
{
    /// <summary>Nobody remembers for longer what they were about to write.</summary>
    public const int KeptForDays = 30;

    public const int MaxFieldLength = 140;

    /// <summary>More than an item may hold (<see cref="AgendaItemRules.MaxTextLength"/>): a text that is too long is cut by its writer, not by the draft.</summary>
    public const int MaxTextLength = 200_000;

    /// <summary>Of one person in one item.</summary>
    public const int MaxFields = 60;

    /// <summary>The item; of a new one the id that it will get.</summary>
    public required AgendaItemId ItemId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>As the page calls it: <c>title</c>, <c>section:Økonomi</c>.</summary>
    public required string Field { get; init; }

    public required ForumId ForumId { get; init; }

    public required MeetingId MeetingId { get; init; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>The version of the item that was typed over; 0 for a new one.</summary>
    public int Seen { get; private set; }

    /// <summary>Counts up with every change, so that two windows of one person notice each other.</summary>
    public int Version { get; private set; }

    /// <summary>The window that wrote last.</summary>
    public string Window { get; private set; } = string.Empty;

    /// <summary>Which of that window's writings it was.</summary>
    public int Turn { get; private set; }

    public Instant SavedAt { get; private set; }

    /// <summary>When its writer threw it away; it can be had back until the night after.</summary>
    public Instant? DiscardedAt { get; private set; }

    /// <summary>
    /// Takes what was typed. A window goes on from its own words whatever the network did with the answers: its third writing replaces its
    /// second, and the second that comes late replaces nothing. Another window must have seen what stands here: version 4 was read, somebody
    /// wrote version 5 in the other window, so the text for version 4 waits for a choice.
    /// </summary>
    public Result<Done> Write(DraftWriting writing, Instant now)
    {
        ArgumentNullException.ThrowIfNull(writing);
        var isOwn = writing.Window == Window;
        if (isOwn && writing.Turn <= Turn)
            return default(Done);

        if (!isOwn && Version > 0 && writing.SeenVersion != Version && DiscardedAt is null && writing.Text != Text)
            return new DraftWrittenElsewhere(Text, Version);

        (Text, Seen, Window, Turn, SavedAt, DiscardedAt) = (writing.Text, writing.Seen, writing.Window, writing.Turn, now, null);
        Version++;
        return default(Done);
    }

    public void Discard(Instant now) => DiscardedAt ??= now;

    public void TakeBack() => DiscardedAt = null;
}

/// <param name="Text">The whole field.</param>
/// <param name="Seen">The version of the item that was typed over; 0 for a new one.</param>
/// <param name="SeenVersion">The version of the draft that the window knows; 0 for none.</param>
/// <param name="Window">The window that writes.</param>
/// <param name="Turn">Counts the writings of a window, from 1.</param>
public sealed record DraftWriting(string Text, int Seen, int SeenVersion, string Window, int Turn);

/// <summary>The same person has written something else in another window.</summary>
/// <param name="Standing">What stands there.</param>
public sealed record DraftWrittenElsewhere(string Standing, int Version)
    : Error("Du har skrevet noget andet her i et andet vindue. Begge tekster vises, så du kan vælge.");

/// <summary>Nothing that the page of an item holds.</summary>
public sealed record DraftNotTaken()
    : Error("Kladden kan ikke gemmes: teksten er for lang, eller feltet findes ikke.");
