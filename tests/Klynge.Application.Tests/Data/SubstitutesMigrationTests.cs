using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>A database of before, where a seat had one substitute, keeps every one of them.</summary>
public abstract class SubstitutesMigrationTests(TestStore store)
{
    public sealed class OnSqlite() : SubstitutesMigrationTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SubstitutesMigrationTests(TestStore.Postgres);

    [Fact]
    public async Task OneSubstituteOfBefore_IsTheFirstOfTheList_AndWhoSaidNoIsRemembered()
    {
        await using var board = await TestBoard.CreateAsync(store);
        var meeting = await board.AddMeetingAsync();
        await using (var db = board.Open())
        {
            var seat = await db.Members.SingleAsync(one => one.PersonId == board.Member.Id);
            var apology = Apology.Register(meeting.Id, seat.Id, ApologySource.Calendar, board.Clock.GetCurrentInstant());
            apology.Ask(board.Stranger.Id);
            apology.AnswerAsSubstitute(board.Stranger, comes: false, board.Clock.GetCurrentInstant());
            db.Apologies.Add(apology);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("""
                DROP TABLE "SeatSubstitutes";
                ALTER TABLE "Apologies" DROP COLUMN "RefusedIds";
                ALTER TABLE "Members" DROP COLUMN "Party";
                ALTER TABLE "Participants" DROP COLUMN "Party";
                DELETE FROM "SchemaHistory" WHERE "Name" = '0056_seat_substitutes';
                """);
            await db.Database.ExecuteSqlAsync($"""UPDATE "Members" SET "SubstituteId" = {board.Stranger.Id.Value} WHERE "Id" = {seat.Id.Value}""");
        }

        Assert.Equal(["0056_seat_substitutes"], await board.Contexts.MigrateAsync(board.Clock, CancellationToken.None));

        await using var after = board.Open();
        var seats = await after.Members.Include(one => one.Substitutes).ThenInclude(one => one.Person).ToListAsync();
        Assert.Equal(["Ulla Fremmed"], seats.Single(one => one.PersonId == board.Member.Id).SubstitutePeople.Select(person => person.Name));
        Assert.All(seats.Where(one => one.PersonId != board.Member.Id), one => Assert.Empty(one.Substitutes));
        Assert.Equal([board.Stranger.Id], (await after.Apologies.SingleAsync()).RefusedIds);
    }
}
