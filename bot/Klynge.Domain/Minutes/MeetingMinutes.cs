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

    public Instant? StoredAt { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    /// <summary>What imported minutes hold, as JSON, so that they can be written out again whole; null for meetings held with the bot.</summary>
    public string? ImportedDocument { get; set; }

    public int Version { get; private set; } = 1;

    public void Store(string path, string hash, Instant now)
    {
        (DocumentPath, DocumentHash, StoredAt) = (path, hash, now);
        Version++;
    }

    public Result<Done> Approve(Instant now)
    {
        if (Status == MinutesStatus.Approved)
        {
            return new MinutesAlreadyApproved();
        }

        (Status, ApprovedAt) = (MinutesStatus.Approved, now);
        Version++;
        return default(Done);
    }
}
