using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.MeetingParts;

/// <summary>Reads what stands beside the items of one meeting, for all of them at once.</summary>
internal static class ItemPartQueries
{
    /// <summary>More sentences than this are asked about when some of these are answered.</summary>
    private const int MaxFound = 12;

    /// <summary>Substitutes of one seat to choose from, in their order.</summary>
    private const int MaxSubstitutes = 3;

    internal static async Task<IReadOnlyDictionary<AgendaItemId, ItemParts>> ItemPartsAsync(
        this KlyngeContext db, ChatTurn turn, Visit visit, AgendaView view, MeetingMay may, CancellationToken cancellationToken)
    {
        var items = view.Lines.Where(line => !line.IsHidden).Select(line => line.Id).ToList();
        var isBegun = view.Meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held;
        var agreements = isBegun && visit.Access.May(DeadlineQueries.Needs)
            ? (await db.DeadlinesOfItemsAsync(visit.Forum, items, DeadlineReader.Of(visit.Access), cancellationToken)).Where(one => !one.IsHidden).ToLookup(one => one.ItemId)
            : Enumerable.Empty<DeadlineView>().ToLookup(one => one.ItemId);
        var found = may.AnswerFound ? await db.FoundAtAsync(turn, visit, items, cancellationToken) : Enumerable.Empty<FoundLine>().ToLookup(one => one.ItemId);
        var attendance = isBegun ? await db.AttendanceAtAsync(visit, view.Meeting.Id, cancellationToken) : null;
        var guests = may.Invite && view.Lines.Any(line => line.Guests.Count > 0) ? await db.GuestsAtAsync(items, cancellationToken) : null;
        var ballots = may.OpenBallot ? await db.BallotsAtAsync(visit, view, cancellationToken) : [];
        return items.ToDictionary(item => item, item => new ItemParts
        {
            Agreements = [.. agreements[item]],
            Found = [.. found[item]],
            Attendance = attendance?.Sentences(item) ?? [],
            CallIns = attendance is not null && may.Attend && visit.Forum.Rules.ItemSubstitutes.Allowed ? CallInsAt(item, attendance) : [],
            Guests = guests is null ? [] : [.. guests[item]],
            Ballot = ballots.GetValueOrDefault(item),
        });
    }

    /// <summary>In the seat of whoever is inhabil: the first substitutes on the member's list; or the one who was called in, to be taken out.</summary>
    private static IReadOnlyList<CallIn> CallInsAt(AgendaItemId item, ItemAttendance attendance) =>
    [
        .. attendance.There.Where(one => attendance.Of(item, one.Seat.Id) == ItemAbsenceKind.Recused).SelectMany(one => attendance.IsEmptyAt(item, one.Seat.Id)
            ? one.Seat.SubstitutePeople.Take(MaxSubstitutes).Select(person => new CallIn(one.Seat.Id, person.Id, Attendance.Items.Texts.CallIn(person.Name, one.Name!)))
            : [new CallIn(one.Seat.Id, Person: null, Attendance.Items.Texts.TakeOut)]),
    ];

    private static async Task<ItemAttendance?> AttendanceAtAsync(this KlyngeContext db, Visit visit, MeetingId id, CancellationToken cancellationToken) =>
        await ItemAttendance.OfMinutesAsync(db, visit.Forum, await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken));

    /// <summary>Those that wait for an answer, the nearest first.</summary>
    private static async Task<ILookup<AgendaItemId?, FoundLine>> FoundAtAsync(
        this KlyngeContext db, ChatTurn turn, Visit visit, List<AgendaItemId> items, CancellationToken cancellationToken)
    {
        var forum = visit.Forum.Id;
        List<FoundDeadline> waiting = await WaitingAnswers.Unanswered(db, turn.Today, turn.Now)
            .Where(one => one.ForumId == forum && one.ItemId != null && items.Contains(one.ItemId.Value))
            .Take(MaxFound).ToListAsync(cancellationToken);
        return (await db.FoundLinesAsync(forum, turn.Today, waiting)).ToLookup(one => one.ItemId);
    }

    private static async Task<ILookup<AgendaItemId, (ItemGuestId, string)>> GuestsAtAsync(this KlyngeContext db, List<AgendaItemId> items, CancellationToken cancellationToken) =>
        (await db.ItemGuests.AsNoTracking().Where(guest => items.Contains(guest.ItemId)).OrderBy(guest => guest.AddedAt).ThenBy(guest => guest.Id).ToListAsync(cancellationToken))
        .Where(guest => guest.Stands).ToLookup(guest => guest.ItemId, guest => (guest.Id, guest.Label));

    /// <summary>Hardly more than one at a time: a meeting votes on one item after the other.</summary>
    private static async Task<Dictionary<AgendaItemId, RunningBallot>> BallotsAtAsync(this KlyngeContext db, Visit visit, AgendaView view, CancellationToken cancellationToken)
    {
        var running = new Dictionary<AgendaItemId, RunningBallot>();
        foreach (var line in view.Lines.Where(line => line is { HasBallot: true, IsHidden: false }))
        {
            if (await db.RunningBallotAsync(visit, line.Id, cancellationToken) is { } ballot)
                running[line.Id] = ballot;
        }

        return running;
    }
}
