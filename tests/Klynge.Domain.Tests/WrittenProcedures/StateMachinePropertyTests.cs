using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;
using Outcome = Klynge.Domain.WrittenProcedures.Outcome;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>No sequence of calls, at whatever times, brings a case into a state that the rules forbid.</summary>
public sealed class StateMachinePropertyTests
{
    private enum Call
    {
        Edit,
        Open,
        Cast,
        Amend,
        GiveUpSeat,
        TakeSeatBack,
        CloseDue,
        Close,
        Withdraw,
        Confirm,
    }

    private static readonly Arbitrary<(Call Call, int Number, int Hours)[]> Calls = (
        from call in Gen.Frequency((6, Gen.Constant(Call.Cast)), (1, Gen.Elements(Enum.GetValues<Call>())))
        from number in Gen.Choose(0, 14)
        from hours in Gen.Frequency((9, Gen.Choose(0, 8)), (1, Gen.Choose(50, 300)))
        select (call, number, hours)).ArrayOf().ToArbitrary();

    [Fact]
    public void AnySequenceOfCalls_KeepsToTheStatesTheRulesAllow() => Prop.ForAll(Calls, calls =>
    {
        var forum = Cases.Forum();
        var seats = Cases.Seats(forum, 3);
        var procedure = Cases.Draft(forum);
        var now = Cases.Now;
        if (calls.Length > 4)
            Assert.True(procedure.Open(forum, seats, Cases.Text, Cases.Secretary, now).IsSuccess);

        foreach (var (call, number, hours) in calls)
        {
            now += Duration.FromHours(hours);
            var before = Snapshot.Of(procedure);
            var done = Make(procedure, forum, seats, call, number, now);
            var after = Snapshot.Of(procedure);

            Assert.True(done || before == after, $"{call} was refused and changed the case.");
            Assert.Contains((before.Status, after.Status), Allowed(call, done));
            AssertSound(procedure, before, after, call, now);
        }
    }).QuickCheckThrowOnFailure();

    private static bool Make(WrittenProcedure procedure, Forum forum, List<ForumMember> seats, Call call, int number, Instant now)
    {
        var voter = seats[number % 3].PersonId;
        var ballot = new Ballot((Answer)((number % 5) + 1), "ord", procedure.Version - (number == 13 ? 1 : 0), voter);
        return call switch
        {
            Call.Edit => procedure.Edit(Cases.Text with { Title = $"Titel {number}" }, Cases.Deadline).IsSuccess,
            Call.Open => procedure.Open(forum, seats, procedure.Case, Cases.Secretary, now).IsSuccess,
            Call.Cast => procedure.Cast(ballot, now).IsSuccess,
            Call.Amend => procedure.Amend(
                forum, Cases.Text with { Title = $"Titel {number}" }, now + Duration.FromDays(number), "rettet", Cases.Secretary, now).IsSuccess,
            Call.GiveUpSeat => procedure.GiveUpSeat(voter, Cases.Person("stedfortræder"), now).IsSuccess,
            Call.TakeSeatBack => procedure.TakeSeatBack(voter, now).IsSuccess,
            Call.CloseDue => procedure.CloseDue(now).IsSuccess,
            Call.Close => procedure.Close(Cases.Secretary, now).IsSuccess,
            Call.Withdraw => procedure.Withdraw(Cases.Secretary, "fortrudt", now).IsSuccess,
            _ => procedure.Confirm(Cases.Secretary, "Tak.", now).IsSuccess,
        };
    }

    private static (ProcedureStatus From, ProcedureStatus To)[] Allowed(Call call, bool done)
    {
        (ProcedureStatus, ProcedureStatus)[] stays =
        [
            (ProcedureStatus.Draft, ProcedureStatus.Draft),
            (ProcedureStatus.Open, ProcedureStatus.Open),
            (ProcedureStatus.Closed, ProcedureStatus.Closed),
        ];
        return (call, done) switch
        {
            (_, false) => stays,
            (Call.Edit, _) => [stays[0]],
            (Call.Open, _) => [(ProcedureStatus.Draft, ProcedureStatus.Open)],
            (Call.Cast or Call.Amend or Call.GiveUpSeat or Call.TakeSeatBack, _) => [stays[1]],
            (Call.Close or Call.CloseDue, _) => [(ProcedureStatus.Open, ProcedureStatus.Closed)],
            (Call.Withdraw, _) => [(ProcedureStatus.Draft, ProcedureStatus.Closed), (ProcedureStatus.Open, ProcedureStatus.Closed)],
            _ => [stays[2]],
        };
    }

    private static void AssertSound(WrittenProcedure procedure, Snapshot before, Snapshot after, Call call, Instant now)
    {
        Assert.Equal(procedure.Status == ProcedureStatus.Closed, procedure.Outcome is not null);
        Assert.Equal(procedure.Status == ProcedureStatus.Closed, procedure.ClosedAt is not null);
        Assert.True(procedure.ConfirmedAt is null || procedure.Outcome is not (null or Outcome.Withdrawn));
        Assert.Equal(procedure.Roll.Count, procedure.Roll.Select(entry => entry.VoterId).Distinct().Count());
        if (before.Status == ProcedureStatus.Open && call != Call.Amend)
            Assert.Equal((before.Text, before.Deadline, before.Version), (after.Text, after.Deadline, after.Version));

        if (before.Status == ProcedureStatus.Closed)
            Assert.Equal(before with { Confirmed = after.Confirmed }, after);

        if (procedure is { Outcome: not (null or Outcome.Withdrawn) })
            Assert.Equal(procedure.Tally().Outcome, procedure.Outcome);

        if (procedure.ClosedBecause == ClosingReason.Deadline && procedure.ClosedAt == now)
            Assert.True(now >= procedure.Deadline);

        if (procedure.ClosedBecause == ClosingReason.AllAnswered && procedure.ClosedAt == now)
            Assert.True(now >= procedure.ClosesAt);
    }

    private sealed record Snapshot(
        ProcedureStatus Status, CaseText Text, Instant Deadline, int Version, Outcome? Outcome, string Seats, Instant? Confirmed)
    {
        internal static Snapshot Of(WrittenProcedure procedure) => new(
            procedure.Status,
            procedure.Case,
            procedure.Deadline,
            procedure.Version,
            procedure.Outcome,
            string.Join(";", procedure.Roll.Select(entry => $"{entry.VoterId.Value}={entry.Answer}/{entry.AnsweredAt}/{entry.Remarks}")),
            procedure.ConfirmedAt);
    }
}
