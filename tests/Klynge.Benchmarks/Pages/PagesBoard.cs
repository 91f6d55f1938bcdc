using System.Globalization;
using Klynge.Application.Data;
using Klynge.Benchmarks.Votes;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Pages;

/// <summary>A forum with as many members as come to read, and one meeting of sixty items that print as about forty pages.</summary>
internal static class PagesBoard
{
    private const int Items = 60;

    /// <summary>About 270 words an item: sixteen thousand in all, four hundred to a page.</summary>
    private const int ParagraphsOfAnItem = 6;

    /// <returns>The meeting's page.</returns>
    internal static async Task<string> CreateAsync(string folder, int members)
    {
        var board = await VoteBoard.CreateAsync(folder, members);
        var options = (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>()
            .UseKlyngeSqlite($"Data Source={Path.Combine(folder, "klynge.db")}").Options;
        await using (var db = new KlyngeContext(options))
        {
            var now = SystemClock.Instance.GetCurrentInstant();
            var time = new MeetingTime(now.InUtc().Date.PlusDays(21), new LocalTime(9, 0), new LocalTime(16, 0));
            var meeting = Meeting.Schedule(board.Procedure.ForumId, time, "Teams", now).Value;
            db.AddRange([Secretary(db, board.Procedure.ForumId), meeting, .. Enumerable.Range(1, Items).Select(number => AgendaItem.Add(meeting, number, Item(number), now))]);
            await db.SaveChangesAsync();
            SqliteConnection.ClearAllPools();
            return $"/moeder/{meeting.Id.Value}";
        }
    }

    private static ForumMember Secretary(KlyngeContext db, ForumId forum)
    {
        var person = new Person { Key = "sekretær", Name = "Sekretariatet", EntraObjectId = Guid.NewGuid().ToString() };
        db.Add(person);
        return new ForumMember { ForumId = forum, PersonId = person.Id, Role = Role.Secretariat, HasVote = false, Organisation = "Region Klitlandet", Sector = "region", From = new LocalDate(2025, 1, 1), Order = 0 };
    }

    private static AgendaItemContent Item(int number) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"Status på indsats {number}: fælles forløb for borgere med hjertesvigt"),
        Kind = AgendaItemKind.Decision,
        Presenter = "Medlem 3",
        Minutes = 5,
        Sections =
        [
            new AgendaSection("Sagsfremstilling", string.Join("\n\n", Enumerable.Range(1, ParagraphsOfAnItem).Select(Paragraph))),
            new AgendaSection("Økonomi", "| Part | Modtaget | Forbrugt |\n| --- | ---: | ---: |\n| Region Klitlandet | 400.000 | 112.500 |\n| Kommunerne | 400.000 | 98.000 |"),
        ],
        Recommendations = ["Tager status til efterretning", "Godkender, at indsatsen fortsætter"],
        Attachments = [new AgendaAttachment("Evaluering.pdf")],
    };

    private static string Paragraph(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"Forløbet er i {number}. kvartal afprøvet i to kommuner og på to afdelinger, og borgerne møder nu **én** indgang, hvor de før mødte tre. Evalueringen peger på, at genindlæggelser er blevet færre, at almen praksis får besked samme dag, og at de pårørende oplever sig inddraget, men også at overgangen ved weekender fortsat er svag.");
}
