using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>A file in the personal chat: asks where it belongs, and sends it there.</summary>
internal sealed class FileChat(MeetingLookup desk, AttachmentItems items, Gate gate, ReceiveFiles receive, AttachFile attach, DropFile drop) : IChatFeature
{
    private const int MaxMeetings = 12;

    public void Map(ChatRoutes routes) => routes
        .OnFiles(ReceiveAsync)
        .OnActionOfAll(AttachmentVerbs.Meetings, MeetingsAsync)
        .OnAction(AttachmentVerbs.Items, ItemsAsync)
        .OnAction(AttachmentVerbs.Item, DetailsAsync)
        .OnAction(AttachmentVerbs.Attach, AttachAsync)
        .OnActionOfAll(AttachmentVerbs.Drop, DropAsync);

    private async Task<IReadOnlyList<ChatReply>> ReceiveAsync(ChatTurn turn, IReadOnlyList<DroppedFile> files, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
            return [ChatReply.Say(Texts.OnlyInPersonalChat)];

        if (files.Count == 0)
            return [ChatReply.Say(Texts.NoFile)];

        var told = turn.Text.Length > 0 ? Texts.NotRead(turn.Text) : null;
        var replies = new List<ChatReply>();
        foreach (var (index, file) in files.Take(ReceiveFiles.MaxFiles).Index())
        {
            // The activity makes a second delivery harmless; each of its files is one thing that it asks for.
            var caller = turn.Caller with { ActivityKey = turn.Caller.ActivityKey is { } key ? $"{key}/file{index}" : null };
            var received = await receive.HandleAsync(caller, file, cancellationToken);
            replies.Add(received.TryGet(out var known, out var error) ? await AskAsync(turn, known, told, cancellationToken) : error);
        }

        return files.Count > ReceiveFiles.MaxFiles ? [.. replies, ChatReply.Say(Texts.TooMany(files.Count - ReceiveFiles.MaxFiles))] : replies;
    }

    /// <summary>Where there is one meeting only, its items are asked for at once.</summary>
    private async Task<ChatReply> AskAsync(ChatTurn turn, ReceivedFile file, string? told, CancellationToken cancellationToken)
    {
        var visits = await gate.OwnAsync(turn, cancellationToken);
        var meetings = await MeetingsAsync(visits, turn, cancellationToken);
        if (meetings is not [var only])
            return meetings.Count == 0 ? Nowhere(visits, file) : FileCards.AskMeeting(file, meetings, told);

        var entered = await gate.EnterAsync(turn, only.ForumId, AttachFile.Needs, cancellationToken);
        return entered.TryGet(out var visit, out var error) ? await AskItemAsync(turn, visit, file, only.Id, page: 0, told, action: null, cancellationToken) : error;
    }

    private async Task<ChatReply> MeetingsAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FileAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var file, out var error))
            return error;

        var meetings = await MeetingsAsync(visits, turn, cancellationToken);
        return meetings.Count == 0 ? Nowhere(visits, file) : FileCards.AskMeeting(file, meetings, told: null);
    }

    private async Task<ChatReply> ItemsAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FileAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var file, out var error))
            return error;

        return await AskItemAsync(turn, visit, file, action.Data.Meeting(), action.Data.Page(), told: null, action, cancellationToken);
    }

    /// <summary>The items of an agenda are the secretariat's; a proposal is also its maker's.</summary>
    private async Task<ChatReply> AskItemAsync(
        ChatTurn turn, Visit visit, ReceivedFile file, MeetingId meeting, int page, string? told, InvokedAction? action, CancellationToken cancellationToken)
    {
        var agenda = await desk.ItemsAsync(turn, visit, meeting, action, cancellationToken);
        if (!agenda.TryGet(out var at, out var error))
            return error;

        var proposals = await items.ProposalsAsync(turn, at, cancellationToken);
        IReadOnlyList<AgendaLine> lines = visit.Access.May(AttachFile.NeedsOfOthers) ? [.. at.View.Lines, .. proposals, .. await OfMeetingAsync(at, cancellationToken)] : proposals;
        return lines.Count == 0 ? Nowhere([visit], file) : FileCards.AskItem(file, at.View.Meeting, lines, page, told);
    }

    /// <summary>Once the meeting has begun a file may be of the meeting as a whole.</summary>
    private async Task<IReadOnlyList<AgendaLine>> OfMeetingAsync(AgendaVisit at, CancellationToken cancellationToken) =>
        at.View.Meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held ? [await items.DocumentsAsync(at, cancellationToken)] : [];

    private static Error Nowhere(IReadOnlyList<Visit> visits, ReceivedFile file) =>
        visits.Any(visit => visit.Access.May(AttachFile.NeedsOfOthers)) ? new NoItemsToAttachTo(file.Name) : new NoProposalToAttachTo(file.Name);

    private async Task<ChatReply> DetailsAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FileAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var file, out var error))
            return error;

        if (action.Data.Text(CardIds.Item) is null)
            return new ItemMissing();

        var item = await items.FindToChangeAsync(turn, visit, action, cancellationToken);
        return item.TryGet(out var at, out error) ? FileCards.AskDetails(file, at.Visit.View, at.Line, turn.Now) : error;
    }

    private async Task<ChatReply> AttachAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (!AttachmentFields.Read(action.Data).TryGet(out var answer, out var missing))
            return missing;

        var id = action.Data.Id<AttachmentId>(AttachmentFields.File) ?? default;
        var attached = await attach.HandleAsync(turn.Caller, new AttachFileRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), id, answer), cancellationToken);
        if (!attached.IsSuccess)
            return attached.Error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var file = (await db.ItemFiles.FindAsync([id], cancellationToken))!;
        return await FileCardSource.DrawAsync(db, file, turn.Today, cancellationToken) is { } card ? ChatReply.ShowOwn(card, FileCards.Key(id)) : new FileNotFound();
    }

    private async Task<ChatReply> DropAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = action.Data.Id<AttachmentId>(AttachmentFields.File) ?? default;
        var dropped = await drop.HandleAsync(turn.Caller, id, cancellationToken);
        if (!dropped.IsSuccess)
            return dropped.Error;

        await using var db = await desk.ReadAsync(cancellationToken);
        return FileCards.Dropped((await db.ItemFiles.FindAsync([id], cancellationToken))!.Name);
    }

    /// <summary>A file of the presser's own that still waits for an answer.</summary>
    private async Task<Result<ReceivedFile>> FileAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var id = action.Data.Id<AttachmentId>(AttachmentFields.File) ?? default;
        var file = await db.ItemFiles.SingleOrDefaultAsync(one => one.Id == id && one.PersonId == turn.PersonId, cancellationToken);
        return file switch
        {
            { State: ItemFileState.Asked } => new ReceivedFile(file.Id, file.Name),
            { State: ItemFileState.Waiting or ItemFileState.Kept } => new FileAlreadyAnswered(file.Name),
            _ => new FileNotFound(),
        };
    }

    /// <summary>
    /// The meetings with something that the person may give files, the earliest first: what is ahead, and what waits for its minutes. For the
    /// secretariat those with items or proposals, for others those with an unanswered proposal of theirs.
    /// </summary>
    private async Task<IReadOnlyList<FileMeeting>> MeetingsAsync(IReadOnlyList<Visit> visits, ChatTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meetings = new List<FileMeeting>();
        foreach (var visit in visits.Where(visit => visit.Access.May(AttachFile.Needs)))
        {
            var ahead = await db.MeetingsAheadAsync(visit.Forum.Id, turn.Today, cancellationToken);
            var held = await db.MeetingsToMinuteAsync(visit.Forum.Id, turn.Today, cancellationToken);
            var both = held.Concat(ahead).DistinctBy(meeting => meeting.Id).ToList();
            var ids = both.ConvertAll(meeting => meeting.Id);
            var filled = await Takes(db, visit, turn.PersonId).Where(item => ids.Contains(item.MeetingId)).Select(item => item.MeetingId).Distinct().ToListAsync(cancellationToken);
            meetings.AddRange(both.Where(meeting => filled.Contains(meeting.Id)).Select(meeting => new FileMeeting(visit.Forum.Id, visit.Forum.Name, meeting.Id, meeting.Time)));
        }

        return [.. meetings.OrderBy(meeting => meeting.Time.StartInstant).Take(MaxMeetings)];
    }

    private static IQueryable<AgendaItem> Takes(KlyngeContext db, Visit visit, PersonId? person) => visit.Access.May(AttachFile.NeedsOfOthers)
        ? db.AgendaItems.Where(item => item.ForumId == visit.Forum.Id && (item.Status == AgendaItemStatus.Accepted || item.Status == AgendaItemStatus.Proposed))
        : AttachmentItems.Proposals(db, visit.Forum.Id, person);
}
