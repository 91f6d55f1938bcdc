using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Audit;

/// <summary>The chain as the writer writes it: numbers without holes and hashes that anybody can make again.</summary>
public abstract class AuditChainTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : AuditChainTests(TestStore.Sqlite);

    public sealed class OnPostgres() : AuditChainTests(TestStore.Postgres);

    private const string BeforeTheChainInSqlite = """
        DROP TABLE "AuditHead"; DROP TRIGGER "Audit_NoUpdate"; DROP TRIGGER "Audit_NoDelete";
        ALTER TABLE "Audit" DROP COLUMN "Hash"; ALTER TABLE "Audit" DROP COLUMN "PreviousHash";
        UPDATE "Audit" SET "Sequence" = 5 WHERE "Sequence" = 2;
        CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'x'); END;
        DELETE FROM "SchemaHistory" WHERE "Name" LIKE '0007%';
        """;

    private const string BeforeTheChainInPostgres = """
        DROP TABLE "AuditHead"; DROP TRIGGER "Audit_NoChange" ON "Audit";
        ALTER TABLE "Audit" DROP COLUMN "Hash"; ALTER TABLE "Audit" DROP COLUMN "PreviousHash";
        UPDATE "Audit" SET "Sequence" = 5 WHERE "Sequence" = 2;
        CREATE TRIGGER "Audit_NoChange" BEFORE UPDATE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "RefuseChange"('x');
        DELETE FROM "SchemaHistory" WHERE "Name" LIKE '0007%';
        """;

    private TestBoard _board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(store);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_board?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task EmptyLog_IsWhole()
    {
        var report = await VerifyAsync();

        Assert.True(report.IsWhole);
        Assert.Equal((0, 0, new string('0', 64)), (report.Rows, report.LastNumber, report.LastHash));
    }

    [Fact]
    public async Task Writes_RefusalsAndBugsInOneBatch_LeaveNoHole()
    {
        var writes = Enumerable.Range(0, 90).Select(number => (number % 3) switch
        {
            0 => (Task)RenameAsync($"Titel {number}"),
            1 => _board.Writer.WriteAsync<Done>(Caller.System, "Refused", _board.Forum.Id, _ => Task.FromResult<Result<Done>>(new NotAllowed("Chefforum")), Ct),
            _ => Assert.ThrowsAsync<InvalidOperationException>(() => _board.Writer.WriteAsync<Done>(
                Caller.System, "Broken", forum: null, _ => throw new InvalidOperationException("bug"), Ct)),
        });
        await Task.WhenAll(writes);

        await using var db = _board.Open();
        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), await db.Audit.OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync(Ct));
        Assert.Equal(60, (await db.AuditHead.SingleAsync(Ct)).Sequence);
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Verify_SaysHowFarItHasCome()
    {
        for (var number = 0; number < 5; number++)
            await RenameAsync($"Titel {number}");

        var said = new Said();
        await new VerifyAudit(_board.Contexts).HandleAsync(new VerifyAuditRequest([]), Ct, said);

        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1], said.Values);
    }

    /// <summary>The hash made by hand from the written rule, so that the rule and the code cannot drift apart.</summary>
    [Fact]
    public void Hash_IsThatOfTheCanonicalForm()
    {
        var entry = new AuditEntry
        {
            Sequence = 7,
            At = Instant.FromUtc(2026, 1, 13, 8, 0) + Duration.FromNanoseconds(1_234_567_890),
            UseCase = "Rename",
            ActorId = new PersonId(Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E")),
            ActivityKey = "msteams/a:1/æ",
            Changes = """[{"entity":"Person"}]""",
            PreviousHash = [.. Enumerable.Range(0, 32).Select(number => (byte)number)],
        };
        byte[] form =
        [
            .. "klynge-audit-1"u8, .. entry.PreviousHash,
            .. Field("7"), .. Field("2026-01-13T08:00:01.234567Z"), .. Field("Rename"), .. Field("0f8fad5b-d9cb-469f-a165-70867728950e"),
            .. Field(null), .. Field(null), .. Field("msteams/a:1/æ"), .. Field(null), .. Field(entry.Changes),
        ];

        Assert.Equal(SHA256.HashData(form), new AuditHash().Of(entry));
    }

    /// <summary>Once made, never otherwise: a row from this year must still fit in twenty.</summary>
    [Fact]
    public void Hash_OfAKnownRow_NeverChanges() => Assert.Equal(
        "aa70879638d40b9ecbb48e2a83acb072bc187b2fc0e4842bab746d072da47e7d",
        Convert.ToHexStringLower(new AuditHash().Of(new AuditEntry
        {
            Sequence = 1,
            At = Instant.FromUtc(2026, 11, 22, 5, 0),
            UseCase = "CastVote",
            Refusal = "NotAllowed",
            Changes = "[]",
            PreviousHash = new byte[32],
        })));

    [Fact]
    public async Task ActivityKey_WithZeroesAndHalfCharacters_StaysAsItWasHashed()
    {
        await RenameAsync("Ny", new Caller(_board.Secretary.Id, "msteams/\0/\ud800/æøå/\u0001"));

        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task TwoProcesses_OnOneDatabase_WriteOneChain()
    {
        await using var other = new Writer(_board.Contexts, _board.Clock);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => RenameAsync($"Titel {number}", writer: number % 2 == 0 ? other : _board.Writer)));

        var report = await VerifyAsync();
        Assert.True(report.IsWhole);
        Assert.Equal(60, report.LastNumber);
    }

    /// <summary>What leaves no row must leave the head alone, or it would set it back to what this process last knew.</summary>
    [Fact]
    public async Task Write_ThatIsNotOnRecord_LeavesTheHeadAlone()
    {
        await using var other = new Writer(_board.Contexts, _board.Clock);
        await RenameAsync("Første");
        await RenameAsync("Anden", writer: other);

        await OffRecordAsync(_board.Writer);
        await using var fresh = new Writer(_board.Contexts, _board.Clock);
        await OffRecordAsync(fresh);

        Assert.True((await RenameAsync("Tredje")).IsSuccess);
        var report = await VerifyAsync();
        Assert.Equal((true, 3), (report.IsWhole, report.LastNumber));

        static Task OffRecordAsync(Writer writer) => writer.WriteAsync<Done>(
            new WriteIntent("Tidy", Caller.System, IsOnRecord: false), _ => Task.FromResult<Result<Done>>(default(Done)), Ct);
    }

    [Fact]
    public async Task Log_FromBeforeTheChain_IsChainedWhenTheDatabaseIsBroughtUpToDate()
    {
        await RenameAsync("Første");
        await RenameAsync("Anden");
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(store == TestStore.Postgres ? BeforeTheChainInPostgres : BeforeTheChainInSqlite, Ct);

        Assert.Equal(["0007_audit_chain", "0007_audit_sealed"], await _board.Contexts.MigrateAsync(_board.Clock, Ct));

        await RenameAsync("Tredje");
        var report = await VerifyAsync();
        Assert.Equal((true, 3, 6), (report.IsWhole, report.Rows, report.LastNumber));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(Forger.Say(store, """UPDATE "Audit" SET "Hash" = x'00'"""), Ct));
    }

    [Fact]
    public async Task Log_ThatIsMovedToATableWithoutACounter_IsWholeAndStillOnlyAddedTo()
    {
        await RenameAsync("Første", TestBoard.As(_board.Secretary, "act-1"));
        await RenameAsync("Anden");
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE INDEX "IX_Votes_RollEntryId" ON "Votes" ("RollEntryId");
            DELETE FROM "SchemaHistory" WHERE "Name" = '0013_lean_votes';
            """,
            Ct);

        Assert.Equal(["0013_lean_votes"], await _board.Contexts.MigrateAsync(_board.Clock, Ct));

        await RenameAsync("Tredje");
        var report = await VerifyAsync();
        Assert.Equal((true, 3, 3), (report.IsWhole, report.Rows, report.LastNumber));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "Audit" SET "UseCase" = 'x'""", Ct));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Audit" """, Ct));
    }

    [Theory]
    [InlineData("""UPDATE "AuditHead" SET "Sequence" = "Sequence" - 1""")]
    [InlineData("""DELETE FROM "AuditHead" """)]
    public async Task Head_OnlyMovesOn(string sql)
    {
        await RenameAsync("Ny titel");
        await using var db = _board.Open();

        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
    }

    /// <summary>Somebody has deleted the head by force: nothing is written on a log that may have lost its end, and the writer stays alive.</summary>
    [Fact]
    public async Task Write_WithoutAHead_IsRefusedUntilThereIsOneAgain()
    {
        await using var db = _board.Open();
        var force = Forger.Unlock(store) + """DELETE FROM "AuditHead";""";
        await db.Database.ExecuteSqlRawAsync(force, Ct);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => RenameAsync("Uden hoved"));

        await db.Database.ExecuteSqlRawAsync(Forger.Say(store, """INSERT INTO "AuditHead" VALUES (1, 0, zeroblob(32))"""), Ct);
        Assert.True((await RenameAsync("Med hoved")).IsSuccess);
    }

    private static byte[] Field(string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        var length = text is null ? -1 : bytes.Length;
        return [(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. bytes];
    }

    private Task<AuditReport> VerifyAsync() => new VerifyAudit(_board.Contexts).HandleAsync(new VerifyAuditRequest([]), Ct);

    private Task<Result<Done>> RenameAsync(string title, Caller? caller = null, Writer? writer = null) =>
        (writer ?? _board.Writer).WriteAsync<Done>(caller ?? Caller.Of(EventRights.MeetingStart), "Rename", _board.Forum.Id, async scope =>
        {
            if (scope.Caller.IsSystem)
                await scope.EnterAsJobAsync(_board.Forum.Id, BeginMeeting.Needs);
            else
                scope.EnterBy(EventRights.Message);

            (await scope.Db.People.SingleAsync(person => person.Key == "mads")).Title = title;
            return default(Done);
        }, Ct);

    private sealed class Said : IProgress<double>
    {
        internal List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
