using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>What came of carrying something over to the library.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    internal sealed record Stored(MinutesFile File) : UploadOutcome;

    internal sealed record Published(PublishedFile File) : UploadOutcome;

    /// <summary>Nothing is stored: a person decides.</summary>
    internal sealed record Changed(DocumentChangedByOthers By) : UploadOutcome;

    /// <summary>Worth another try.</summary>
    internal sealed record Later(Error Why) : UploadOutcome;

    internal sealed record Never(Error Why) : UploadOutcome;
}
