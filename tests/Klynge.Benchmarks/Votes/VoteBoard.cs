using System.Globalization;
using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Votes;

/// <summary>A database with one open case and everybody entitled to answer it.</summary>
internal sealed class VoteBoard(IReadOnlyList<string> voters, WrittenProcedure procedure, DbContextOptions<KlyngeContext> options)
{
    /// <summary>The Entra object ids of the voters.</summary>
    internal IReadOnlyList<string> Voters { get; } = voters;

    internal WrittenProcedure Procedure { get; } = procedure;

    internal static Task<VoteBoard> CreateAsync(string folder, int voters)
    {
        Directory.CreateDirectory(folder);
        return CreateAsync(
            (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>()
                .UseKlyngeSqlite($"Data Source={Path.Combine(folder, "klynge.db")}").Options,
            voters);
    }

    internal static async Task<VoteBoard> CreateAsync(DbContextOptions<KlyngeContext> options, int voters)
    {
        await using var db = new KlyngeContext(options);
        await new Application.Data.Migrations.Migrator(db, SystemClock.Instance).MigrateAsync(CancellationToken.None);
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" };
        var forum = NewForum(board);
        var people = Enumerable.Range(1, voters).Select(NewPerson).ToList();
        var seats = people.Select((person, index) => NewSeat(forum, person, index)).ToList();
        db.AddRange([board, forum, .. people, .. seats]);
        await db.SaveChangesAsync();
        var procedure = NewProcedure(forum, people[0].Id);
        var seated = await db.Members.Include(seat => seat.Person).ToListAsync();
        var frozen = procedure.Open(forum, seated, procedure.Case, people[0].Id, SystemClock.Instance.GetCurrentInstant());
        db.AddRange(procedure, frozen.Value);
        await db.SaveChangesAsync();
        return new VoteBoard(people.ConvertAll(person => person.EntraObjectId!), procedure, options);
    }

    /// <summary>What stands in the database afterwards: every acknowledged vote and its row in the audit log.</summary>
    internal async Task<string> DescribeAsync()
    {
        await using var db = new KlyngeContext(options);
        var votes = await db.Votes.CountAsync();
        var audited = await db.Audit.CountAsync(entry => entry.UseCase == "CastVote" && entry.Refusal == null);
        return string.Create(CultureInfo.InvariantCulture, $"in the database: {votes:N0} votes, {audited:N0} audit rows");
    }

    internal static Forum NewForum(Board board) => new()
    {
        BoardId = board.Id,
        Key = "chefforum",
        Name = "Chefforum",
        Level = 2,
        Rules = new RulesOfProcedure
        {
            ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
            AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
            MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            Quorum = new QuorumRule(0.5m, EverySector: false),
            WrittenProcedures = new WrittenProcedureRules(
                Allowed: true,
                TimeLimit.Create(1, TimeLimitUnit.Days).Value,
                TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                DecisionRule.SimpleMajority,
                SilenceIsConsent: false,
                VotesShownWhileOpen: true,
                ClosesWhenAllHaveAnswered: false),
        },
    };

    private static Person NewPerson(int number) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"person-{number}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"Medlem {number}"),
        EntraObjectId = Guid.NewGuid().ToString(),
    };

    private static ForumMember NewSeat(Forum forum, Person person, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = Role.Member,
        HasVote = true,
        Organisation = "Region Klitlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };

    private static WrittenProcedure NewProcedure(Forum forum, PersonId by)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new WrittenProcedure
        {
            ForumId = forum.Id,
            CreatedById = by,
            CreatedAt = now,
            Deadline = now + Duration.FromDays(14),
            Case = new CaseText { Title = "Fælles plan for vinterens indlæggelser", Presentation = "Planen er drøftet i Driftsforum.", Recommendations = ["Godkender planen"] },
        };
    }
}
