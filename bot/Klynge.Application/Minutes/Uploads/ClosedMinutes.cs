using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>
/// Minutes that were written while an item was open hold its title and text, and their earlier versions do, too. When the item is closed they
/// go to the place of closed documents, and the minutes are written anew without it.
/// </summary>
internal static class ClosedMinutes
{
    /// <summary>What a folder has for one meeting, at the most.</summary>
    private const int MaxNames = 20;

    /// <summary>From this attempt on, about four minutes after the first, the secretariat has been told.</summary>
    private const int ToldAfter = 5;

    /// <summary>Has the minutes leave, in the write that closes an item of the meeting. What waits to be stored was made of the open item and is not.</summary>
    internal static async Task LeaveOpenPlaceAsync(this WriteScope scope, MeetingId id)
    {
        var minutes = await scope.Db.Minutes.SingleOrDefaultAsync(one => one.MeetingId == id);
        var write = await scope.Db.DocumentUploads.FindAsync(id, UploadTask.Write);
        if (DocumentPath.Parse(minutes?.DocumentPath ?? write?.Path) is not { } path)
            return;

        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == id);
        var leaving = await scope.RequestUploadAsync(meeting, UploadTask.Close, path);
        if (write is not { State: UploadState.Waiting })
            return;

        // An attempt that is under way has the file in its hands: it ends first, and then all of it leaves.
        leaving.DueAt = write.IsBeingTried(scope.Now) && write.DueAt > leaving.DueAt ? write.DueAt : leaving.DueAt;
        (write.State, write.Content) = (UploadState.Stored, null);
    }

    /// <summary>
    /// Moves the document and its PDF, and those that were stored beside each other when somebody had corrected one by hand. What an attempt
    /// before this one has moved is found there.
    /// </summary>
    /// <param name="pdf">As it is on record.</param>
    /// <param name="others">What is on record as another meeting's stays.</param>
    internal static async Task<UploadOutcome> CloseAsync(
        this IDocumentLibrary library, DocumentUpload upload, string? pdf, IReadOnlySet<string> others, CancellationToken cancellationToken)
    {
        var path = DocumentPath.Parse(upload.Path)!;
        var beside = (await library.ListAsync(path.Folder, cancellationToken)).Select(document => document.Path).Where(one => one.IsBeside(path) && !others.Contains(one.ToString()));
        var all = new[] { path, DocumentPath.Parse(pdf) ?? path.WithExtension(".pdf") }.Concat(beside).DistinctBy(one => one.ToString(), StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var from in all)
        {
            var moved = await MoveAsync(library, from, cancellationToken);
            if (moved.Error is { } error)
                return new UploadOutcome.Later(error);
        }

        return new UploadOutcome.Closed();
    }

    private static async Task<Result<Done>> MoveAsync(IDocumentLibrary library, DocumentPath from, CancellationToken cancellationToken)
    {
        var (to, number) = (from.AsClosed(), 2);
        while (true)
        {
            var moved = await library.MoveAsync(from, to, cancellationToken);
            if (!moved.TryGet(out var outcome, out var error))
                return error;

            if (outcome is not MoveOutcome.NameTaken || number > MaxNames)
                return outcome is MoveOutcome.NameTaken ? new NoFreeName(from.Name) : default(Done);

            to = from.AsClosed().Numbered(number++);
        }
    }

    /// <summary>They are gone: the minutes are written anew under their own name, as they are to be read now.</summary>
    internal static async Task WriteAnewAsync(this WriteScope scope, DocumentUpload closed, MinutesWord word)
    {
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == closed.MeetingId);
        var forum = await scope.Db.Forums.SingleAsync(one => one.Id == closed.ForumId);
        var minutes = await scope.Db.Minutes.SingleOrDefaultAsync(one => one.MeetingId == meeting.Id);
        minutes?.TakeAway();
        if (minutes is { Status: MinutesStatus.NeedsReview })
            return;

        await scope.NotifySecretariatAsync(forum.Id, UploadCards.ClosedAway(forum, meeting));
        var document = await BuildMinutes.FromAsync(scope.Db, forum, meeting);
        await scope.RequestMinutesAsync(meeting, word.Write(document, forum, scope.Now), DocumentPath.Parse(closed.Path)!, seen: null);
    }

    /// <summary>Sends the minutes on their way to the library as they read now.</summary>
    /// <param name="scope">The write that asks for it.</param>
    /// <param name="meeting">Whose minutes they are.</param>
    /// <param name="printed">The document.</param>
    /// <param name="path">Where they are to lie.</param>
    /// <param name="seen">The version that is believed to be there.</param>
    internal static async Task RequestMinutesAsync(this WriteScope scope, Meeting meeting, PrintedMinutes printed, DocumentPath path, string? seen)
    {
        var upload = await scope.RequestUploadAsync(meeting, UploadTask.Write, path);
        (upload.Content, upload.TextHash, upload.Seen) = (printed.Word, printed.TextHash, seen);
    }

    /// <summary>It is tried until it is done, however long that takes; what the secretariat can mend it is told once.</summary>
    internal static async Task NotifyAsync(WriteScope scope, DocumentUpload upload, Error why)
    {
        if (upload.Attempts != ToldAfter)
            return;

        var forum = await scope.Db.Forums.SingleAsync(one => one.Id == upload.ForumId);
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == upload.MeetingId);
        await scope.NotifySecretariatAsync(forum.Id, UploadCards.StillInTheOpen(forum, meeting, why));
    }
}
