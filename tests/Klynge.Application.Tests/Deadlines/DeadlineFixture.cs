using System.Text.Json;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>A board with the chat's features, and what tests of deadlines do again and again.</summary>
internal sealed class DeadlineFixture : IAsyncDisposable
{
    private DeadlineFixture(TestBoard board) => (Board, Chat) = (board, new ChatFixture(board));

    internal TestBoard Board { get; }

    internal ChatFixture Chat { get; }

    internal static async Task<DeadlineFixture> CreateAsync(TestStore? store = null) => new(await TestBoard.CreateAsync(store));

    internal static LocalDate On(int year, int month, int day) => new(year, month, day);

    /// <summary>Sets a deadline as the secretary does.</summary>
    internal async Task<DeadlineId> SetAsync(LocalDate date, string? responsible = null, string title = "Udpegning til ledelsesprogrammet")
    {
        var request = new SetDeadlineRequest(Board.Forum.Id, title, date, responsible);
        var result = await Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(Board.Secretary), request, default);
        return result.Value;
    }

    internal async Task<Deadline> FindAsync(DeadlineId id)
    {
        await using var db = Board.Open();
        return await db.Deadlines.Include(deadline => deadline.History).SingleAsync(deadline => deadline.Id == id);
    }

    internal void MoveTo(LocalDate day, int hour, int minute = 0) =>
        Board.Clock.Set(DanishTime.ToInstant(day, new LocalTime(hour, minute)));

    /// <summary>Sweeps now, and says who was sent what since the last time.</summary>
    internal async Task<IReadOnlyList<string>> SweepAsync()
    {
        var before = await LastMessageAsync();
        await Chat.Get<DeadlineJobs>().SweepAsync(Board.Clock.GetCurrentInstant(), default);
        return await SentSinceAsync(before);
    }

    internal async Task<long> LastMessageAsync()
    {
        await using var db = Board.Open();
        return await db.Outbox.Select(message => (long?)message.Id).MaxAsync() ?? 0;
    }

    /// <summary>»Sofie Bech: Husk fristen: Udpegning«, by name.</summary>
    internal async Task<IReadOnlyList<string>> SentSinceAsync(long last)
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(message => message.Id > last && message.PersonId != null).OrderBy(message => message.Id).ToListAsync();
        var names = await db.People.ToDictionaryAsync(person => person.Id, person => person.Name);
        return [.. rows.Select(row => $"{names[row.PersonId!.Value]}: {JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!.Text}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The latest card on its way to a person.</summary>
    internal async Task<string> CardToAsync(Person person)
    {
        await using var db = Board.Open();
        var payload = await db.Outbox.Where(message => message.PersonId == person.Id).OrderBy(message => message.Id).Select(message => message.Payload!).LastAsync();
        return JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card!;
    }

    internal object Data(Deadline deadline, string? date = null, string? reason = null) => new
    {
        forum = Board.Forum.Id.Value,
        deadline = deadline.Id.Value,
        version = deadline.Version,
        date,
        reason,
    };

    internal Task<ChatReply> PressAsync(Person person, string verb, object data) => Chat.PressAsync(person, verb, data);

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
