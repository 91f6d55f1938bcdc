using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas.Items;

/// <summary>Rewrites an item. Whoever had it open when somebody else changed it is told, and nothing is overwritten.</summary>
public sealed class EditItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<EditedItem>> HandleAsync(Caller caller, EditItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<EditedItem>(caller, nameof(EditItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (!ItemText.Clean(request.Content).TryGet(out var content, out var invalid))
                return invalid;

            var isKept = request.PresenterIsMeant || content.Presenter == at.Item.Content.Presenter;
            if (!(await PresenterNames.FindAsync(scope.Db, at.Forum, at.Meeting.Date, content.Presenter, isKept)).TryGet(out var presenter, out var unclear))
                return unclear;

            // Attachments have buttons of their own: one that came while somebody wrote stays.
            content = content with { Presenter = presenter.Text, Attachments = at.Item.Content.Attachments, TakenOff = at.Item.Content.TakenOff, Additions = at.Item.Content.Additions, Votes = at.Item.Content.Votes, Dissents = at.Item.Content.Dissents, Stops = at.Item.Content.Stops, Impartiality = at.Item.Content.Impartiality };
            if (at.Item.Content.Recommendations.Count == 0)
                content = at.Forum.Rules.Items.LeadIn(content);

            var wasClosed = at.Item.Content.IsClosed;
            if (at.Item.Edit(content, request.SeenVersion, scope.Now).Error is { } refused)
                return refused;

            await scope.CloseMatterAsync(at.Item);
            if (!wasClosed && at.Item.Content.IsClosed)
            {
                await scope.LeaveOpenPlaceAsync(at.Meeting.Id);
                await scope.LeaveOpenPlaceAsync(at.Item);
            }

            await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new EditedItem(isKept ? [] : presenter.Outside);
        }, cancellationToken);
}

/// <param name="OutsidePresenters">New presenters whom nobody in the forum is called, as for <see cref="AddedItem"/>.</param>
public sealed record EditedItem(IReadOnlyList<string> OutsidePresenters);

/// <param name="SeenVersion">The version that the person had open.</param>
public sealed record EditItemRequest(ForumId ForumId, AgendaItemId ItemId, AgendaItemContent Content, int SeenVersion)
{
    /// <summary>The person has been asked who presents the item, and means the words as they stand.</summary>
    public bool PresenterIsMeant { get; init; }
}
