using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>
/// The one answer to »may this person read this document?«: for a page that serves it, and for the bot, which reads a document only for
/// somebody who could open it. A document has the rights of what it was made of: a case's of the case, minutes of how far they are. An item's
/// attachments are read by whoever is asked to contribute to it, too. What
/// is on no record, such as a frozen attachment, has those of the folder that it lies in. What a closed case has left behind among the open
/// ones is on its way out, and nobody reads it there.
/// </summary>
public static class DocumentRights
{
    /// <summary>The second is from before there were containers.</summary>
    private static readonly string[] Packages = [AsicContainer.Extension, ".zip"];

    /// <param name="db">A context to read with.</param>
    /// <param name="person">Who wants to read.</param>
    /// <param name="path">In the library; it need not exist.</param>
    /// <param name="today">Danish date: seats begin and end.</param>
    public static async Task<bool> MayReadAsync(this KlyngeContext db, PersonId person, DocumentPath path, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(path);
        path = await db.AsOnRecordAsync(path);
        if (await db.IsLeavingAsync([path.ToString()]) || await db.IsLeavingWithItemAsync(path.ToString()) || await db.IsLeavingWithMinutesAsync(path))
            return false;

        if (await db.IsExcludedFromAsync(person, path.ToString()))
            return false;

        var found = await db.CaseOfAsync(path) ?? await db.MeetingOfAsync(path);
        if (found is { } owner)
        {
            return (await db.EnterAsync(new Caller(person), owner.Forum, owner.Needed, today)).IsSuccess
                || (owner.Case is { } id && await db.AnswersInAsync(person, owner.Forum, id, today));
        }

        if (await db.ContributesToItemOfAsync(person, path.ToString(), today) || await db.ReadsWhereSentAsync(person, path.ToString(), today))
            return true;

        // A folder's name may be that of two forums (»A/B« and »A-B«): then both must let the person in.
        var forums = (await db.Forums.AsNoTracking().ToListAsync())
            .FindAll(forum => string.Equals(SafeName.Of(forum.Name), path.Forum, StringComparison.OrdinalIgnoreCase));
        foreach (var forum in forums)
        {
            if (!(await db.EnterAsync(new Caller(person), forum.Id, NeededIn(path), today)).IsSuccess)
                return false;
        }

        return forums.Count > 0;
    }

    /// <summary>Whether the content is for those only who may read closed items: it lies where closed documents lie, or its case is closed.</summary>
    public static async Task<bool> IsClosedAsync(this KlyngeContext db, DocumentPath path)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(path);
        return path.IsClosed || await db.CaseOfAsync(await db.AsOnRecordAsync(path)) is { Needed: Permission.ReadClosedItems };
    }

    /// <summary>A package of evidence holds every vote and who recorded it, so it is for those who may make one.</summary>
    private static Permission NeededIn(DocumentPath path) =>
        Packages.Any(extension => path.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) ? Permission.CloseWrittenProcedure
        : path.IsClosed ? Permission.ReadClosedItems
        : Permission.ReadAgenda;

    private static async Task<Owner?> CaseOfAsync(this KlyngeContext db, DocumentPath path)
    {
        var text = path.ToString();
        var found = await db.ProcedureDocuments.AsNoTracking()
            .Where(document => document.Path == text || document.PdfPath == text)
            .Join(db.WrittenProcedures, document => document.ProcedureId, procedure => procedure.Id, (_, procedure) => procedure)
            .FirstOrDefaultAsync();
        return found is null ? null : new Owner(found.ForumId, CaseRights.NeededFor(found.OpenedAt is not null, found.Case.IsClosed || path.IsClosed), found.Id);
    }

    private static async Task<Owner?> MeetingOfAsync(this KlyngeContext db, DocumentPath path)
    {
        var text = path.ToString();
        var found = await db.Minutes.AsNoTracking()
            .Where(minutes => minutes.DocumentPath == text || minutes.PdfPath == text)
            .Join(db.Meetings, minutes => minutes.MeetingId, meeting => meeting.Id, (minutes, meeting) => new { meeting.ForumId, minutes.Status })
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new Owner(found.ForumId, NeededIn(found.Status), Case: null);
    }

    /// <summary>An attachment of an item that was sent on is read in the forum that it was sent to, as long as that has it, and nothing of it is closed.</summary>
    private static async Task<bool> ReadsWhereSentAsync(this KlyngeContext db, PersonId person, string path, LocalDate today)
    {
        foreach (var (forum, needed) in await db.ForumsWhereSentAsync(path))
        {
            if ((await db.EnterAsync(new Caller(person), forum, needed, today)).IsSuccess)
                return true;
        }

        return false;
    }

    /// <summary>Those beside it that somebody has corrected by hand leave, too.</summary>
    private static async Task<bool> IsLeavingWithMinutesAsync(this KlyngeContext db, DocumentPath path)
    {
        var leaving = await db.DocumentUploads.AsNoTracking()
            .Where(upload => upload.Task == UploadTask.Close && upload.State != UploadState.Stored)
            .Select(upload => new { upload.Path, Pdf = db.Minutes.Where(minutes => minutes.MeetingId == upload.MeetingId).Select(minutes => minutes.PdfPath).FirstOrDefault() })
            .ToListAsync();
        return leaving.Exists(one => one.Pdf == path.ToString() || (DocumentPath.Parse(one.Path) is { } document && path.IsBeside(document)));
    }

    /// <summary>
    /// The path as it stands on record. SharePoint and a folder of Windows know a file by any case, so a document must not get other rights by
    /// being asked for as <c>chefforum/2026/protokol….docx</c>.
    /// </summary>
    private static async Task<DocumentPath> AsOnRecordAsync(this KlyngeContext db, DocumentPath path)
    {
        var forum = (await db.Forums.AsNoTracking().Select(one => one.Name).ToListAsync())
            .Select(name => SafeName.Of(name))
            .FirstOrDefault(name => string.Equals(name, path.Forum, StringComparison.OrdinalIgnoreCase)) ?? path.Forum;
        var folder = $"{forum}{path.Folder[path.Forum.Length..]}/";
        var documents = await db.ProcedureDocuments.AsNoTracking()
            .Where(one => one.Path!.StartsWith(folder) || one.PdfPath!.StartsWith(folder)).Select(one => new { one.Path, one.PdfPath }).ToListAsync();
        var minutes = await db.Minutes.AsNoTracking()
            .Where(one => one.DocumentPath!.StartsWith(folder) || one.PdfPath!.StartsWith(folder)).Select(one => new { Path = one.DocumentPath, one.PdfPath }).ToListAsync();
        var files = await db.ItemFiles.AsNoTracking().Where(one => one.Path!.StartsWith(folder)).Select(one => one.Path).ToListAsync();
        var copies = await db.OpenCopies.AsNoTracking().Where(one => one.Path.StartsWith(folder)).Select(one => one.Path).ToListAsync();
        var known = documents.SelectMany(one => new[] { one.Path, one.PdfPath })
            .Concat(minutes.SelectMany(one => new[] { one.Path, one.PdfPath }))
            .Concat(copies)
            .Concat(files)
            .Where(one => string.Equals(one, $"{folder}{path.Name}", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return known.Contains(path.ToString(), StringComparer.Ordinal) ? path : DocumentPath.Parse(known.FirstOrDefault()) ?? path;
    }

    private static Permission NeededIn(MinutesStatus status) => status switch
    {
        MinutesStatus.Approved => Permission.ReadMinutes,
        MinutesStatus.Draft => Permission.ReadDraftMinutes,
        MinutesStatus.NeedsReview => Permission.PublishMinutes,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <param name="Case">Whose voters read it, too; null for what is no case's.</param>
    private sealed record Owner(ForumId Forum, Permission Needed, WrittenProcedureId? Case);
}
