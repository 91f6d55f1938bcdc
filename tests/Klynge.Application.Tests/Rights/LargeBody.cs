using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>What makes a board large: a thousand more members of its forum, sixty more forums, and a hundred of whatever can be many.</summary>
internal static class LargeBody
{
    internal const int Members = 1_000;
    internal const int Forums = 60;
    internal const int Many = 100;

    private static readonly string[] First = ["Anne-Margrethe", "Bodil", "Christian", "Dorthe", "Ejvind", "Frederikke", "Gunhild", "Hans-Henrik", "Ingelise", "Jørgen"];
    private static readonly string[] Middle = ["Søgaard", "Kirkeby", "Østergaard", "Lund", "Bøgelund", "Hjorth", "Nordentoft", "Vestergaard", "Ærø", "Damsgaard"];
    private static readonly string[] Last = ["Abildtrup", "Brandstrup", "Carøe", "Dalsgaard", "Enevoldsen", "Fuglsang", "Grønkjær", "Haugaard", "Iversholt", "Juelsgaard"];

    /// <summary>The name of a member, 0 to 999: no two are alike.</summary>
    internal static string NameOf(int number) => $"{First[number / 100]} {Middle[number / 10 % 10]} {Last[number % 10]}";

    /// <summary>Before anything is made on the board: rolls and lists of participants freeze who there is.</summary>
    internal static async Task SeatAsync(TestBoard board, int members, int forumCount)
    {
        var people = Enumerable.Range(0, members).Select(PersonOf).ToList();
        await board.AddAsync([.. people]);
        await board.AddAsync([.. people.Select((person, number) => Seat(board.Forum, person, Role.Member, 100 + number))]);
        var forums = Enumerable.Range(1, forumCount).Select(number => new Forum
        {
            BoardId = board.Forum.BoardId,
            Key = $"udvalg{number:00}",
            Name = $"Samarbejdsudvalg {number} for sammenhængende forløb",
            Level = 3,
            Rules = board.Forum.Rules,
        }).ToList();
        await board.AddAsync([.. forums]);
        await board.AddAsync([.. forums.SelectMany(forum => new[] { Seat(forum, board.Secretary, Role.Secretariat, 1), Seat(forum, board.Chair, Role.CoChair, 2) })]);
    }

    /// <summary>A hundred of whatever a forum can have many of, and nine hundred answers to its open case.</summary>
    internal static async Task FillAsync(RightsBoard board)
    {
        var now = board.Board.Clock.GetCurrentInstant();
        await using var db = board.Board.Open();
        foreach (var id in new[] { board.Ahead, board.Held, board.Running })
            db.AddRange(Items((await db.Meetings.FindAsync(id))!, now));
        var seats = await db.Members.AsNoTracking().Where(seat => seat.ForumId == board.Forum.Id && seat.Order >= 100).ToListAsync();
        foreach (var meeting in new[] { board.Ahead, board.Later })
            db.AddRange(seats.Take(900).Select(seat => Away(meeting, seat, now)));
        db.AddRange(Enumerable.Range(1, Many).Select(number => new Invitation { MeetingId = board.Called, Address = $"gæst.nummer.{number}@region-fjordlandet.example", Name = $"Gæst {NameOf(number)}" }));
        db.AddRange(Enumerable.Range(1, Many).Select(number => new Presence { MeetingId = board.Held, Address = $"deltager.{number}@region-fjordlandet.example", Name = $"Deltager {NameOf(number)}", Kind = AttendanceKind.Account, Minutes = 60 }));
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(
            "UPDATE RollEntries SET Answer = 1, AnsweredAt = (SELECT OpenedAt FROM WrittenProcedures WHERE OpenedAt IS NOT NULL LIMIT 1), AnsweredById = VoterId, Source = 1, Remarks = 'Godkender, men husk de mindste kommuner og deres borgere' WHERE \"Order\" BETWEEN 100 AND 999 AND Answer IS NULL");
    }

    private static IEnumerable<AgendaItem> Items(Meeting meeting, Instant now) => Enumerable.Range(1, Many).Select(number => AgendaItem.Add(meeting, 10 + number, new AgendaItemContent
    {
        Title = $"Punkt {number}: fælles retningslinjer for udskrivning af borgere med behov for genoptræning",
        Kind = AgendaItemKind.Decision,
        Presenter = NameOf(number),
        Sections = [new AgendaSection("Sagsfremstilling", string.Join(' ', Enumerable.Repeat("Sagen forelægges med henblik på en fælles beslutning.", 10)))],
        Recommendations = ["Godkender retningslinjerne", "Drøfter den videre proces"],
    }, now));

    private static Apology Away(MeetingId meeting, ForumMember seat, Instant now)
    {
        var apology = Apology.Register(meeting, seat.Id, ApologySource.Member, now);
        apology.Detail(null, NameOf((seat.Order - 99) % Members), $"Er på kursus hele dagen, nummer {seat.Order}");
        return apology;
    }

    private static Person PersonOf(int number) => new()
    {
        Key = $"medlem{number}",
        Name = NameOf(number),
        Email = $"medlem{number}@fjordlandet.example",
        EntraObjectId = $"00000000-0000-4000-a000-{number:000000000000}",
        TeamsUserId = $"29:medlem{number}",
    };

    private static ForumMember Seat(Forum forum, Person person, Role role, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Social- og Sundhedsforvaltningen i Sønderlund Kommune",
        Sector = "Sønderlund Kommune",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };
}
