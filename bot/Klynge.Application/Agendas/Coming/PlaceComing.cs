using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Coming;

/// <summary>
/// Puts a case to come on the agenda of a planned meeting, with all that it carries. Taken off there it waits again; what was postponed or
/// not reached goes on as any postponed item does, with its material and its guests.
/// </summary>
public sealed class PlaceComingItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<PlacedItem>> HandleAsync(Caller caller, ForumId forumId, ComingItemId id, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<PlacedItem>(new WriteIntent(nameof(PlaceComingItem), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ComingAsync(forumId, id, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (await scope.Db.Meetings.SingleOrDefaultAsync(one => one.Id == meetingId && one.ForumId == forumId) is not { } meeting)
                return new MeetingNotFound();

            if (at.Row is { State: ComingState.OnAgenda, Item: { } there } && there.MeetingId == meeting.Id)
                return new PlacedItem(there.Id, there.Number, meeting.Time);

            if (Check(at.Row, meeting) is { } refused)
                return refused;

            var item = await PutOnAsync(scope, at, meeting);
            at.Coming.Become(item.Id);
            if (at.Coming.Case is { } key)
                item.JoinCase(key);

            await scope.OfferDeadlinesAsync(at.Visit.Forum, meeting, item);
            await scope.ToldFollowUpAsync(at.Coming);
            await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
            return new PlacedItem(item.Id, item.Number, meeting.Time);
        }, cancellationToken);

    private static Error? Check(ComingRow row, Meeting meeting) =>
        meeting.CheckNotOver() is { } over ? over
        : row.State == ComingState.Proposed ? new ComingItemNotAccepted()
        : ComingRules.CheckOpen(row) is { } refused ? refused

        // What was postponed from a meeting that goes on still stands there.
        : row.ToView().MeetingId == meeting.Id ? new ComingItemOnAgenda(CardParts.When(meeting.Time)) : null;

    private static async Task<AgendaItem> PutOnAsync(WriteScope scope, ComingOfForum at, Meeting meeting)
    {
        var items = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
        if (at.Row.Item is not { } before)
        {
            var content = at.Visit.Forum.Rules.Items.LeadIn(ComingContent.ForAgenda(at.Row.Content, at.Coming.Reading));
            var added = AgendaItem.Add(meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), content with { Minutes = content.Minutes ?? at.Visit.Forum.Rules.Items.Minutes }, scope.Now);
            scope.Db.AgendaItems.Add(added);
            return added;
        }

        if (before.MeetingId == meeting.Id)
        {
            before.Restore(AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForReturned(items, before, at.Visit.Forum.Rules.StandingItems)));
            before.Content = at.Row.Content;
            return before;
        }

        await LeaveCancelledAsync(scope, before, at.Row.Meeting!);
        var continued = AgendaItem.Continue(before, meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), scope.Now);
        continued.Content = continued.Content with { IsClosed = at.Row.IsOfClosed };
        scope.Db.AgendaItems.Add(continued);
        await scope.CopyGuestsAsync(before, continued);
        await scope.CopyExclusionsAsync(before, continued);
        return continued;
    }

    /// <summary>A cancelled meeting can be held after all: then the item is not on its agenda as well.</summary>
    private static async Task LeaveCancelledAsync(WriteScope scope, AgendaItem item, Meeting meeting)
    {
        if (meeting.Status != MeetingStatus.Cancelled || !item.IsOnAgenda)
            return;

        item.Remove(scope.Now);
        AgendaOrder.CloseGaps([.. (await scope.Db.ItemsOnAgendaAsync(meeting.Id)).Where(one => one.Id != item.Id)]);
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
    }
}

/// <param name="Number">On the agenda.</param>
public sealed record PlacedItem(AgendaItemId Id, int Number, MeetingTime Time);

internal static class ComingContent
{
    /// <summary>»Budget 2027 (1. behandling)«, where the title does not say so itself.</summary>
    internal static AgendaItemContent ForAgenda(AgendaItemContent content, int? reading)
    {
        if (reading is not { } number || content.Title.Contains("behandling", StringComparison.OrdinalIgnoreCase))
            return content;

        var suffix = $" ({Texts.Reading(number)})";
        return content.Title.Length + suffix.Length > AgendaItemRules.MaxTitleLength ? content : content with { Title = content.Title + suffix };
    }
}
