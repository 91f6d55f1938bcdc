using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <param name="Seat">The seat that is answered for.</param>
/// <param name="Source">By telephone or by mail.</param>
public sealed record RecordVoteRequest(
    ForumId Forum, WrittenProcedureId Procedure, MemberId Seat, Answer Answer, VoteSource Source, string? Remarks)
{
    /// <inheritdoc cref="CastVoteRequest.Answers"/>
    public IReadOnlyList<Answer>? Answers { get; init; }

    /// <summary>The version of the case that the form showed; null where it does not say, as it need not where one answer is for all of it.</summary>
    public int? Version { get; init; }
}

/// <summary>
/// The secretariat records an answer that was given by telephone or mail. It is marked as such with who recorded it, and the voter is told.
/// </summary>
public sealed class RecordVote(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordVoteForOthers;

    /// <returns>Whose answer it is, by name.</returns>
    public Task<Result<string>> HandleAsync(Caller caller, RecordVoteRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(RecordVote), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => RecordAsync(scope, request),
            cancellationToken);

    private static async Task<Result<string>> RecordAsync(WriteScope scope, RecordVoteRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (request.Source is not (VoteSource.Phone or VoteSource.Mail))
            return new CardWasAltered();

        var entry = await scope.Db.RollEntries.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.ProcedureId == request.Procedure && candidate.MemberId == request.Seat);
        if (entry is null || VoteStore.Find(scope, request.Forum, request.Procedure, entry.VoterId) is not { IsOnRoll: true } seat)
            return new ProcedureNotFound();

        if (request.Version is { } shown && shown != seat.Voting.Version)
            return new CaseHasChanged();

        var remarks = DanishText.CleanLines(request.Remarks) is { Length: > 0 } text ? text : null;
        var ballot = new Ballot(request.Answer, remarks, seat.Voting.Version, entry.VoterId)
        {
            Answers = request.Answers,
            Source = request.Source,
            RecordedBy = scope.Caller.PersonId,
        };
        if (VotingRules.Check(seat.Voting, ballot, scope.Now) is { } error)
            return error;

        ballot = ballot.AsWhole();
        if (seat.AlreadySays(ballot))
            return entry.VoterName;

        await WriteAsync(scope, request, seat, ballot, visit.Forum);
        return entry.VoterName;
    }

    private static async Task WriteAsync(WriteScope scope, RecordVoteRequest request, VotingSeat seat, Ballot ballot, Forum forum)
    {
        VoteStore.Write(scope, request.Procedure, seat, ballot);
        var end = VoteStore.MayEnd(scope, request.Procedure, seat, ballot.Answer)
            ? await ProcedureClosing.EndIfDueAsync(scope, request.Forum, request.Procedure)
            : default;
        if (await scope.Db.ViewProcedureAsync(forum.Id, request.Procedure, CancellationToken.None) is { } view
            && view.SeatOf(ballot.By) is { } now)
        {
            scope.Notify(ballot.By, RecordedCard.Build(end.ClosedAs is { } outcome ? view.ClosedNow(outcome) : view, now));
        }

        await VoteStore.RefreshAsync(scope, request.Procedure);
    }
}
