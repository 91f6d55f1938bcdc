using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council;

/// <summary>Where a chair's decision stands on an agenda, and who hears of it.</summary>
internal static class ChairDecisionPlace
{
    /// <summary>Puts it on the agenda of the next meeting that has not begun. Without one it waits until a meeting is planned.</summary>
    /// <returns>The meeting; null for none.</returns>
    internal static async Task<Meeting?> PlaceAsync(this WriteScope scope, ChairDecision decision)
    {
        var ahead = await scope.Db.MeetingsAheadAsync(decision.ForumId, scope.Today);

        // One that is being cancelled in the same write is cancelled here, and planned in the database.
        return ahead.Find(one => one.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent) is { } meeting ? await scope.PlaceAsync(decision, meeting) : null;
    }

    /// <summary>A meeting has been planned, or is cancelled: what no meeting has heard of yet goes to the next.</summary>
    /// <param name="meeting">As it is in this write; the database does not know it yet.</param>
    internal static async Task PlaceWaitingAsync(this WriteScope scope, ForumId forum, Meeting meeting)
    {
        foreach (var decision in await scope.Db.UnplacedDecisions(forum, meeting.Id).ToListAsync())
        {
            if (await scope.PlaceAsync(decision) is null && meeting.Status == MeetingStatus.Planned)
                await scope.PlaceAsync(decision, meeting);
        }
    }

    /// <summary>Those that stand on no agenda: none was planned, it was cancelled, or the item was taken off.</summary>
    private static IQueryable<ChairDecision> UnplacedDecisions(this KlyngeContext db, ForumId forum, MeetingId changed) => db.ChairDecisions
        .Where(one => one.ForumId == forum && !db.AgendaItems.Any(item => item.Id == one.ItemId && item.Status == AgendaItemStatus.Accepted
            && db.Meetings.Any(meeting => meeting.Id == item.MeetingId && meeting.Id != changed && meeting.Status != MeetingStatus.Cancelled)))
        .OrderBy(one => one.MadeAt);

    private static async Task<Meeting> PlaceAsync(this WriteScope scope, ChairDecision decision, Meeting meeting)
    {
        var saved = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
        var items = saved.Concat(scope.Db.AgendaItems.Local.Where(item => item.MeetingId == meeting.Id && item.IsOnAgenda && !saved.Contains(item))).OrderBy(item => item.Number).ToList();
        var item = AgendaItem.Add(meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), ContentOf(decision), scope.Now);
        scope.Db.AgendaItems.Add(item);
        decision.Place(item.Id);
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
        return meeting;
    }

    /// <summary>To be taken note of; called in, the case is the body's own to decide.</summary>
    internal static AgendaItemContent ContentOf(ChairDecision decision) => new()
    {
        Title = DanishText.Shorten(ChairDecisionTexts.ItemTitle(decision.Title), AgendaItemRules.MaxTitleLength),
        Kind = decision.IsCalledIn ? AgendaItemKind.Decision : AgendaItemKind.Information,
        Sections =
        [
            new(ChairDecisionTexts.DecisionSection, $"{decision.Decision}\n\n{ChairDecisionTexts.MadeBy(decision)}"),
            new(ChairDecisionTexts.ReasonSection, decision.Reason),
            .. decision.IsCalledIn ? [new AgendaSection(ChairDecisionTexts.CalledInHeading, ChairDecisionTexts.CalledInBy(decision))] : Array.Empty<AgendaSection>(),
        ],
        Recommendations = [decision.IsCalledIn ? ChairDecisionTexts.DecideAnew : ChairDecisionTexts.TakeNote],
        IsClosed = decision.IsClosed,
    };

    internal static async Task<Meeting?> MeetingOfAsync(this KlyngeContext db, ChairDecision decision, CancellationToken cancellationToken = default) => decision.ItemId is { } id
        ? await db.Meetings.SingleOrDefaultAsync(meeting => meeting.Status != MeetingStatus.Cancelled
            && db.AgendaItems.Any(item => item.Id == id && item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Accepted), cancellationToken)
        : null;
}

/// <summary>Who hears of what the chair decides.</summary>
internal static class ChairDecisionPeople
{
    /// <summary>All members and the secretariat, but the one who causes it.</summary>
    internal static IReadOnlyList<Person> Of(IEnumerable<ForumMember> seats, Caller caller) =>
        seats.Where(seat => seat.Role.IsMember() || seat.Role == Role.Secretariat).ExceptCaller(caller);

    /// <returns>How many.</returns>
    internal static Task<int> TellMembersAsync(this WriteScope scope, IEnumerable<ForumMember> seats, AdaptiveCard card)
    {
        var people = Of(seats, scope.Caller);
        foreach (var person in people)
            scope.Notify(person.Id, card);

        return Task.FromResult(people.Count);
    }
}
