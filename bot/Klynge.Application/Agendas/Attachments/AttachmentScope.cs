using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>What every change of an item's attachments begins and ends with.</summary>
internal static class AttachmentScope
{
    private static readonly TextLimit Name = new("Bilagets navn", AttachmentList.MaxNameLength);
    private static readonly TextLimit LateReason = new("Forklaringen på, at bilaget kommer efter fristen,", AttachmentList.MaxLateReasonLength, Optional: true);
    private static readonly TextLimit Change = new("Det, der er nyt", AttachmentList.MaxChangeLength, Optional: true);

    /// <summary>
    /// The item, where the caller may change its attachments: on the agenda or proposed, until the minutes are approved; also after the
    /// meeting, because what was shown there belongs to it. Whoever proposed an item may do so until it is answered.
    /// </summary>
    internal static async Task<Result<ItemOfForum>> ItemToChangeAsync(this WriteScope scope, ForumId forum, AgendaItemId item, MeetingId? meeting)
    {
        if (meeting is { } whole && item == AgendaItem.DocumentsOf(whole))
            return await scope.DocumentsToChangeAsync(forum, whole);

        var found = await scope.ItemAsync(forum, item, AttachFile.Needs, meeting);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (!at.Access.May(AttachFile.NeedsOfOthers) && (at.Item.Status != AgendaItemStatus.Proposed || at.Item.ProposedById != scope.Caller.PersonId))
            return new NotAllowed(at.Forum.Name);

        return await scope.CheckMayChangeAsync(at.Meeting, at.Item) is { } refusal ? refusal : at;
    }

    /// <summary>What holds the documents of a meeting as a whole; it comes with the first of them.</summary>
    private static async Task<Result<ItemOfForum>> DocumentsToChangeAsync(this WriteScope scope, ForumId forum, MeetingId meeting)
    {
        var found = await scope.MeetingAsync(forum, meeting, AttachFile.NeedsOfOthers);
        if (!found.TryGet(out var at, out var error))
            return error;

        var id = AgendaItem.DocumentsOf(meeting);
        if (await scope.Db.AgendaItems.SingleOrDefaultAsync(item => item.Id == id) is not { } documents)
            scope.Db.AgendaItems.Add(documents = AgendaItem.ForDocuments(at.Meeting, Texts.OfMeeting, scope.Now));

        return await scope.CheckMayChangeAsync(at.Meeting, documents) is { } refusal ? refusal : new ItemOfForum(at.Forum, at.Meeting, documents, at.Access);
    }

    internal static Result<string> CleanName(string? typed) => string.IsNullOrWhiteSpace(typed) ? new AttachmentNameMissing() : DanishText.Clean(typed, Name);

    /// <returns>Empty for none.</returns>
    internal static Result<string> CleanLate(string? typed) => DanishText.Clean(typed, LateReason);

    internal static async Task<Error?> CheckMayChangeAsync(this WriteScope scope, Meeting meeting, AgendaItem item) =>
        item.Status is AgendaItemStatus.Declined or AgendaItemStatus.Removed ? new ItemNotFound()
        : meeting.Status == MeetingStatus.Cancelled ? meeting.CheckNotOver()
        : await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved) ? new AttachmentsAreFinal()
        : null;

    /// <summary>Sends a file on its way to the item, as its giver has said.</summary>
    internal static async Task<Result<Done>> AnswerAsync(this WriteScope scope, ItemOfForum at, ItemFile file, FileAnswer given)
    {
        if (!CleanName(given.Name).TryGet(out var name, out var tooLong) || !DanishText.Clean(given.Change, Change).TryGet(out var change, out tooLong)
            || !CleanLate(given.LateReason).TryGet(out var late, out tooLong))
        {
            return tooLong;
        }

        if (given.Replaces is null && change.Length > 0)
            return new ChangeWithoutVersion();

        if (given.Replaces is { } replaced && AttachmentList.Find(at.Item.Content, replaced) is null)
            return new AttachmentNotFound();

        // Whether there is room is asked now, while the person is there, and once more when it stands.
        if (AttachmentList.Add(at.Item.Content, new AgendaAttachment(name) { Id = file.Id }, given.Replaces).Error is { } full)
            return full;

        file.Answer(at.Forum.Id, at.Item.Id, given with { Name = name, Change = change.Length == 0 ? null : change, LateReason = late.Length == 0 ? null : late }, scope.Now);
        await scope.RefreshAsync(FileCards.Key(file.Id));
        return default(Done);
    }

    /// <summary>The item says it from now on: on its agenda, and marked where the agenda has been sent.</summary>
    internal static Task ChangeAsync(this WriteScope scope, AgendaItem item, AgendaItemContent content)
    {
        if (content.IsSame(item.Content))
            return Task.CompletedTask;

        item.ChangeAttachments(content, scope.Now);
        return scope.RefreshAsync(AgendaCards.Key(item.MeetingId));
    }
}
