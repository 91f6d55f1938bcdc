using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Agendas;

/// <summary>A board with a meeting three weeks ahead, and the chat to work on its agenda.</summary>
internal sealed class AgendaFixture : IAsyncDisposable
{
    private AgendaFixture(TestBoard board, Meeting meeting, ChatFixture chat) => (Board, Meeting, Chat) = (board, meeting, chat);

    internal TestBoard Board { get; }

    internal Meeting Meeting { get; }

    internal ChatFixture Chat { get; }

    /// <param name="library">In place of the folder; null for the folder.</param>
    /// <param name="services">What stands at the edges.</param>
    internal static async Task<AgendaFixture> CreateAsync(int daysAhead = 21, IDocumentLibrary? library = null, Action<ServiceCollection>? services = null)
    {
        var board = await TestBoard.CreateAsync();
        return new AgendaFixture(board, await board.AddMeetingAsync(daysAhead), new ChatFixture(board, library, services));
    }

    internal static AgendaItemContent Content(string title, bool isClosed = false) => new() { Title = title, IsClosed = isClosed };

    internal object Data(AgendaItemId? item = null) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = Meeting.Id.Value.ToString("N"),
        item = item?.Value.ToString("N"),
    };

    internal async Task<AgendaItemId> AddAsync(Person person, string title, bool isClosed = false)
    {
        var request = new AddItemRequest(Board.Forum.Id, Meeting.Id, Content(title, isClosed));
        return (await Chat.Get<AddItem>().HandleAsync(TestBoard.As(person), request, default)).Value.Id;
    }

    internal async Task<AgendaItem> ItemAsync(AgendaItemId id)
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.Id == id);
    }

    /// <summary>The titles on the agenda in their order, as »1 Budget«.</summary>
    internal async Task<IReadOnlyList<string>> TitlesAsync()
    {
        await using var db = Board.Open();
        return [.. (await db.ItemsOnAgendaAsync(Meeting.Id)).Select(item => $"{item.Number} {item.Content.Title}")];
    }

    /// <summary>What is on its way to a person.</summary>
    internal async Task<IReadOnlyList<string>> MessagesToAsync(Person person)
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(message => message.PersonId == person.Id).OrderBy(message => message.Id).ToListAsync();
        return [.. rows.Select(row => System.Text.Json.JsonDocument.Parse(row.Payload!).RootElement.GetProperty("Card").GetString()!.Replace("\u2060", "", StringComparison.Ordinal))];
    }

    internal async Task ChangeAsync(Func<KlyngeContext, Task> change)
    {
        await using var db = Board.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
