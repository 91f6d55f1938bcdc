using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>The state of one meeting's minutes (referat) and where the document stands.</summary>
public sealed class MeetingMinutes
{
    public required MeetingId MeetingId { get; init; }

    public MinutesStatus Status { get; private set; } = MinutesStatus.Draft;

    /// <summary>Path in the document library, <c>forum/year/name.docx</c>; null until the first document is written.</summary>
    public string? DocumentPath { get; private set; }

    /// <summary>Lower-case hex SHA-256 of the document that was stored last.</summary>
    public string? DocumentHash { get; private set; }

    /// <summary>The library's own name for the version that was stored last: another one there means that somebody else has changed it.</summary>
    public string? DocumentVersion { get; private set; }

    /// <summary>Where a person opens the document, where the library has an address for it.</summary>
    public string? DocumentUrl { get; private set; }

    /// <summary>The PDF beside the document of approved minutes, in the library; null where the library renders none.</summary>
    public string? PdfPath { get; private set; }

    /// <summary>Where a person opens the PDF, where the library has an address for it.</summary>
    public string? PdfUrl { get; private set; }

    /// <summary>Names the text that the document was made of, so that a later change of an item is noticed before the minutes are approved.</summary>
    public string? TextHash { get; private set; }

    /// <summary>When the document was stored last; null again when imported minutes have been replaced, or an item was closed, and they wait to be written.</summary>
    public Instant? StoredAt { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    /// <summary>What imported minutes hold, as JSON, so that they can be written out again whole; null for meetings held with the bot.</summary>
    public string? ImportedDocument { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>What was approved stays as it is; imported minutes are approved before their document is written the first time.</summary>
    public bool IsFinal => Status == MinutesStatus.Approved && StoredAt is not null;

    public Result<Done> Store(MinutesFile file, Instant now)
    {
        if (IsFinal && file.TextHash != TextHash)
            return new MinutesAlreadyApproved();

        (DocumentPath, DocumentHash, DocumentVersion, DocumentUrl) = (file.Path, file.Hash, file.Version, file.Url);
        (TextHash, StoredAt) = (file.TextHash, now);
        Version++;
        return default(Done);
    }

    /// <param name="textHash">Of the text as it stands now.</param>
    /// <param name="now">The time of the approval.</param>
    public Result<Done> Approve(string textHash, Instant now)
    {
        if (Status == MinutesStatus.Approved)
            return new MinutesAlreadyApproved();

        if (Status == MinutesStatus.NeedsReview)
            return new MinutesNeedReview();

        if (StoredAt is null)
            return new MinutesNotWritten();

        if (textHash != TextHash)
            return new MinutesOutOfDate();

        (Status, ApprovedAt) = (MinutesStatus.Approved, now);
        Version++;
        return default(Done);
    }

    /// <summary>The library has marked the document as approved, which made another version of it, and may have rendered it as PDF.</summary>
    public void Publish(PublishedFile file)
    {
        DocumentVersion = file.Version;
        (PdfPath, PdfUrl) = (file.PdfPath ?? PdfPath, file.PdfPath is null ? PdfUrl : file.PdfUrl);
        Version++;
    }

    /// <summary>
    /// The document lies elsewhere now, because an item that it holds has been closed, and is written anew. Approved minutes stay approved: what
    /// was decided is the same, and the public document says less of it.
    /// </summary>
    public void TakeAway()
    {
        (DocumentVersion, DocumentUrl, StoredAt, PdfPath, PdfUrl) = (null, null, null, null, null);
        Version++;
    }

    /// <summary>
    /// Takes in minutes that somebody else wrote. Those of a meeting that was held are final when they come, unless the reader had doubts: then
    /// somebody has to look first. An agenda leaves the minutes to be written.
    /// </summary>
    public Result<Done> Import(string document, bool isHeld, bool needsReview, Instant now)
    {
        if (Status == MinutesStatus.Approved && ImportedDocument is null)
            return new MinutesAlreadyApproved();

        (ImportedDocument, StoredAt) = (document, null);
        (Status, ApprovedAt) = needsReview ? (MinutesStatus.NeedsReview, (Instant?)null) : isHeld ? (MinutesStatus.Approved, (Instant?)now) : (MinutesStatus.Draft, null);
        Version++;
        return default(Done);
    }
}

/// <summary>An agenda has no decisions yet; minutes have been held.</summary>
public enum MinutesKind
{
    Minutes,
    Agenda,
}

public enum MinutesStatus
{
    /// <summary>Kladde: for the secretariat and the chairs.</summary>
    Draft = 1,

    /// <summary>Godkendt: for everybody in the forum.</summary>
    Approved = 2,

    /// <summary>Skal gennemses: read out of a document with doubts. Only the secretariat finds it, and nothing follows from it.</summary>
    NeedsReview = 3,
}

/// <summary>A document of approved minutes as the library has it.</summary>
/// <param name="Version">The library's own name for it, see <see cref="MeetingMinutes.DocumentVersion"/>.</param>
/// <param name="PdfPath">In the library; null where it renders none.</param>
/// <param name="PdfUrl">Where a person opens the PDF; null where the host's own page does.</param>
public sealed record PublishedFile(string Version, string? PdfPath, string? PdfUrl);

/// <summary>A document of minutes as it was stored.</summary>
/// <param name="Path">In the library: <c>forum/year/name.docx</c>.</param>
/// <param name="Hash">Lower-case hex SHA-256 of what the bot wrote.</param>
/// <param name="Version">The library's own name for it, see <see cref="MeetingMinutes.DocumentVersion"/>.</param>
/// <param name="Url">Where a person opens it; null where the host's own page does.</param>
/// <param name="TextHash">Names the text that it was made of.</param>
public sealed record MinutesFile(string Path, string Hash, string Version, string? Url, string TextHash);
