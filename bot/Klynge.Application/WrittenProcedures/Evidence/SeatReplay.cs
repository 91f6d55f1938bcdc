using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>A seat on the roll through the rows: asked, left to a substitute, answered, asked again.</summary>
internal static class SeatReplay
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal) { "procedureId", "memberId", "personId", "organisation", "sector", "order" };

    /// <param name="votes">The answers of this row that no seat has taken yet.</param>
    internal static IEnumerable<string> Apply(
        CaseRecordOf record, AuditEntry row, RowName name, RecordedChange change, IReadOnlyList<RecordedChange> changes, Queue<RecordedChange> votes)
    {
        if (change.Before is null)
            return Add(record, name, change, changes);

        if (!record.Seats.TryGetValue(new(change.ReadId()), out var seat))
            return [Texts.SeatNotOnRoll(name)];

        var faults = new List<string>();
        if (seat.Contradiction(change.Before) is { } other)
            faults.Add(Texts.Contradicts(name, other.Row, seat.Text("name"), other.Name));

        if (change.After is null || change.After.Value.EnumerateObject().Any(property => Fixed.Contains(property.Name)))
            faults.Add(Texts.SeatWasChanged(name, seat.Text("name")));

        if (change.Sets("name") && !change.After!.Value.GetProperty("name").GetString()!.StartsWith($"{seat.Text("name")} (", StringComparison.Ordinal))
            faults.Add(Texts.SeatWasChanged(name, seat.Text("name")));

        if (change.Sets("voterId") && (record.Status != ProcedureStatus.Open || seat.Number("answer") is not null))
            faults.Add(Texts.SeatLeftTooLate(name, seat.Text("name")));

        if (change.Sets("answer"))
        {
            faults.AddRange(Answer(record, row, name, change, votes));
            return faults;
        }

        if (change.After?.TryGetProperty("answer", out _) == true && changes.All(other => other.Entity != nameof(CaseVersion)))
            faults.Add(Texts.AnswerTakenAway(name, seat.Text("name")));

        seat.Merge(change.After, name.Number);
        return faults;
    }

    internal static RollEntry Restore(CaseRecordOf record, RollEntryId id, RecordedValues seat)
    {
        var answer = (Answer?)seat.Number("answer");
        var version = record.Votes.FindLast(vote => vote.Vote.RollEntryId == id)?.Vote.Version ?? 1;
        return RollEntry.Restore(new RecordedSeat
        {
            Id = id,
            Procedure = record.Id,
            Member = new(seat.Id("memberId")!.Value),
            Person = new(seat.Id("personId")!.Value),
            Name = seat.Text("name")!,
            Organisation = seat.Text("organisation")!,
            Sector = seat.Text("sector")!,
            Order = seat.Number("order")!.Value,
            Voter = new(seat.Id("voterId")!.Value),
            Substitute = seat.Text("substituteName"),
            GivenUpAt = seat.At("givenUpAt"),
            Ballot = answer is { } given ? BallotOf(seat, given, version) : null,
            AnsweredAt = seat.At("answeredAt"),
        });
    }

    private static IEnumerable<string> Add(CaseRecordOf record, RowName name, RecordedChange change, IReadOnlyList<RecordedChange> changes)
    {
        var seat = new RecordedValues();
        seat.Merge(change.After, name.Number);
        if (record.Status != ProcedureStatus.Draft || !changes.Any(ProcedureReplay.Opens) || seat.Number("answer") is not null || seat.Id("voterId") != seat.Id("personId"))
            yield return Texts.SeatAddedLater(name, seat.Text("name"));

        if (seat.Id("procedureId") != record.Id.Value || !record.Seats.TryAdd(new(change.ReadId()), seat) || !record.People.Add(new(seat.Id("personId")!.Value)))
            yield return Texts.SeatWasChanged(name, seat.Text("name"));
    }

    /// <summary>Lets the answer through by the rules that let it through then: in time, on the version that stood, for the seat's own voter.</summary>
    private static List<string> Answer(CaseRecordOf record, AuditEntry row, RowName name, RecordedChange change, Queue<RecordedChange> votes)
    {
        var (seat, faults) = (record.Seats[new(change.ReadId())], new List<string>());
        var who = seat.Text("substituteName") ?? seat.Text("name");
        var voter = seat.Id("voterId");
        seat.Merge(change.After, name.Number);
        if (!votes.TryDequeue(out var vote))
            return [Texts.AnswerWithoutRecord(name, who)];

        var given = new RecordedValues();
        given.Merge(vote.After, name.Number);
        var ballot = BallotOf(seat, (Answer)seat.Number("answer")!.Value, given.Number("version")!.Value);
        if (VotingRules.Check(record.Voting, ballot, row.At) is { } refusal)
            faults.Add(Texts.AnswerNotAllowed(name, who, refusal.Text));

        var isOwn = ballot is { Source: VoteSource.Ballot, RecordedBy: null } && row.ActorId == ballot.By;
        var isRecorded = ballot is { Source: VoteSource.Phone or VoteSource.Mail, RecordedBy: { } by } && row.ActorId == by;
        if (ballot.By.Value != voter || !(isOwn || isRecorded))
            faults.Add(Texts.AnswerOfAnother(name, who));

        if (seat.At("answeredAt") != row.At || vote.Before is not null)
            faults.Add(Texts.AnswerAtAnotherTime(name, who));

        var known = new SignedInAs(given.Text("tenant"), given.Text("account"), given.Text("channel"));
        var standing = Vote.Of(record.Id, new(change.ReadId()), ballot, row.At, new(vote.ReadId()));
        record.Votes.Add(new RecordedVote(standing, name.Number, known is { Tenant: null, ObjectId: null, Channel: null } ? null : known, row.ActivityKey?.Split('/')[0]));
        return faults;
    }

    private static Ballot BallotOf(RecordedValues seat, Answer answer, int version) => new(answer, seat.Text("remarks"), version, new PersonId(seat.Id("answeredById")!.Value))
    {
        Answers = seat.Json<List<Answer>>("answers"),
        Source = (VoteSource)(seat.Number("source") ?? 0),
        RecordedBy = seat.Id("recordedById") is { } by ? new PersonId(by) : null,
    };
}
