using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// Sends an item on to another forum of the body, where it waits among the coming items: with its text, its open attachments, and what was
/// decided so far. The same press twice sends once. A forum that the case came from gets it back.
/// </summary>
public sealed class SendItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SentItem>> HandleAsync(Caller caller, SendItemRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<SentItem>(new WriteIntent(nameof(SendItem), caller, request.ForumId, SubjectId: request.ItemId.Value), async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            return found.TryGet(out var at, out var error) ? await scope.SendAsync(at, request) : error;
        }, cancellationToken);
    }
}

/// <param name="Target">The forum that gets it.</param>
/// <param name="Wanted">The words that say for which meeting there; null for none.</param>
/// <param name="Remark">What the forum is told beside; null for nothing.</param>
/// <param name="IsBack">Meant as sent back: then only a forum that the case came from will do.</param>
public sealed record SendItemRequest(ForumId ForumId, AgendaItemId ItemId, ForumId Target, string? Wanted, string? Remark, bool IsBack = false)
{
    /// <summary>It follows from the decision, and goes back with it.</summary>
    internal bool IsByDecision { get; init; }
}

/// <param name="Id">What calls it back.</param>
/// <param name="Forum">The forum that got it.</param>
public sealed record SentItem(ComingItemId Id, AgendaItemId ItemId, MeetingId MeetingId, int Number, string Title, string Forum, bool IsBack, CaseKey Case)
{
    public string? Wanted { get; init; }

    /// <summary>The one day that it is wanted on; null where no single day was named.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether that forum has a meeting then.</summary>
    public bool MeetsThen { get; init; }

    /// <summary>Its secretariat is asked whether it takes it.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Closed attachments, which were not sent along.</summary>
    public int KeptBack { get; init; }
}

internal static class SendingItems
{
    /// <summary>Sends it in a write that has let its caller in.</summary>
    internal static async Task<Result<SentItem>> SendAsync(this WriteScope scope, ItemOfForum at, SendItemRequest request)
    {
        if (Check(at) is { } refused)
            return refused;

        if (await scope.Db.Forums.SingleOrDefaultAsync(one => one.Id == request.Target && one.BoardId == at.Forum.BoardId && !one.IsClosed) is not { } goal)
            return new ForumNotFound();

        if (goal.Id == at.Forum.Id)
            return new SendsToItself(goal.Name);

        if (!DanishText.Clean(request.Wanted, new TextLimit(Texts.WantedLabel, Wanted.MaxLength, Optional: true)).TryGet(out var words, out var unwanted))
            return unwanted;

        if (!DanishText.Clean(request.Remark, new TextLimit(Texts.RemarkLabel, ComingItem.MaxRemarkLength, Optional: true, Multiline: true)).TryGet(out var remark, out var unsaid))
            return unsaid;

        if (!(await scope.OwnAsync(at)).TryGet(out var own, out var elsewhere))
            return elsewhere;

        var isBack = (await scope.WayHereAsync(own)).Exists(one => one.ForumId == goal.Id);
        if (request.IsBack && !isBack)
            return new NothingToSendBackTo(goal.Name);

        var details = (Wanted.Read(words, scope.Today), remark.Length == 0 ? null : remark);
        return await scope.PutAsync(new Parcel(at, own, goal, isBack, details.Item1, details.Item2, request.IsByDecision));
    }

    private static Error? Check(ItemOfForum at) =>
        !at.Item.IsOnAgenda ? new ItemNotFound()
        : at.Meeting.Status == MeetingStatus.Cancelled ? new MeetingIsCancelled()
        : at.Item.Content.IsClosed ? new ClosedIsNotSent(at.Forum.Name)
        : null;

    private static async Task<Result<SentItem>> PutAsync(this WriteScope scope, Parcel parcel)
    {
        var sent = await scope.AllSentFromAsync(parcel.Own);
        if (sent.Find(one => one.IsInForce) is { } there)
            return there.ForumId == parcel.Goal.Id ? await scope.RepeatAsync(parcel, there) : new ItemIsSentOn(await scope.ForumNameAsync(there.ForumId));

        if (await scope.CheckRoomAsync(parcel.Goal.Id) is { } full)
            return full;

        var key = await scope.CaseOfAsync(parcel.At, parcel.Own);
        var content = SentContent.Of(new ItemOfSender(parcel.At.Forum, parcel.At.Meeting, parcel.At.Item), parcel.Remark);
        if (AgendaItemRules.Check(content) is { } tooLong)
            return tooLong;

        var isProposal = !(await scope.EnterAsync(parcel.Goal.Id, AddComingItem.Needs)).IsSuccess;
        var details = new ComingDetails(content, parcel.Wanted) { Remark = parcel.Remark };
        var again = sent.Find(one => one.ForumId == parcel.Goal.Id);
        var coming = again ?? ComingItem.Add(Request(parcel, details, key, isProposal), scope.Caller.PersonId, scope.Now);
        if (again is null)
            scope.Db.ComingItems.Add(coming);
        else
            await scope.SendAgainAsync(again, details, isProposal, parcel.IsByDecision);

        if (isProposal)
            await scope.AskAsync(coming, parcel);

        return await scope.ToldAsync(parcel, coming);
    }

    /// <summary>The same send once more does nothing; with another meeting or remark it says so there, while nobody has taken it up.</summary>
    private static async Task<Result<SentItem>> RepeatAsync(this WriteScope scope, Parcel parcel, ComingItem there)
    {
        var (isSameWish, isSameRemark) = (parcel.Wanted.Words is null || parcel.Wanted.Words == there.WantedWords, parcel.Remark is null || parcel.Remark == there.Remark);
        if (isSameWish && isSameRemark)
            return await scope.ToldAsync(parcel, there);

        var row = await scope.Db.Rows(scope.Db.ComingItems.Where(one => one.Id == there.Id)).SingleAsync();
        if (row.State is not (ComingState.Proposed or ComingState.Waiting))
            return new SentItemIsTaken(parcel.Goal.Name);

        var remark = parcel.Remark ?? there.Remark;
        var content = SentContent.Of(new ItemOfSender(parcel.At.Forum, parcel.At.Meeting, parcel.At.Item), remark);
        await scope.SendAgainAsync(there, new ComingDetails(content, isSameWish ? there.Wanted : parcel.Wanted) { Remark = remark }, there.Status == ComingStatus.Proposed, there.IsByDecision);
        return await scope.ToldAsync(parcel, there);
    }

    private static NewComingItem Request(Parcel parcel, ComingDetails details, CaseKey key, bool isProposal) => new(parcel.Goal.Id, details)
    {
        Id = SentContent.IdOf("sent", parcel.Own.Id.Value, parcel.Goal.Id),
        FromForumId = parcel.At.Forum.Id,
        FromMeetingId = parcel.At.Meeting.Id,
        FromItemId = parcel.At.Item.Id,
        FromComingId = parcel.Own.Id,
        Origin = parcel.IsBack ? ComingOrigin.SentBack : ComingOrigin.Sent,
        IsByDecision = parcel.IsByDecision,
        Case = key,
        IsProposal = isProposal,
    };

    /// <summary>It may have been on an agenda there and been taken off: then it is that item again, with the words of now.</summary>
    private static async Task SendAgainAsync(this WriteScope scope, ComingItem again, ComingDetails details, bool isProposal, bool isByDecision)
    {
        again.SendAgain(details, isProposal, isByDecision);
        if (again.ItemId is { } id && await scope.Db.AgendaItems.FindAsync(id) is { IsOnAgenda: false } item)
            item.Content = details.Content;
    }

    private static async Task AskAsync(this WriteScope scope, ComingItem coming, Parcel parcel)
    {
        var board = await scope.Db.Boards.Where(one => one.Id == parcel.Goal.BoardId).Select(one => one.Name).SingleAsync();
        await scope.NotifySecretariatAsync(parcel.Goal.Id, ComingNotices.Sent(coming, parcel.Goal.Name, board, parcel.At.Forum.Name));
    }

    private static async Task<Result<SentItem>> ToldAsync(this WriteScope scope, Parcel parcel, ComingItem coming)
    {
        var (goal, wanted) = (parcel.Goal.Id, coming.Wanted);
        var day = wanted is { Kind: WantedKind.Period, From: { } from } && from == wanted.To ? from : (LocalDate?)null;
        return new SentItem(
            coming.Id, parcel.At.Item.Id, parcel.At.Meeting.Id, parcel.At.Item.Number, parcel.At.Item.Content.Title, parcel.Goal.Name,
            coming.Origin == ComingOrigin.SentBack, coming.Case!.Value)
        {
            Wanted = wanted.Words,
            Day = day,
            MeetsThen = day is { } date && await scope.Db.Meetings.AnyAsync(one => one.ForumId == goal && one.Date == date && one.Status != MeetingStatus.Cancelled),
            IsAsked = coming.Status == ComingStatus.Proposed,
            KeptBack = parcel.At.Item.Content.Attachments.Count(one => one.IsClosed),
        };
    }

    private sealed record Parcel(ItemOfForum At, ComingItem Own, Forum Goal, bool IsBack, Wanted Wanted, string? Remark, bool IsByDecision);
}

/// <summary>Takes what was sent back, until it stands on an agenda there. Pressed twice, nothing happens the second time.</summary>
public sealed class WithdrawSent(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <param name="forumId">The forum that sent it.</param>
    public Task<Result<WithdrawnItem>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<WithdrawnItem>(new WriteIntent(nameof(WithdrawSent), caller, forumId, SubjectId: id.Value), async scope =>
        {
            if ((await scope.EnterAsync(forumId, Needs)).Error is { } error)
                return error;

            var of = scope.Db.ComingItems.Where(one => one.Id == id && one.FromForumId == forumId && (one.Origin == ComingOrigin.Sent || one.Origin == ComingOrigin.SentBack));
            if (await scope.Db.Rows(of).SingleOrDefaultAsync() is not { } row)
                return new NothingWasSent();

            var forum = await scope.ForumNameAsync(row.Coming.ForumId);
            if (await scope.WithdrawAsync(row, forum) is { } refused)
                return refused;

            return new WithdrawnItem(row.Source!.MeetingId, row.Source.Id, row.Source.Number, row.Source.Content.Title, forum);
        }, cancellationToken);
}

/// <param name="Number">Of the item on the sender's agenda.</param>
/// <param name="Forum">The forum that it had been sent to.</param>
public sealed record WithdrawnItem(MeetingId MeetingId, AgendaItemId ItemId, int Number, string Title, string Forum);

internal static class Withdrawing
{
    internal static async Task<Error?> WithdrawAsync(this WriteScope scope, ComingRow row, string forum)
    {
        if (row.State == ComingState.Recalled)
            return null;

        if (row.State is not (ComingState.Proposed or ComingState.Waiting))
            return row.State == ComingState.Dropped ? new NothingWasSent() : new SentItemIsTaken(forum);

        row.Coming.Recall();
        await scope.ComeBackAsync(row.Coming);
        return null;
    }
}
