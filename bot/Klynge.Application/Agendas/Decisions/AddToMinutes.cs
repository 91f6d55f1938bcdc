using Klynge.Application.Data;
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
        var address = new ItemAddress(request.ForumId, request.Meeting, request.Item);
        return writer.WriteToMinutesAsync<Done>(nameof(AddToMinutes), caller, Needs, address, new AdditionBeforeMeeting(), async (scope, at) =>
        {
            var item = at.Item;
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
        writer.WriteToMinutesAsync<Done>("RemoveAddition", caller, Needs, new ItemAddress(forum, meeting, id), new AdditionBeforeMeeting(), (_, at) =>
        {
            at.Item.SetAdditions([.. at.Item.Content.Additions.Where(one => one.Id != addition)]);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="New">The id of the addition, so that the same form sent again makes no second one.</param>
public sealed record AddToMinutesRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, AdditionId New, string? Text);
