using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance.Items;

/// <summary>
/// Says who took no part in an item: who is inhabil, and who had left or had not come. It takes the place of what was said of the item before;
/// at the items that it goes on to, those who are away are added, and nobody who is inhabil there is changed.
/// </summary>
public sealed class RecordItemAttendance(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordAttendance;

    public Task<Result<Done>> HandleAsync(Caller caller, ItemAttendanceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(RecordItemAttendance), caller, request.ForumId, SubjectId: request.ItemId.Value), scope => RecordAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Done>> RecordAsync(WriteScope scope, ItemAttendanceRequest request)
    {
        var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.Meeting);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (Check(at) is { } refusal)
            return refusal;

        // Ids of other forums' seats have no effect.
        var seats = (await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date)).ToDictionary(seat => seat.Id);
        if (seats.Values.FirstOrDefault(seat => request.Recused.Contains(seat.Id) && request.Away.Contains(seat.Id)) is { } twice)
            return new AbsentTwice(twice.Person.Name);

        var known = await scope.Db.ItemAbsences.Where(one => one.ForumId == at.Forum.Id && scope.Db.AgendaItems.Any(item => item.Id == one.ItemId && item.MeetingId == at.Meeting.Id)).ToListAsync();
        foreach (var seat in seats.Keys)
            await SetAsync(scope, known, at.Item, seat, request.Recused.Contains(seat) ? ItemAbsenceKind.Recused : request.Away.Contains(seat) ? ItemAbsenceKind.Away : null);

        foreach (var item in await OthersAsync(scope, at, request.Span))
        {
            foreach (var seat in seats.Keys.Where(seat => request.Away.Contains(seat) && !known.Exists(one => one.ItemId == item.Id && one.MemberId == seat)))
                await SetAsync(scope, known, item, seat, ItemAbsenceKind.Away);
        }

        if (request.Recused.Count > 0)
            await KeepOutAsync(scope, at);

        return default(Done);
    }

    /// <summary>Why nothing can be said of who takes part in the item; null where it can.</summary>
    internal static Error? Check(ItemOfForum at) =>
        !at.Item.IsOnAgenda ? new ItemNotFound()
        : at.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held) ? new ItemAttendanceTooEarly()
        : at.IsFinal ? new ItemAttendanceIsFinal()
        : null;

    private static async Task<List<AgendaItem>> OthersAsync(WriteScope scope, ItemOfForum at, ItemSpan span) => span switch
    {
        ItemSpan.Following => await scope.Db.AgendaItems.Where(item => item.MeetingId == at.Meeting.Id && item.Status == AgendaItemStatus.Accepted && item.Number > at.Item.Number).ToListAsync(),
        ItemSpan.Preceding => await scope.Db.AgendaItems.Where(item => item.MeetingId == at.Meeting.Id && item.Status == AgendaItemStatus.Accepted && item.Number < at.Item.Number).ToListAsync(),
        _ => [],
    };

    private static async Task KeepOutAsync(WriteScope scope, ItemOfForum at)
    {
        var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
        foreach (var absence in scope.Db.ItemAbsences.Local.Where(one => one.ItemId == at.Item.Id && one.Kind == ItemAbsenceKind.Recused).ToList())
            await scope.KeepOutAsync(at, absence, attendance.There.FirstOrDefault(one => one.Seat.Id == absence.MemberId)?.Person);
    }

    private static async Task SetAsync(WriteScope scope, List<ItemAbsence> known, AgendaItem item, MemberId seat, ItemAbsenceKind? kind)
    {
        var before = known.Find(one => one.ItemId == item.Id && one.MemberId == seat);
        if (kind is not { } now)
        {
            if (before is null)
                return;

            await scope.LetInAsync(before);
            scope.Db.ItemAbsences.Remove(before);
        }
        else if (before is not null)
        {
            before.Kind = now;
            if (now == ItemAbsenceKind.Recused)
                return;

            before.SubstituteId = null;
            await scope.LetInAsync(before);
        }
        else
        {
            scope.Db.ItemAbsences.Add(new ItemAbsence { ForumId = item.ForumId, ItemId = item.Id, MemberId = seat, Kind = now });
        }
    }
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="Span">To which items being away goes on.</param>
public sealed record ItemAttendanceRequest(
    ForumId ForumId, MeetingId Meeting, AgendaItemId ItemId, IReadOnlySet<MemberId> Recused, IReadOnlySet<MemberId> Away, ItemSpan Span = ItemSpan.OnlyThis);

/// <summary>The items that somebody was away from.</summary>
public enum ItemSpan
{
    OnlyThis = 0,

    /// <summary>They left.</summary>
    Following = 1,

    /// <summary>They came late.</summary>
    Preceding = 2,
}
