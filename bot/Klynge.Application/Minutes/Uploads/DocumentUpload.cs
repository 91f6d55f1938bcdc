using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>
/// Something that is on its way to the library, saved in the transaction that asked for it. The library is reached afterwards, outside of
/// any transaction, as often as it takes; a later request for the same document takes the place of one that still waits.
/// </summary>
public sealed class DocumentUpload
{
    public required MeetingId MeetingId { get; init; }

    public required UploadTask Task { get; init; }

    public required ForumId ForumId { get; init; }

    /// <summary>Where it is to lie: <c>forum/year/name</c>.</summary>
    public required string Path { get; set; }

    /// <summary>The whole file, until it is stored.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Names the text that the file was made of.</summary>
    public string? TextHash { get; set; }

    /// <summary>The library's version that may be replaced; null for none.</summary>
    public string? Seen { get; set; }

    /// <summary>Who hears of it when it comes later than the answer in the chat.</summary>
    public PersonId? RequestedBy { get; set; }

    public UploadState State { get; set; } = UploadState.Waiting;

    /// <summary>Counts the requests, so that one that comes during an attempt is not taken for done.</summary>
    public int Revision { get; set; } = 1;

    public required Instant CreatedAt { get; set; }

    /// <summary>Not tried before this. An attempt moves it ahead first, so that no other host makes the same one.</summary>
    public required Instant DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed: the sentence for a person, without anything that a person wrote but the file's name.</summary>
    public string? Failure { get; set; }

    /// <summary>Whether a host is at it: it has moved the due time ahead, and nothing has come of it yet.</summary>
    internal bool IsBeingTried(Instant now) => State == UploadState.Waiting && Failure is null && DueAt > now;
}
