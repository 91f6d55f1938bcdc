using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Support;

/// <summary>
/// A real database of its own, migrated, with a writer and a clock that stands still: a forum of a region, two municipalities and
/// general practice, with a secretary, a co-chair and an observer. Disposed, the database is gone.
/// </summary>
public sealed class TestBoard : IAsyncDisposable
{
    private TestBoard()
    {
    }

    /// <summary>Tuesday 13 January 2026 at 9:00 Danish time.</summary>
    public FakeClock Clock { get; private set; } = new(DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(9, 0)));

    public LocalDate Today => DanishTime.Today(Clock);

    public TestDatabase Database { get; private set; } = null!;

    public IDbContextFactory<KlyngeContext> Contexts => Database;

    public Writer Writer { get; private set; } = null!;

    public Forum Forum { get; private set; } = null!;

    /// <summary>Another forum, for what must not leak from one to the other.</summary>
    public Forum OtherForum { get; private set; } = null!;

    public Person Secretary { get; private set; } = null!;

    public Person Chair { get; private set; } = null!;

    public Person Member { get; private set; } = null!;

    public Person OtherMember { get; private set; } = null!;

    public Person Doctor { get; private set; } = null!;

    public Person Observer { get; private set; } = null!;

    /// <summary>On record, sits nowhere.</summary>
    public Person Stranger { get; private set; } = null!;

    /// <param name="store">Null: what the run is for.</param>
    public static async Task<TestBoard> CreateAsync(TestStore? store = null)
    {
        var board = new TestBoard();
        board.Database = await TestDatabase.CreateAsync(store);
        board.Writer = new Writer(board.Contexts, board.Clock);
        await board.SeedAsync();
        return board;
    }

    /// <summary>The same people, forums and hour, before a database of its own.</summary>
    /// <param name="file">What is in that database.</param>
    internal async Task<TestBoard> CopyAsync(byte[] file)
    {
        var copy = (TestBoard)MemberwiseClone();
        copy.Clock = new FakeClock(Clock.GetCurrentInstant());
        copy.Database = await TestDatabase.CopyAsync(file);
        copy.Writer = new Writer(copy.Contexts, copy.Clock);
        return copy;
    }

    public KlyngeContext Open() => Contexts.CreateDbContext();

    /// <summary>Saves what a test wants to be there, past the use cases.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var db = Open();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    /// <summary>A meeting of <see cref="Forum"/> three weeks ahead, 14.00–16.00.</summary>
    public async Task<Meeting> AddMeetingAsync(int daysAhead = 21)
    {
        var time = new MeetingTime(Today.PlusDays(daysAhead), new LocalTime(14, 0), new LocalTime(16, 0));
        var meeting = Meeting.Schedule(Forum.Id, time, "Teams", Clock.GetCurrentInstant()).Value;
        await AddAsync(meeting);
        return meeting;
    }

    public static Caller As(Person person, string? activity = null) => new(person.Id, activity);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task SeedAsync()
    {
        var health = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" };
        Forum = ForumNamed(health, "chefforum", "Chefforum", 2);
        OtherForum = ForumNamed(health, "driftsforum", "Driftsforum", 1);
        Secretary = Named("sofie", "Sofie Bech");
        Chair = Named("karen", "Karen Ravn");
        Member = Named("mads", "Mads Holt");
        OtherMember = Named("lene", "Lene Aagaard");
        Doctor = Named("omar", "Omar Said");
        Observer = Named("bo", "Bo Ørum");
        Stranger = Named("ulla", "Ulla Fremmed");
        await AddAsync(health, Forum, OtherForum, Secretary, Chair, Member, OtherMember, Doctor, Observer, Stranger);
        await AddAsync(
            Seat(Forum, Chair, Role.CoChair, "Region Fjordlandet", "region", 1),
            Seat(Forum, Member, Role.Member, "Birkelse Kommune", "Birkelse Kommune", 2),
            Seat(Forum, OtherMember, Role.Member, "Sønderlund Kommune", "Sønderlund Kommune", 3),
            Seat(Forum, Doctor, Role.Member, "PLO", "almen praksis", 4),
            Seat(Forum, Observer, Role.Observer, "Patientforeningen", "patienter", 5),
            Seat(Forum, Secretary, Role.Secretariat, "Region Fjordlandet", "region", 6),
            Seat(OtherForum, Observer, Role.Member, "Patientforeningen", "patienter", 1));
    }

    private static Forum ForumNamed(Board board, string key, string name, int level) => new()
    {
        BoardId = board.Id,
        Key = key,
        Name = name,
        Level = level,
        Rules = new RulesOfProcedure
        {
            ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days, ClockTime.Midnight).Value,
            AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
            MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            Quorum = new QuorumRule(0.5m, EverySector: true),
            WrittenProcedures = new WrittenProcedureRules(
                Allowed: true,
                TimeLimit.Create(3, TimeLimitUnit.Workdays).Value,
                TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                DecisionRule.Consensus,
                SilenceIsConsent: false,
                VotesShownWhileOpen: true,
                ClosesWhenAllHaveAnswered: true),
        },
    };

    private static Person Named(string key, string name) => new()
    {
        Key = key,
        Name = name,
        Email = $"{key}@fjordlandet.example",
        EntraObjectId = $"00000000-0000-4000-8000-{key.Sum(letter => letter * 7919L):000000000000}",
        TeamsUserId = $"29:{key}",
    };

    private static ForumMember Seat(Forum forum, Person person, Role role, string organisation, string sector, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role is Role.Member or Role.CoChair or Role.Chair,
        Organisation = organisation,
        Sector = sector,
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };
}
