using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// Adds something to the minutes of an item that was not said at the meeting (»linket er indsat bagefter«), until they are approved. It is
/// marked as the secretariat's, with who and when, so that nobody takes it for the forum's words.
/// </summary>
public sealed class AddToMinutes(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    private static readonly TextLimit Text = new("Tilføjelsen", SecretariatAddition.MaxTextLength);

    public Task<Result<Done>> HandleAsync(Caller caller, AddToMinutesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync(caller, nameof(AddToMinutes), request.ForumId, request.Meeting, request.Item, async (scope, item) =>
        {
            if (string.IsNullOrWhiteSpace(request.Text))
                return new AdditionMissing();

            if (!DanishText.Clean(request.Text, Text).TryGet(out var text, out var tooLong))
                return tooLong;

            if (item.Content.Additions.Any(one => one.Id == request.New))
                return default(Done);

            if (item.Content.Additions.Count >= SecretariatAddition.Max)
                return new TooManyAdditions();

            var by = await scope.Db.People.Where(person => person.Id == scope.Caller.PersonId).Select(person => person.Name).SingleAsync();
            item.SetAdditions([.. item.Content.Additions, new SecretariatAddition(request.New, text, by, scope.Now)]);
            return default(Done);
        }, cancellationToken);
    }

    /// <summary>Takes one out again; one that is gone is gone.</summary>
    public Task<Result<Done>> RemoveAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId id, AdditionId addition, CancellationToken cancellationToken) =>
        WriteAsync(caller, "RemoveAddition", forum, meeting, id, (_, item) =>
        {
            item.SetAdditions([.. item.Content.Additions.Where(one => one.Id != addition)]);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);

    private Task<Result<Done>> WriteAsync(
        Caller caller, string useCase, ForumId forum, MeetingId meeting, AgendaItemId id, Func<WriteScope, AgendaItem, Task<Result<Done>>> change, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(useCase, caller, forum, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ItemAsync(forum, id, Needs, meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.IsOnAgenda)
                return new ItemNotFound();

            if (at.Meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent)
                return new AdditionBeforeMeeting();

            if (await scope.CheckDecidableAsync(at) is { } refusal)
                return refusal;

            var changed = await change(scope, at.Item);
            if (changed.IsSuccess)
                await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));

            return changed;
        }, cancellationToken);
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="New">The id of the addition, so that the same form sent again makes no second one.</param>
public sealed record AddToMinutesRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, AdditionId New, string? Text);
