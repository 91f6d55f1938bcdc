using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>An answer as a card sent it. Nothing of it is trusted: not the case, not the version, not the answer.</summary>
/// <param name="Version">The version of the case that the card shows.</param>
/// <param name="Seat">The seat that the card was made for; null when it names none.</param>
public sealed record CastVoteRequest(
    ForumId Forum, WrittenProcedureId Procedure, int Version, Answer Answer, string? Remarks, MemberId? Seat = null)
{
    /// <summary>With <see cref="Answer.Separate"/>: the answer to each recommendation, a default value for one that was left open.</summary>
    public IReadOnlyList<Answer>? Answers { get; init; }
}

/// <summary>
/// A voter's own answer. The voter is the sender, whatever the card says; the last answer before the case closes counts, and every
/// earlier one stays on record.
/// </summary>
public sealed class CastVote(Writer writer, FrozenCases cases, IDbContextFactory<KlyngeContext> contexts)
{
    public async Task<Result<VoteReceipt>> HandleAsync(Caller caller, CastVoteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var intent = new WriteIntent(nameof(CastVote), caller, request.Forum, SubjectId: request.Procedure.Value);
        var result = await writer.WriteAsync(intent, scope => CastAsync(scope, request), cancellationToken);
        if (result.TryGet(out var receipt, out var error))
        {
            var frozen = await cases.FindAsync(request.Procedure, request.Version, cancellationToken);
            return receipt with { Forum = frozen.Forum, Title = frozen.Title, NoticeTitle = frozen.NoticeTitle, Rules = frozen.Rules };
        }

        return error is AlreadyHandled && await StandingAsync(caller, request, cancellationToken) is { } standing ? standing : error;
    }

    private static async Task<Result<VoteReceipt>> CastAsync(WriteScope scope, CastVoteRequest request)
    {
        if (scope.Caller.PersonId is not { } voter)
            return new NotOnTheRoll();

        if (VoteStore.Find(scope, request.Forum, request.Procedure, voter) is not { } seat)
            return new ProcedureNotFound();

        var ballot = new Ballot(request.Answer, Clean(request.Remarks), request.Version, voter) { Answers = request.Answers };
        if (VotingRules.Check(seat.Voting, ballot, scope.Now) is { } refusal)
            return refusal;

        ballot = ballot.AsWhole();
        if (!seat.IsOnRoll)
            return await SeatRefusals.WhyAsync(scope.Db, request.Procedure, voter, scope.Today);

        if (seat.Person != voter && await NoLongerSubstituteAsync(scope, request, voter) is { } former)
            return former;

        if (request.Seat is { } named && named != seat.Member)
            return new AnothersSeat();

        return seat.AlreadySays(ballot) ? Receipt(request, seat, ballot, seat.AnsweredAt!.Value) : await WriteAsync(scope, request, seat, ballot);
    }

    /// <summary>A substitute has the vote for as long as the board says so; a member's own seat was frozen with the roll.</summary>
    private static async Task<Error?> NoLongerSubstituteAsync(WriteScope scope, CastVoteRequest request, PersonId voter)
    {
        var entry = await scope.Db.RollEntries.AsNoTracking()
            .SingleAsync(candidate => candidate.ProcedureId == request.Procedure && candidate.VoterId == voter);
        return await scope.Db.HasLeftAsync(request.Forum, entry, scope.Today) ? new NoLongerSubstitute(entry.Name) : null;
    }

    private static async Task<Result<VoteReceipt>> WriteAsync(WriteScope scope, CastVoteRequest request, VotingSeat seat, Ballot ballot)
    {
        scope.EnterBy(Verbs.Vote); // The seat is the voter's, as the roll says above.
        VoteStore.Write(scope, request.Procedure, seat, ballot);
        var receipt = Receipt(request, seat, ballot, scope.Now) with { Replaced = seat.Answer, ReplacedEach = seat.Answers };
        if (VoteStore.MayEnd(scope, request.Procedure, seat, ballot.Answer))
        {
            var end = await ProcedureClosing.EndIfDueAsync(scope, request.Forum, request.Procedure);
            receipt = receipt with { ClosedAs = end.ClosedAs, ClosesAt = end.ClosesAt };
        }

        await VoteStore.RefreshAsync(scope, request.Procedure);
        return receipt;
    }

    private static string? Clean(string? remarks) => DanishText.CleanLines(remarks) is { Length: > 0 } text ? text : null;

    private static VoteReceipt Receipt(CastVoteRequest request, VotingSeat seat, Ballot ballot, NodaTime.Instant at) => new()
    {
        ProcedureId = request.Procedure,
        ForumId = request.Forum,
        Forum = string.Empty,
        Title = string.Empty,
        NoticeTitle = default,
        Answer = ballot.Answer,
        Answers = ballot.Answers,
        Remarks = ballot.Remarks,
        AnsweredAt = at,
        Deadline = seat.Voting.Deadline,
        ClosesAt = seat.Voting.ClosesAt,
    };

    /// <summary>The channel delivered the same press again: shows what it came to the first time.</summary>
    private async Task<VoteReceipt?> StandingAsync(Caller caller, CastVoteRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken) is { } view
            && view.SeatOf(caller.PersonId!.Value) is { Answer: not null } seat
            ? ReceiptCard.Of(view, seat)
            : null;
    }
}
