using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// A file that a case has put where open documents lie. It is on record before the file is there, so a crash leaves none that nobody knows.
/// When the case is made »Lukket sag« the file has to leave, and from that moment on nobody reads it by a link of ours. The row stays: the
/// versions of the case, which nothing alters, name the old place, and this says where the file lies.
/// </summary>
public sealed class OpenCopy
{
    public required string Path { get; init; }

    public required WrittenProcedureId ProcedureId { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Where it moves to; null for one that no record names, which is deleted.</summary>
    public string? MovesTo { get; private set; }

    /// <summary>It has to leave, and is not tried before this; null for one that stays.</summary>
    public Instant? DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When it was gone from there.</summary>
    public Instant? LeftAt { get; private set; }

    internal void Leave(DocumentPath? movesTo, Instant now) => (MovesTo, DueAt) = (movesTo?.ToString(), now);

    internal void Postpone(Instant due) => (DueAt, Attempts) = (due, Attempts + 1);

    internal void HasLeft(Instant now) => LeftAt = now;
}

/// <summary>Which files of a closed case lie where open ones do, and where they go.</summary>
internal static class OpenCopies
{
    /// <summary>The files that have to leave, or have left: nobody opens them there, and no other case takes them for its own.</summary>
    internal static Task<bool> IsLeavingAsync(this KlyngeContext db, IReadOnlyCollection<string> paths) =>
        db.OpenCopies.AnyAsync(copy => paths.Contains(copy.Path) && copy.DueAt != null);

    /// <summary>A copy that was taken for this write, and that a closed case takes away from there meanwhile; null when none is. Trying again takes another.</summary>
    internal static async Task<AttachmentNotCopied?> LostCopyAsync(this WriteScope scope, IReadOnlyList<CaseAttachment> frozen)
    {
        foreach (var attachment in frozen.Where(one => one.Path is not null))
        {
            if (await scope.Db.IsLeavingAsync([attachment.Path!]))
                return new AttachmentNotCopied(attachment.Name, Texts.TryAgain);
        }

        return null;
    }

    /// <summary>
    /// Has every file of a case that is closed now leave the place of open documents: what was frozen for earlier versions, what an opening
    /// that came to nothing left behind, and what was written before there was a place for closed documents. A file that an open case has
    /// frozen, too, is that case's as well, under a name that says nothing of this one, and stays.
    /// </summary>
    /// <param name="scope">The write that closes the case.</param>
    /// <param name="procedure">The case as it is now.</param>
    internal static async Task LeaveOpenPlaceAsync(this WriteScope scope, WrittenProcedure procedure)
    {
        var targets = await TargetsAsync(scope, procedure);
        var known = await scope.Db.OpenCopies.Where(copy => copy.ProcedureId == procedure.Id).ToListAsync();
        var paths = targets.Keys.Concat(known.Select(copy => copy.Path)).Distinct(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
            return;

        var shared = await SharedAsync(scope.Db, procedure, paths);
        var others = await scope.Db.OpenCopies.Where(copy => copy.ProcedureId != procedure.Id && copy.DueAt != null && paths.Contains(copy.Path)).ToListAsync();
        foreach (var path in paths.Where(path => !shared.Contains(path)))
        {
            var copy = known.Find(one => one.Path == path);
            if (copy is null)
            {
                copy = new OpenCopy { Path = path, ProcedureId = procedure.Id, CreatedAt = scope.Now };
                scope.Db.OpenCopies.Add(copy);
            }

            // Another closed case has the same file: there is one of it, which has one place to go to.
            var other = others.Find(one => one.Path == path);
            if (copy.DueAt is null)
                copy.Leave(DocumentPath.Parse(other?.MovesTo) ?? targets.GetValueOrDefault(path), scope.Now);

            if (other is { LeftAt: not null, MovesTo: not null })
                copy.HasLeft(scope.Now);
        }
    }

    /// <returns>Every file in the open place that the record of the case names, with its place among the closed ones.</returns>
    private static async Task<Dictionary<string, DocumentPath>> TargetsAsync(WriteScope scope, WrittenProcedure procedure)
    {
        var id = procedure.Id;
        var versions = await scope.Db.CaseVersions.AsNoTracking().Where(version => version.ProcedureId == id).ToListAsync();
        var frozen = versions.SelectMany(version => version.Case.Attachments).Concat(procedure.Case.Attachments).Where(one => one.IsFrozen).ToList();
        var closed = frozen.Select(one => (one.Sha256, Path: DocumentPath.Parse(one.Path)))
            .Where(one => one.Path is { IsClosed: true })
            .DistinctBy(one => one.Sha256, StringComparer.Ordinal)
            .ToDictionary(one => one.Sha256!, one => one.Path!, StringComparer.Ordinal);
        var targets = new Dictionary<string, DocumentPath>(StringComparer.Ordinal);
        foreach (var attachment in frozen)
        {
            if (DocumentPath.Parse(attachment.Path) is { IsClosed: false } path)
                targets[attachment.Path!] = closed.GetValueOrDefault(attachment.Sha256!) ?? ClosedNameOf(path, attachment.Sha256!);
        }

        foreach (var (path, target) in await DocumentTargetsAsync(scope, procedure))
            targets[path] = target;

        return targets;
    }

    private static DocumentPath ClosedNameOf(DocumentPath path, string hash) =>
        DocumentPath.Of(path.Forum, path.Year, Texts.ClosedFrozenName(hash), Path.GetExtension(path.Name)).AsClosed();

    /// <summary>Protocol, remarks, PDF and package, which bore the case's title before there was a place for closed documents.</summary>
    private static async Task<List<(string Path, DocumentPath Target)>> DocumentTargetsAsync(WriteScope scope, WrittenProcedure procedure)
    {
        var id = procedure.Id;
        var documents = await scope.Db.ProcedureDocuments.AsNoTracking().Where(document => document.ProcedureId == id).ToListAsync();
        if (documents.Count == 0)
            return [];

        var forum = await scope.Db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == procedure.ForumId);
        var view = ProcedureView.Of(procedure, forum);
        var open = view with { Case = view.Case with { IsClosed = false } };
        var files = documents
            .SelectMany(document => new[] { (document.Kind, document.Path), (document.Kind, Path: document.PdfPath) })
            .Select(file => (Kind: ProcedureNames.KindName(file.Kind), Path: DocumentPath.Parse(file.Path)))
            .Append((Kind: Texts.Evidence, Path: ProcedureNames.Of(open, Texts.Evidence, AsicContainer.Extension)))
            .Append((Kind: Texts.Evidence, Path: ProcedureNames.Of(open, Texts.Evidence, ".zip"))); // From before there were containers.
        return
        [
            .. files.Where(file => file.Path is { IsClosed: false })
                .Select(file => (file.Path!.ToString(), ProcedureNames.Of(view, file.Kind, Path.GetExtension(file.Path.Name)))),
        ];
    }

    private static async Task<HashSet<string>> SharedAsync(KlyngeContext db, WrittenProcedure procedure, List<string> paths)
    {
        var (id, forum) = (procedure.Id, procedure.ForumId);
        var others = await db.CaseVersions.AsNoTracking()
            .Join(db.WrittenProcedures.Where(other => other.ForumId == forum && other.Id != id), version => version.ProcedureId, other => other.Id,
                (version, other) => new { Frozen = version.Case, Now = other.Case })
            .ToListAsync();
        return
        [
            .. others.Where(other => !other.Now.IsClosed)
                .SelectMany(other => other.Frozen.Attachments)
                .Select(attachment => attachment.Path)
                .Where(path => path is not null && paths.Contains(path, StringComparer.Ordinal))
                .Select(path => path!),
        ];
    }
}

/// <summary>Puts a file of a case on record before it is stored where open documents lie.</summary>
public sealed class NoteOpenCopy(Writer writer)
{
    private static readonly WriteIntent Intent = new(nameof(NoteOpenCopy), Caller.System, IsOnRecord: false);

    /// <returns>False for a path that has been left: the file takes another name.</returns>
    internal async Task<bool> HandleAsync(WrittenProcedureId procedure, DocumentPath path, CancellationToken cancellationToken)
    {
        var noted = await writer.WriteAsync<Noted>(Intent, async scope =>
        {
            var name = path.ToString();
            if (await scope.Db.IsLeavingAsync([name]))
                return new Noted(false);

            if (await scope.Db.OpenCopies.FindAsync(name, procedure) is null)
                scope.Db.OpenCopies.Add(new OpenCopy { Path = name, ProcedureId = procedure, CreatedAt = scope.Now });

            return new Noted(true);
        }, cancellationToken);
        return noted.Value.IsFree;
    }

    private sealed record Noted(bool IsFree);
}
