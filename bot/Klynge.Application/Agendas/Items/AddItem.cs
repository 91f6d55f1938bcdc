using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items;

/// <summary>
/// Puts an item forward. The secretariat's goes straight onto the agenda; a member's becomes a proposal that the secretariat is asked
/// about. Being late for the rules' time limit is told, never refused: the forum itself may take the item up.
/// </summary>
public sealed class AddItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ProposeItem;

    public Task<Result<AddedItem>> HandleAsync(Caller caller, AddItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<AddedItem>(caller, nameof(AddItem), request.ForumId, async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            if (await scope.Db.FactsOf(request.ForumId, request.MeetingId).SingleOrDefaultAsync() is not { } facts)
                return new MeetingNotFound();

            var (at, view) = (new MeetingOfForum(visit.Forum, facts.Meeting, visit.Access), facts.ToView());
            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (!ItemText.Clean(request.Content).TryGet(out var content, out var invalid))
                return invalid;

            if (!(await PresenterNames.FindAsync(scope.Db, at.Forum, at.Meeting.Date, content.Presenter, request.PresenterIsMeant)).TryGet(out var presenter, out var unclear))
                return unclear;

            content = at.Forum.Rules.Items.LeadIn(content with { Presenter = presenter.Text });
            if (request.New is { } made && await scope.Db.AgendaItems.SingleOrDefaultAsync(item => item.Id == made) is { } earlier)
                return Repeated(scope, at, earlier, content).TryGet(out var before, out var another) ? before with { Meeting = view } : another;

            if (request.Question is { } asked && await QuestionItems.CheckAsync(scope, at.Access, at.Forum.Id, asked) is { } unfit)
                return unfit;

            var isLate = scope.Now >= at.Forum.Rules.ItemsIn.Before(at.Meeting.Date);
            var added = at.Access.May(Permission.ManageAgenda)
                ? await PlaceAsync(scope, at, content, isLate, request.New)
                : await ProposeAsync(scope, at, view, content, isLate, request.New);
            if (!added.TryGet(out var done, out var refused))
                return refused;

            if (request.Question is { } answered)
                await QuestionItems.RecordAsync(scope, at.Forum.Id, answered, done, view);

            return done with { Meeting = view, OutsidePresenters = presenter.Outside };
        }, cancellationToken);

    /// <summary>The last step of whatever puts an item on an agenda: its place, what it promises, and the card that shows it.</summary>
    /// <param name="known">What is on the agenda, where that has been read; null to read it.</param>
    internal static async Task<Result<AddedItem>> PlaceAsync(
        WriteScope scope, MeetingOfForum at, AgendaItemContent content, bool isLate, AgendaItemId? id, List<AgendaItem>? known = null)
    {
        var items = known ?? await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id);
        var item = AgendaItem.Add(at.Meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), content, scope.Now, id);
        scope.Db.AgendaItems.Add(item);
        await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, item);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new AddedItem(item.Id, item.Number, IsProposal: false, isLate)
        {
            Overrun = AgendaTimes.Of(at.Meeting.Time, [.. items.Append(item).OrderBy(one => one.Number)]).Overrun,
        };
    }

    /// <summary>The same form again: the item is there. With other words it would be another item, which the form cannot make any longer.</summary>
    private static Result<AddedItem> Repeated(WriteScope scope, MeetingOfForum at, AgendaItem item, AgendaItemContent content) =>
        item.ForumId != at.Forum.Id || (item.ProposedById is { } by && by != scope.Caller.PersonId) ? new ItemNotFound()
        : item.Content.IsSame(content) ? new AddedItem(item.Id, item.Number, item.Status == AgendaItemStatus.Proposed, IsLate: false)
        : new ItemAlreadyAdded(NoticeTitle.Of(item.Content).ToString());

    private static async Task<Result<AddedItem>> ProposeAsync(
        WriteScope scope, MeetingOfForum at, MeetingView view, AgendaItemContent content, bool isLate, AgendaItemId? id)
    {
        var person = scope.Caller.PersonId!.Value;
        var item = AgendaItem.Propose(at.Meeting, content, person, scope.Now, id);
        scope.Db.AgendaItems.Add(item);
        var proposal = await ProposalView.OfAsync(scope.Db, item, at.Forum, view, scope.Today);
        await scope.NotifySecretariatAsync(at.Forum.Id, ProposalCard.Ask((proposal with { IsLate = isLate }).InNotice));
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new AddedItem(item.Id, Number: 0, IsProposal: true, isLate);
    }
}

/// <param name="New">The id of the new item, so that the same form sent again finds what it made; null for one of its own.</param>
public sealed record AddItemRequest(ForumId ForumId, MeetingId MeetingId, AgendaItemContent Content, AgendaItemId? New = null)
{
    /// <inheritdoc cref="EditItemRequest.PresenterIsMeant"/>
    public bool PresenterIsMeant { get; init; }

    /// <summary>The question to the chairs that the item is made of; null for none.</summary>
    public ChairQuestionId? Question { get; init; }
}

/// <param name="Number">On the agenda; 0 for a proposal.</param>
/// <param name="IsLate">The rules' time limit for items has passed.</param>
public sealed record AddedItem(AgendaItemId Id, int Number, bool IsProposal, bool IsLate)
{
    /// <summary>The meeting that it stands at.</summary>
    internal MeetingView? Meeting { get; init; }

    /// <summary>By how much the agenda is longer than the meeting now; null when it is not, and for a proposal.</summary>
    internal AgendaOverrun? Overrun { get; init; }

    /// <summary>Presenters whom nobody in the forum is called: they stand as they were written, and get no message.</summary>
    public IReadOnlyList<string> OutsidePresenters { get; init; } = [];
}
