using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>A board with a meeting that was held and three items, one of them closed.</summary>
internal sealed class MinutesBoard : IAsyncDisposable
{
    private MinutesBoard(TestBoard board, IDocumentLibrary? library, Action<ServiceCollection>? services) =>
        (Board, Chat) = (board, new ChatFixture(board, library, services));

    internal TestBoard Board { get; }

    internal ChatFixture Chat { get; }

    internal Meeting Meeting { get; private set; } = null!;

    internal object Target => new { meeting = Meeting.Id.Value, forum = Board.Forum.Id.Value };

    internal static async Task<MinutesBoard> CreateAsync(IDocumentLibrary? library = null, Action<ServiceCollection>? services = null)
    {
        var board = new MinutesBoard(await TestBoard.CreateAsync(), library, services);
        board.Meeting = await board.AddMeetingAsync(new LocalTime(14, 0));
        var items = new[]
        {
            Item(board.Meeting, 1, "Godkendelse af dagsordenen", "Dagsordenen blev godkendt."),
            Item(board.Meeting, 2, "Ansættelse af leder", "Anna Hemmelig ansættes.", isClosed: true),
            Item(board.Meeting, 3, "Årshjul for ældreområdet", null),
        };
        await board.Board.AddAsync([.. items]);
        return board;
    }

    /// <summary>A week before the board's today, held.</summary>
    internal async Task<Meeting> AddMeetingAsync(LocalTime start, int daysAgo = 7)
    {
        var meeting = Meeting.FromMinutes(
            Board.Forum.Id, new MeetingTime(Board.Today.PlusDays(-daysAgo), start, start.PlusHours(2)), "Rådhuset");
        await Board.AddAsync(meeting);
        return meeting;
    }

    internal static AgendaItem Item(Meeting meeting, int number, string title, string? decision, bool isClosed = false)
    {
        var content = new AgendaItemContent
        {
            Title = title,
            Sections = [new AgendaSection("Sagsfremstilling", $"Tekst til {title}.")],
            Recommendations = ["godkender forslaget"],
            IsClosed = isClosed,
        };
        var item = AgendaItem.Add(meeting, number, content, Instant.FromUtc(2026, 1, 1, 8, 0));
        item.Decide(decision, seenVersion: null, Instant.FromUtc(2026, 1, 6, 15, 0));
        return item;
    }

    internal async Task<MeetingMinutes> MinutesAsync()
    {
        await using var db = Board.Open();
        return db.Minutes.Single(minutes => minutes.MeetingId == Meeting.Id);
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
