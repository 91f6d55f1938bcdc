using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Data.Migrations;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>A data folder with one open case, for the bot to be started on; the database is in it, or in PostgreSQL.</summary>
internal sealed class OpenCase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-votes-");
    private readonly NpgsqlDataSource? _source;

    private OpenCase(string? postgres)
    {
        if (postgres is not null)
        {
            _source = PostgresSource.Create(postgres);
            Environment["ConnectionStrings__Klynge"] = postgres;
        }
    }

    /// <summary>What tells the bot of the database.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    internal string Folder => _folder.FullName;

    internal WrittenProcedure Procedure { get; private set; } = null!;

    /// <summary>The Entra object ids of those who vote.</summary>
    internal IReadOnlyList<string> Voters { get; private set; } = [];

    internal static async Task<OpenCase> CreateAsync(int voters, bool onPostgres = false)
    {
        var opened = new OpenCase(onPostgres ? await PostgresServer.CreateAsync() : null);
        Directory.CreateDirectory(Path.Combine(opened.Folder, ".data"));
        await using var db = opened.Open();
        await new Migrator(db, SystemClock.Instance).MigrateAsync(CancellationToken.None);
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" };
        var forum = NewForum(board);
        var people = Enumerable.Range(1, voters).Select(NewPerson).ToList();
        db.AddRange([board, forum, .. people, .. people.Select((person, order) => NewSeat(forum, person, order))]);
        await db.SaveChangesAsync();
        opened.Voters = people.ConvertAll(person => person.EntraObjectId!);
        opened.Procedure = NewCase(forum, people[0].Id);
        var seats = await db.Members.Include(seat => seat.Person).ToListAsync();
        var version = opened.Procedure.Open(forum, seats, opened.Procedure.Case, people[0].Id, SystemClock.Instance.GetCurrentInstant());
        db.AddRange(opened.Procedure, version.Value);
        await db.SaveChangesAsync();
        return opened;
    }

    /// <summary>The case as it stands when it was closed by hand, with nobody's answer.</summary>
    internal async Task CloseAsync()
    {
        await using var db = Open();
        var procedure = await db.WrittenProcedures.Include(row => row.Roll).SingleAsync();
        Assert.True(procedure.Close(procedure.CreatedById, SystemClock.Instance.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }

    /// <summary>The remarks of every vote that is in the database: each vote of these tests has its own.</summary>
    internal async Task<List<string>> StoredAsync()
    {
        await using var db = Open();
        return await db.Votes.AsNoTracking().Select(vote => vote.Remarks!).ToListAsync();
    }

    /// <summary>What each seat says now.</summary>
    internal async Task<Dictionary<string, string?>> SeatsAsync()
    {
        await using var db = Open();
        return await db.RollEntries.AsNoTracking()
            .Join(db.People, entry => entry.PersonId, person => person.Id, (entry, person) => new { person.EntraObjectId, entry.Remarks })
            .ToDictionaryAsync(row => row.EntraObjectId!, row => row.Remarks, StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        if (_source is not null)
        {
            await _source.DisposeAsync();
            await PostgresServer.DropAsync(Environment["ConnectionStrings__Klynge"]);
        }
    }

    private KlyngeContext Open()
    {
        var builder = new DbContextOptionsBuilder<KlyngeContext>();
        _ = _source is null
            ? builder.UseKlyngeSqlite($"Data Source={Path.Combine(Folder, ".data", "klynge.db")}")
            : builder.UseKlyngePostgres(_source);
        return new KlyngeContext(builder.Options);
    }

    private static Forum NewForum(Board board) => new()
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
        Key = $"person-{number}",
        Name = $"Medlem {number}",
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

    private static WrittenProcedure NewCase(Forum forum, PersonId by)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new WrittenProcedure
        {
            ForumId = forum.Id,
            CreatedById = by,
            CreatedAt = now,
            Deadline = now + Duration.FromDays(14),
            Case = new CaseText { Title = "Vinterplan", Presentation = "Planen er drøftet.", Recommendations = ["Godkender planen"] },
        };
    }
}
