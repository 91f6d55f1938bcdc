using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Seals;

/// <summary>Where a package lies now: a case that is closed meanwhile moves to another place, and its package with it.</summary>
internal static class PackagePlaces
{
    /// <returns>Null when there is to be no such package: minutes that are being written anew, a case that is gone.</returns>
    internal static async Task<DocumentPath?> PlaceOfAsync(this KlyngeContext db, PackageSeal seal, CancellationToken cancellationToken) => seal.Kind switch
    {
        PackageKind.Evidence => await EvidenceAsync(db, seal, cancellationToken),
        PackageKind.Minutes => await MinutesAsync(db, seal, cancellationToken),
        PackageKind.Handover => await HandoverAsync(db, seal, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(seal), seal.Kind, "Unknown kind."),
    };

    private static async Task<DocumentPath?> EvidenceAsync(KlyngeContext db, PackageSeal seal, CancellationToken cancellationToken) =>
        await db.ViewProcedureAsync(seal.ForumId, new WrittenProcedureId(seal.SubjectId), cancellationToken) is { ClosedAt: not null } view
            ? ProcedureNames.Of(view, Texts.Evidence, AsicContainer.Extension)
            : null;

    private static async Task<DocumentPath?> MinutesAsync(KlyngeContext db, PackageSeal seal, CancellationToken cancellationToken)
    {
        var meeting = new MeetingId(seal.SubjectId);
        return await db.Minutes.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == meeting, cancellationToken) is { IsFinal: true } minutes
            ? DocumentPath.Parse(minutes.DocumentPath)?.WithExtension(AsicContainer.Extension)
            : null;
    }

    private static async Task<DocumentPath?> HandoverAsync(KlyngeContext db, PackageSeal seal, CancellationToken cancellationToken) =>
        await db.Handovers.AsNoTracking().SingleOrDefaultAsync(one => one.FromForumId == seal.ForumId, cancellationToken) is { } handover
            ? StoreHandover.PathOf(JsonColumn.Read<HandoverContents>(handover.Contents)).WithExtension(AsicContainer.Extension)
            : null;
}
