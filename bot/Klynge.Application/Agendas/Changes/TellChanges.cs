using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Changes;

/// <summary>Tells everybody with a seat, once, what has changed since the agenda went out or since they were told last.</summary>
public sealed class TellChanges(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<ToldChanges>> HandleAsync(Caller caller, TellChangesRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<ToldChanges>(caller, nameof(TellChanges), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            var view = (await scope.Db.MeetingViewAsync(request.ForumId, request.MeetingId))!;
            var changes = await AgendaChanges.OfAsync(scope.Db, view, CancellationToken.None);
            var people = (await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date)).ExceptCaller(scope.Caller);
            if (changes is null)
            {
                return at.Meeting.ChangesToldAt > at.Meeting.AgendaSentAt ? new ToldChanges(people.Count, view)
                    : at.Meeting.AgendaSentAt is not null ? new NothingToTell()
                    : new AgendaNotSent();
            }

            if (changes.Seen != request.Seen)
                return new ChangedMeanwhile();

            if (at.Meeting.TellChanges(scope.Now).Error is { } refused)
                return refused;

            foreach (var person in people)
                scope.Notify(person.Id, ChangesCard.Notice(view, changes));

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new ToldChanges(people.Count, view);
        }, cancellationToken);
}

/// <param name="Seen">What the question was drawn from: <see cref="AgendaChanges.Seen"/>.</param>
public sealed record TellChangesRequest(ForumId ForumId, MeetingId MeetingId, string? Seen);

/// <param name="People">Who were told; the sender is not among them.</param>
public sealed record ToldChanges(int People, MeetingView Meeting);

/// <summary>The agenda stands as it went out.</summary>
public sealed record NothingToTell()
    : Error("Dagsordenen er, som den blev sendt ud, så der er ingen ændringer at fortælle om.");
