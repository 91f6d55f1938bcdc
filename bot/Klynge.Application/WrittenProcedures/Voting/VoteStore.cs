using System.Data.Common;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>
/// Puts one answer on record with one read and two writes, whatever the size of the roll: the rules are the aggregate's own
/// (<see cref="VotingRules"/>), the rows are written one by one by prepared statements. A test holds it against the aggregate.
/// </summary>
internal static class VoteStore
{
    private const string FindSeat = """
        SELECT p."Status", p."Outcome", p."Deadline", p."Version", p."ClosesAt",
            e."Id", e."MemberId", e."Answer", e."Remarks", e."AnsweredAt", e."AnsweredById", e."PersonId", e."Answers", p."SeparateRecommendations"
        FROM "WrittenProcedures" p LEFT JOIN "RollEntries" e ON e."ProcedureId" = p."Id" AND e."VoterId" = @p2
        WHERE p."Id" = @p0 AND p."ForumId" = @p1
        """;

    private const string SetAnswer = """
        UPDATE "RollEntries"
        SET "Answer" = @p1, "Remarks" = @p2, "AnsweredAt" = @p3, "AnsweredById" = @p4, "Source" = @p5, "RecordedById" = @p6, "Answers" = @p7
        WHERE "Id" = @p0
        """;

    private const string AddVote = """
        INSERT INTO "Votes" ("Id", "ProcedureId", "RollEntryId", "Version", "Answer", "Remarks", "CastById", "CastAt", "Source", "RecordedById", "Answers")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
        """;

    private const string SomebodyIsMissing = """SELECT 1 FROM "RollEntries" WHERE "ProcedureId" = @p0 AND "Answer" IS NULL LIMIT 1""";

    private const string Something = "";

    internal static VotingSeat? Find(WriteScope scope, ForumId forum, WrittenProcedureId procedure, PersonId voter) =>
        scope.Sql.First(FindSeat, Read, procedure.Value, forum.Value, voter.Value);

    /// <summary>Writes the answer, the vote, their audit and the update of the shared card.</summary>
    internal static void Write(WriteScope scope, WrittenProcedureId procedure, VotingSeat seat, Ballot ballot)
    {
        var at = scope.Now.ToDatabase();
        var vote = Vote.Of(procedure, seat.Id, ballot, scope.Now);
        var (answer, source, each) = ((int)ballot.Answer, (int)ballot.Source, Text(ballot.Answers));
        scope.Sql.Execute(SetAnswer, seat.Id.Value, answer, ballot.Remarks, at, ballot.By.Value, source, ballot.RecordedBy?.Value, each);
        scope.Sql.Execute(
            AddVote, vote.Id.Value, procedure.Value, seat.Id.Value, ballot.Version, answer, ballot.Remarks, ballot.By.Value, at, source, ballot.RecordedBy?.Value, each);
        scope.Record(new RowChange("RollEntry", seat.Id.Value, [.. seat.Before(), .. Each(seat, seat.Answers)], [.. After(ballot, at), .. Each(seat, ballot.Answers)]));
        scope.Record(new RowChange("Vote", vote.Id.Value, Before: null, [("procedureId", procedure.Value), ("version", ballot.Version), .. Known(scope.Caller.Known)]));
    }

    /// <summary>Whether this answer may end the case, at once or in a while: somebody demands a meeting, or nobody is missing any longer.</summary>
    internal static bool MayEnd(WriteScope scope, WrittenProcedureId procedure, VotingSeat seat, Answer answer) =>
        answer == Answer.DemandMeeting
        || (seat.Answer is null && scope.Sql.First(SomebodyIsMissing, static _ => Something, procedure.Value) is null);

    internal static Task RefreshAsync(WriteScope scope, WrittenProcedureId procedure) =>
        scope.RefreshAsync(ProcedureCardSource.Key(procedure));

    private static (string Name, object? Value)[] After(Ballot ballot, DateTime at) =>
    [
        ("answer", (int)ballot.Answer),
        ("remarks", ballot.Remarks),
        ("answeredAt", at),
        ("answeredById", ballot.By.Value),
        ("source", (int)ballot.Source),
        ("recordedById", ballot.RecordedBy?.Value),
    ];

    /// <summary>Years later the package of evidence says by which account the answer came, whoever has that account then.</summary>
    private static (string Name, object? Value)[] Known(SignedInAs? known) =>
        known is null ? [] : [("tenant", known.Tenant), ("account", known.ObjectId), ("channel", known.Channel)];

    /// <summary>Nothing of a case that is answered as a whole: its record is as it has always been.</summary>
    private static IEnumerable<(string Name, object? Value)> Each(VotingSeat seat, IReadOnlyList<Answer>? answers) =>
        seat.Voting.Separate is null ? [] : [("answers", Text(answers))];

    private static string? Text(IReadOnlyList<Answer>? answers) => answers is null ? null : JsonColumn.Write(answers);

    private static VotingSeat Read(DbDataReader row)
    {
        var voting = new VotingState(
            (ProcedureStatus)row.GetInt32(0),
            row.IsDBNull(1) ? null : (Outcome)row.GetInt32(1),
            StoredInstant.FromDatabase(row.GetDateTime(2)),
            row.GetInt32(3),
            row.IsDBNull(4) ? null : StoredInstant.FromDatabase(row.GetDateTime(4)),
            row.IsDBNull(13) ? null : row.GetInt32(13));
        return row.IsDBNull(5)
            ? new VotingSeat(voting, default, default, default, null, null, null, null)
            : new VotingSeat(
                voting,
                new RollEntryId(row.GetGuid(5)),
                new MemberId(row.GetGuid(6)),
                new PersonId(row.GetGuid(11)),
                row.IsDBNull(7) ? null : (Answer)row.GetInt32(7),
                row.IsDBNull(8) ? null : row.GetString(8),
                row.IsDBNull(9) ? null : StoredInstant.FromDatabase(row.GetDateTime(9)),
                row.IsDBNull(10) ? null : new PersonId(row.GetGuid(10)))
            {
                Answers = row.IsDBNull(12) ? null : JsonColumn.Read<List<Answer>>(row.GetString(12)),
            };
    }
}

/// <summary>A case and the one seat that a person votes for in it.</summary>
/// <param name="Person">The member whose seat it is.</param>
/// <param name="Id">Empty when the person votes for none.</param>
internal sealed record VotingSeat(
    VotingState Voting, RollEntryId Id, MemberId Member, PersonId Person, Answer? Answer, string? Remarks, Instant? AnsweredAt, PersonId? AnsweredBy)
{
    internal bool IsOnRoll => Id != default(RollEntryId);

    /// <inheritdoc cref="RollEntry.Answers"/>
    internal IReadOnlyList<Answer>? Answers { get; init; }

    internal bool AlreadySays(Ballot ballot) => ballot.SaysTheSame(Answer, Answers, Remarks, AnsweredBy);

    internal IReadOnlyList<(string Name, object? Value)> Before() =>
        [("answer", (int?)Answer), ("remarks", Remarks), ("answeredAt", AnsweredAt?.ToDatabase()), ("answeredById", AnsweredBy?.Value)];
}
