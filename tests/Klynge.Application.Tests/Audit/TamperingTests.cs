using System.Globalization;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Audit;

/// <summary>Somebody with the database in hand and all of SQL: what they do to the log is found and named.</summary>
public abstract class TamperingTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : TamperingTests(TestStore.Sqlite)
    {
        /// <summary>A column of SQLite takes any value; one of PostgreSQL none but its own type's.</summary>
        [Theory]
        [InlineData("\"At\" = 'i går'")]
        [InlineData("\"ActorId\" = 'mig'")]
        public async Task Row_ThatCannotBeReadAnyMore_IsNamedAndTheRestIsRead(string change)
        {
            var report = await TamperAsync($"""UPDATE "Audit" SET {change} WHERE "Sequence" = 5; UPDATE "Audit" SET "UseCase" = 'x' WHERE "Sequence" = 8""");

            Assert.Equal([(AuditFaultKind.Altered, 5), (AuditFaultKind.Altered, 8)], report.Faults.Select(fault => (fault.Kind, fault.From)));
            Assert.Equal(10, report.Rows);
        }
    }

    public sealed class OnPostgres() : TamperingTests(TestStore.Postgres);

    private TestBoard _board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        for (var number = 1; number <= 10; number++)
        {
            await _board.Writer.WriteAsync<Done>(Caller.Of(EventRights.MeetingStart), $"Rename{number}", _board.Forum.Id, async scope =>
            {
                await scope.EnterAsJobAsync(_board.Forum.Id, BeginMeeting.Needs);
                (await scope.Db.People.SingleAsync(person => person.Key == "mads")).Title = number.ToString(CultureInfo.InvariantCulture);
                return default(Done);
            }, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_board?.DisposeAsync() ?? default);
    }

    [Theory]
    [InlineData("\"At\" = '2026-01-13 08:00:00.000001'")]
    [InlineData("\"UseCase\" = 'Rename'")]
    [InlineData("\"ActorId\" = '0F8FAD5B-D9CB-469F-A165-70867728950E'")]
    [InlineData("\"ForumId\" = NULL")]
    [InlineData("\"SubjectId\" = '0F8FAD5B-D9CB-469F-A165-70867728950E'")]
    [InlineData("\"ActivityKey\" = ''")]
    [InlineData("\"Refusal\" = 'NotAllowed'")]
    [InlineData("\"Changes\" = replace(\"Changes\", '\"4\"', '\"5\"')")]
    [InlineData("\"Changes\" = \"Changes\" || ' '")]
    [InlineData("\"PreviousHash\" = zeroblob(32)")]
    [InlineData("\"Hash\" = zeroblob(32)")]
    [InlineData("\"Hash\" = x''")]
    public async Task Row_ThatWasAltered_IsNamed(string change)
    {
        var report = await TamperAsync($"""UPDATE "Audit" SET {change} WHERE "Sequence" = 5""");

        Assert.Contains(report.Faults, fault => fault is { Kind: AuditFaultKind.Altered, From: 5, To: 5 });
        Assert.All(report.Faults, fault => Assert.Equal(5, fault.From));
        Assert.StartsWith("Række 5 (tirsdag d. 13. januar 2026 kl. 09.00, Rename", report.Faults[0].Text, StringComparison.Ordinal);
    }

    /// <summary>The careful forger makes the row's own hash anew; the row after it tells.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task Row_WithItsHashMadeAnew_IsNamed(long number)
    {
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(Forger.Unlock(store), Ct);
        var row = await db.Audit.SingleAsync(entry => entry.Sequence == number, Ct);
        db.Entry(row).Property(entry => entry.UseCase).CurrentValue = "NothingHappened";
        db.Entry(row).Property(entry => entry.Hash).CurrentValue = new AuditHash().Of(row);
        await db.SaveChangesAsync(Ct);

        var fault = Assert.Single((await VerifyAsync()).Faults);
        Assert.Equal((AuditFaultKind.Replaced, number, "NothingHappened"), (fault.Kind, fault.From, fault.UseCase));
    }

    [Theory]
    [InlineData("= 5", 5, 5)]
    [InlineData("BETWEEN 5 AND 7", 5, 7)]
    [InlineData("= 1", 1, 1)]
    [InlineData("= 10", 10, 10)]
    [InlineData("> 7", 8, 10)]
    [InlineData("> 0", 1, 10)]
    public async Task Rows_ThatWereRemoved_AreNamedAlsoAtTheEnd(string which, long from, long to)
    {
        var fault = Assert.Single((await TamperAsync($"""DELETE FROM "Audit" WHERE "Sequence" {which}""")).Faults);

        Assert.Equal((AuditFaultKind.Removed, from, to), (fault.Kind, fault.From, fault.To));
    }

    [Fact]
    public async Task Row_ThatWasRemoved_IsNamedByItsNeighbours() => Assert.Equal(
        "Række 5 er fjernet: den stod mellem 4 (tirsdag d. 13. januar 2026 kl. 09.00, Rename4) og 6 (tirsdag d. 13. januar 2026 kl. 09.00, Rename6).",
        Assert.Single((await TamperAsync("""DELETE FROM "Audit" WHERE "Sequence" = 5""")).Faults).Text);

    [Fact]
    public async Task Rows_ThatChangedPlaces_AreNamedWithTheirOwnNumbers()
    {
        var report = await TamperAsync(
            """
            UPDATE "Audit" SET "Sequence" = 99 WHERE "Sequence" = 3;
            UPDATE "Audit" SET "Sequence" = 3 WHERE "Sequence" = 8;
            UPDATE "Audit" SET "Sequence" = 8 WHERE "Sequence" = 99;
            """);

        Assert.Equal([(AuditFaultKind.Moved, 3), (AuditFaultKind.Moved, 8)], report.Faults.Select(fault => (fault.Kind, fault.From)));
        Assert.EndsWith("er flyttet: den blev skrevet som nummer 8.", report.Faults[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_RenumberedOverARemovedOne_AreNamed()
    {
        var report = await TamperAsync(
            """
            DELETE FROM "Audit" WHERE "Sequence" = 8;
            UPDATE "Audit" SET "Sequence" = 8 WHERE "Sequence" = 9;
            UPDATE "Audit" SET "Sequence" = 9 WHERE "Sequence" = 10;
            """);

        Assert.Equal(
            [(AuditFaultKind.Moved, 8), (AuditFaultKind.Moved, 9), (AuditFaultKind.Removed, 10)],
            report.Faults.Select(fault => (fault.Kind, fault.From)));
    }

    [Fact]
    public async Task Row_PutInPastTheProgram_IsNamed()
    {
        var fault = Assert.Single((await TamperAsync(
            """
            INSERT INTO "Audit" ("Sequence", "At", "UseCase", "Changes", "PreviousHash", "Hash")
            SELECT 11, "At", 'CastVote', '[]', "Hash", zeroblob(32) FROM "Audit" WHERE "Sequence" = 10
            """)).Faults, candidate => candidate.Kind == AuditFaultKind.Added);

        Assert.Equal((11, 11), (fault.From, fault.To));
    }

    [Fact]
    public async Task Head_ThatIsGone_IsToldAndNothingElse()
    {
        var fault = Assert.Single((await TamperAsync("""DELETE FROM "AuditHead" """)).Faults);

        Assert.Equal(AuditFaultKind.HeadLost, fault.Kind);
    }

    /// <summary>What a chain cannot find by itself: the whole rest is made anew, the head with it. The hash that was noted elsewhere finds it.</summary>
    [Fact]
    public async Task LogThatWasWrittenAnew_IsFoundByTheHashThatWasNotedElsewhere()
    {
        var noted = (await VerifyAsync()).LastHash;
        await RewriteAsync();

        Assert.True((await VerifyAsync()).IsWhole);
        var fault = Assert.Single((await VerifyAsync(noted)).Faults);
        Assert.Equal(AuditFaultKind.AnchorLost, fault.Kind);
        Assert.Contains(noted, fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HashThatWasNotedElsewhere_IsFoundAgainWhenTheLogHasGrown()
    {
        var noted = (await VerifyAsync()).LastHash;
        await _board.Writer.WriteAsync<Done>(Caller.System, "More", forum: null, _ => Task.FromResult<Result<Done>>(new AlreadyOver()), Ct);

        var report = await VerifyAsync(noted.ToUpperInvariant());

        Assert.True(report.IsWhole);
        Assert.Equal((11, 10), (report.LastNumber, report.Anchors[noted]));
    }

    private async Task RewriteAsync()
    {
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(Forger.Unlock(store), Ct);
        var chain = new AuditChain();
        foreach (var row in await db.Audit.OrderBy(entry => entry.Sequence).ToListAsync(Ct))
        {
            db.Entry(row).Property(entry => entry.UseCase).CurrentValue = "NothingHappened";
            chain.Take(row);
        }

        await db.SaveChangesAsync(Ct);
        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditHead" SET "Hash" = {chain.Head.Hash}""", Ct);
    }

    protected async Task<AuditReport> TamperAsync(string sql)
    {
        await using (var db = _board.Open())
        {
            var unlocked = Forger.Unlock(store) + Forger.Say(store, sql);
            await db.Database.ExecuteSqlRawAsync(unlocked, Ct);
        }

        return await VerifyAsync();
    }

    private Task<AuditReport> VerifyAsync(params string[] anchors) =>
        new VerifyAudit(_board.Contexts).HandleAsync(new VerifyAuditRequest(anchors), Ct);

    private sealed record AlreadyOver() : Error("Forbi.");
}
