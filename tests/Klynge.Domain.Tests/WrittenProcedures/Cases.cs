using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Forums, seats and cases with valid defaults.</summary>
internal static class Cases
{
    internal static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(9, 0));
    internal static readonly Instant Deadline = DanishTime.ToInstant(new LocalDate(2026, 1, 23), new LocalTime(12, 0));
    internal static readonly PersonId Secretary = PersonId.New();

    internal static readonly WrittenProcedureRules Rules = new(
        Allowed: true,
        TimeLimit.Create(3, TimeLimitUnit.Workdays).Value,
        TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
        DecisionRule.Consensus,
        SilenceIsConsent: false,
        VotesShownWhileOpen: true,
        ClosesWhenAllHaveAnswered: true);

    internal static readonly CaseText Text = new()
    {
        Title = "Udpegning",
        Presentation = "Der skal udpeges.",
        Recommendations = ["Godkender"],
    };

    internal static Forum Forum(WrittenProcedureRules? rules = null, QuorumRule? quorum = null) => new()
    {
        BoardId = BoardId.New(),
        Key = "chefforum",
        Name = "Chefforum",
        Level = 2,
        Rules = new RulesOfProcedure
        {
            ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
            AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
            MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            Quorum = quorum ?? new QuorumRule(0.5m, EverySector: false),
            WrittenProcedures = rules ?? Rules,
        },
    };

    internal static List<ForumMember> Seats(Forum forum, int count, int sectors = 1) =>
        [.. Enumerable.Range(0, count).Select(number => Seat(forum, number, $"sektor {number % sectors}"))];

    internal static ForumMember Seat(Forum forum, int number, string sector)
    {
        var person = Person($"p{number}");
        var seat = new ForumMember
        {
            ForumId = forum.Id,
            PersonId = person.Id,
            Role = Role.Member,
            HasVote = true,
            Organisation = "Region Fjordlandet",
            Sector = sector,
            From = new LocalDate(2025, 1, 1),
            Order = number,
        };

        // What the database sets when it reads a row.
        typeof(ForumMember).GetProperty(nameof(ForumMember.Person))!.SetValue(seat, person);
        return seat;
    }

    internal static Person Person(string name) => new() { Key = name, Name = name };

    internal static WrittenProcedure Draft(Forum forum) => new()
    {
        ForumId = forum.Id,
        CreatedById = Secretary,
        CreatedAt = Now,
        Case = Text,
        Deadline = Deadline,
    };

    internal static WrittenProcedure Open(Forum forum, IEnumerable<ForumMember> seats)
    {
        var procedure = Draft(forum);
        Assert.True(procedure.Open(forum, seats, Text, Secretary, Now).IsSuccess);
        return procedure;
    }

    internal static WrittenProcedure Open(int voters, WrittenProcedureRules? rules = null, QuorumRule? quorum = null, int sectors = 1)
    {
        var forum = Forum(rules, quorum);
        return Open(forum, Seats(forum, voters, sectors));
    }

    internal static Ballot Ballot(this WrittenProcedure procedure, int seat, Answer answer) =>
        new(answer, answer == Answer.Approve ? null : "fordi", procedure.Version, procedure.Roll[seat].VoterId);

    internal static void Cast(this WrittenProcedure procedure, params Answer?[] answers)
    {
        foreach (var (seat, answer) in answers.Index())
        {
            if (answer is { } given)
                Assert.True(procedure.Cast(procedure.Ballot(seat, given), Now).IsSuccess);
        }
    }
}
