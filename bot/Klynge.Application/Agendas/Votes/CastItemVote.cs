using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Votes;

/// <summary>
/// A voter presses an answer at the meeting, and can press another until the vote is closed. The voter is the sender, whatever the card says:
/// whoever sits in a seat with a vote, and takes part in the item, now.
/// </summary>
public sealed class CastItemVote(Writer writer)
{
    /// <summary>What it asks of its caller beside the seat; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ReadAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, CastItemVoteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(CastItemVote), caller, request.ForumId, SubjectId: request.Ballot.Value), scope => CastAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Done>> CastAsync(WriteScope scope, CastItemVoteRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (!entered.TryGet(out _, out var error))
            return error;

        if (await scope.Db.ItemBallots.Include(one => one.Answers).SingleOrDefaultAsync(one => one.Id == request.Ballot && one.ForumId == request.ForumId) is not { } ballot)
            return new BallotNotFound();

        var found = await scope.ItemAsync(request.ForumId, ballot.ItemId, Needs);
        if (!found.TryGet(out var at, out error))
            return error;

        if ((await scope.Db.VotersAsync(at)).FirstOrDefault(voter => voter.Person == scope.Caller.PersonId && (request.Seat is not { } seat || voter.Sitting.Seat.Id == seat)) is not { } own)
            return new NoVoteAtItem();

        if (at.Meeting.Status != MeetingStatus.InProgress || !at.Item.IsOnAgenda)
            return new BallotIsOver();

        return ballot.Cast(own.Sitting.Seat.Id, scope.Caller.PersonId!.Value, request.Answer, scope.Now).TryGet(out _, out var over) ? default(Done) : over;
    }
}

/// <param name="Seat">The seat that the card was made for: somebody may sit in two.</param>
public sealed record CastItemVoteRequest(ForumId ForumId, ItemVoteId Ballot, MemberId? Seat, SeatAnswer Answer);

/// <summary>A seat with a vote at an item, with who sits in it.</summary>
/// <param name="IsReached">The bot can write to them in Teams, so that they press themselves: the member, or the substitute on the list.</param>
internal sealed record Voter(Sitting Sitting, PersonId? Person, bool IsReached);

internal static class VoterQueries
{
    internal static Task<IReadOnlyList<Voter>> VotersAsync(this KlyngeContext db, ItemOfForum at) => db.VotersAsync(at.Forum, at.Meeting, at.Item.Id);

    internal static async Task<IReadOnlyList<Voter>> VotersAsync(
        this KlyngeContext db, Forum forum, Meeting meeting, AgendaItemId item, CancellationToken cancellationToken = default)
    {
        var excluded = (await db.ExcludedFromAsync(item, cancellationToken)).Select(one => one.Id).ToHashSet();
        var sitting = (await ItemAttendance.OfAsync(db, forum, meeting, cancellationToken)).VotersAt(item)
            .Where(one => one.Person is not { } person || !excluded.Contains(person)).ToList();
        var people = sitting.Select(one => one.Person).OfType<PersonId>().ToList();
        var reached = await db.People
            .Where(person => people.Contains(person.Id) && person.TeamsUserId != null && !db.Conversations.Any(chat => chat.PersonId == person.Id && chat.IsGone))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        return [.. sitting.Select(one => new Voter(one, one.Person, one.Person is { } person && one.Seat.IsOf(person) && reached.Contains(person)))];
    }
}
