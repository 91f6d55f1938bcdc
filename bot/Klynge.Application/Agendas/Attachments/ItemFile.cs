using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>
/// A file on its way to an agenda item: dropped into somebody's chat or linked to, then answered for (which item, read or not), then fetched
/// by a job and kept in the library. The row stays as long as the file does, and says where it lies.
/// </summary>
public sealed class ItemFile
{
    private static readonly Duration UploadTurn = Duration.FromMinutes(10);

    /// <summary>Of the attachment that it becomes.</summary>
    public required AttachmentId Id { get; init; }

    /// <summary>Who gave it, and is told what becomes of it.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>As it will be listed.</summary>
    public required string Name { get; set; }

    /// <summary>Where it is fetched. Whoever has the address of a dropped file has the file, so it goes as soon as it has been used or given up.</summary>
    public string? Source { get; private set; }

    /// <summary>A link that a person typed, which is kept as the address of the attachment where nothing can be read there.</summary>
    public required bool IsLink { get; init; }

    public required Instant ReceivedAt { get; init; }

    public ItemFileState State { get; private set; } = ItemFileState.Asked;

    public ForumId? ForumId { get; private set; }

    public AgendaItemId? ItemId { get; private set; }

    public bool IsRequiredReading { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>It is a new version of that one.</summary>
    public AttachmentId? Replaces { get; private set; }

    public string? Change { get; private set; }

    /// <summary>Why it comes after the time limit of bilag; null where nobody says.</summary>
    public string? LateReason { get; private set; }

    /// <summary>In the library; written down before anything is there.</summary>
    public string? Path { get; private set; }

    /// <summary>The job has something to do with it, and not before this. An attempt moves it ahead first, so that no other host makes the same one.</summary>
    public Instant? DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Since when the job has tried what it tries now.</summary>
    public Instant? TriedSince { get; private set; }

    /// <summary>Why the last attempt failed: the sentence for the person.</summary>
    public string? Failure { get; private set; }

    /// <summary>The item has been closed and the file still lies among the open ones: until it is there, nobody reads it.</summary>
    public string? MovesTo { get; private set; }

    internal static ItemFile Dropped(PersonId person, string name, string url, Instant now) => new()
    {
        Id = AttachmentId.New(),
        PersonId = person,
        Name = name,
        Source = url,
        IsLink = false,
        ReceivedAt = now,
    };

    /// <summary>Given on a page, with its content: there is nowhere to fetch it.</summary>
    internal static ItemFile Uploaded(PersonId person, string name, Instant now) => new()
    {
        Id = AttachmentId.New(),
        PersonId = person,
        Name = name,
        IsLink = false,
        ReceivedAt = now,
    };

    internal static ItemFile Linked(AttachmentId id, PersonId person, string name, string url, Instant now) => new()
    {
        Id = id,
        PersonId = person,
        Name = name,
        Source = url,
        IsLink = true,
        ReceivedAt = now,
    };

    /// <summary>Whoever gave it has said where it belongs. One whose content came with it is stored by whoever took it, so the job leaves it alone for so long.</summary>
    internal void Answer(ForumId forum, AgendaItemId item, FileAnswer answer, Instant now)
    {
        (ForumId, ItemId, Name) = (forum, item, answer.Name);
        (IsRequiredReading, IsClosed, Replaces, Change, LateReason) = (answer.IsRequiredReading, answer.IsClosed, answer.Replaces, answer.Change, answer.LateReason);
        (State, DueAt, TriedSince) = (ItemFileState.Waiting, Source is null ? now + UploadTurn : now, now);
    }

    /// <summary>Whether this is what has been said of it: the same form sent again, and not another answer that would be lost.</summary>
    internal bool Has(FileAnswer answer) =>
        (Name, IsRequiredReading, IsClosed, Replaces, Change ?? string.Empty, LateReason ?? string.Empty)
        == (DanishText.Clean(answer.Name), answer.IsRequiredReading, answer.IsClosed, answer.Replaces, DanishText.Clean(answer.Change), DanishText.Clean(answer.LateReason));

    internal void Try(Instant next)
    {
        DueAt = next;
        Attempts++;
    }

    internal void StoreAt(string path) => Path = path;

    internal void Postpone(Instant next, string why) => (DueAt, Failure) = (next, why);

    internal void Keep() => (State, Source, DueAt, Failure, Attempts) = (ItemFileState.Kept, null, null, null, 0);

    internal void Fail(string why) => (State, Source, DueAt, Failure) = (ItemFileState.Failed, null, null, why);

    internal void Drop() => (State, Source, DueAt) = (ItemFileState.Dropped, null, null);

    internal void Leave(string movesTo, Instant now) => (MovesTo, DueAt, TriedSince, Attempts) = (movesTo, now, now, 0);

    internal void HasMoved(string to) => (Path, MovesTo, DueAt, Failure, Attempts) = (to, null, null, null, 0);
}

/// <summary>What a person has said about a file.</summary>
/// <param name="Name">As it will be listed.</param>
/// <param name="Replaces">The attachment that it is a new version of; null for a new one.</param>
/// <param name="Change">What is new in the version; null where nobody says.</param>
/// <param name="LateReason">Why it comes after the time limit of bilag; null where nobody says.</param>
public sealed record FileAnswer(string Name, bool IsRequiredReading, bool IsClosed, AttachmentId? Replaces, string? Change, string? LateReason = null);

public enum ItemFileState
{
    /// <summary>The person has been asked where it belongs.</summary>
    Asked = 1,

    /// <summary>It is fetched and kept.</summary>
    Waiting = 2,

    /// <summary>It stands at its item.</summary>
    Kept = 3,

    /// <summary>Given up, and the person told why.</summary>
    Failed = 4,

    /// <summary>The person said no, or nothing for a day.</summary>
    Dropped = 5,
}
