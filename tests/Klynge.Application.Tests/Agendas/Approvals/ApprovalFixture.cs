using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Approvals;

/// <summary>
/// A forum whose agenda both of its co-chairs approve before it goes out: Karen Ravn and Ida Holm. One item stands on the agenda of the meeting
/// on Tuesday 3 February 2026; it is to go out on 27 January. Today is Tuesday 13 January at 9.00.
/// </summary>
internal sealed class ApprovalFixture : IAsyncDisposable
{
    internal const string Title = "Budget for hjemmebesøg";

    private ApprovalFixture(TestBoard board) => (Board, Chat) = (board, new ChatFixture(board));

    internal TestBoard Board { get; }

    internal ChatFixture Chat { get; }

    internal Meeting Meeting { get; private set; } = null!;

    internal AgendaItemId Item { get; private set; }

    /// <summary>Ida Holm, who sits in no other forum.</summary>
    internal Person Other { get; } = new()
    {
        Key = "ida",
        Name = "Ida Holm",
        Email = "ida@fjordlandet.example",
        EntraObjectId = "00000000-0000-4000-9000-000000000007",
        TeamsUserId = "29:ida",
    };

    internal static async Task<ApprovalFixture> CreateAsync(TestStore? store = null, AgendaApprovalRule rule = AgendaApprovalRule.CoChairs)
    {
        var fixture = new ApprovalFixture(await TestBoard.CreateAsync(store));
        await fixture.Board.AddAsync(fixture.Other, fixture.Seat(fixture.Other, Role.CoChair));
        fixture.Meeting = await fixture.Board.AddMeetingAsync();
        fixture.Item = await fixture.AddAsync(Title);
        await fixture.SetRuleAsync(rule);
        return fixture;
    }

    internal ForumMember Seat(Person person, Role role) => new()
    {
        ForumId = Board.Forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = false,
        Organisation = "Birkelse Kommune",
        Sector = "Birkelse Kommune",
        From = new LocalDate(2025, 1, 1),
        Order = 20,
    };

    internal Task SetRuleAsync(AgendaApprovalRule rule) => ChangeAsync(async db =>
    {
        var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
        forum.Rules = forum.Rules with { AgendaApproval = rule };
    });

    internal async Task<AgendaItemId> AddAsync(string title, bool isClosed = false) =>
        (await Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Meeting.Id, AgendaFixture.Content(title, isClosed)), default)).Value.Id;

    internal async Task RenameAsync(string title)
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.Id == Item);
        var request = new EditItemRequest(Board.Forum.Id, Item, item.Content with { Title = title }, item.Version);
        Assert.True((await Chat.Get<EditItem>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).IsSuccess);
    }

    internal object Data(string? note = null, string? remark = null, string? seen = null) =>
        new { forum = Hex(Board.Forum.Id.Value), meeting = Hex(Meeting.Id.Value), note, remark, seen };

    internal Task<ChatReply> AskAsync(string? note = null) => Chat.PressAsync(Board.Secretary, ApprovalVerbs.Ask, Data(note));

    internal Task<ChatReply> ShowAsync(Person chair) => Chat.PressAsync(chair, ApprovalVerbs.Show, Data());

    /// <param name="seen">The mark of the card that it is pressed on; null for that of the agenda now.</param>
    internal async Task<ChatReply> ApproveAsync(Person chair, string? seen = null) =>
        await Chat.PressAsync(chair, ApprovalVerbs.Approve, Data(seen: seen ?? await SeenAsync()));

    internal async Task<ChatReply> SendBackAsync(Person chair, string? remark) =>
        await Chat.PressAsync(chair, ApprovalVerbs.SendBack, Data(remark: remark, seen: await SeenAsync()));

    internal Task<ChatReply> SendAsync() => Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, Data());

    internal async Task<string> AgendaAsync(Person person) => (await Chat.PressAsync(person, AgendaVerbs.Show, Data())).Text();

    internal async Task<string> SeenAsync()
    {
        await using var db = Board.Open();
        return ApprovalQueries.SnapshotOf((await db.AgendaAsync(Board.Forum.Id, Meeting.Id, ClosedReader.Everything))!).Mark;
    }

    internal async Task<bool> IsSentAsync()
    {
        await using var db = Board.Open();
        return await db.Meetings.AnyAsync(one => one.Id == Meeting.Id && one.AgendaSentAt != null);
    }

    internal async Task<List<AgendaApproval>> RowsAsync()
    {
        await using var db = Board.Open();
        return await db.AgendaApprovals.AsNoTracking().ToListAsync();
    }

    internal Task EndSeatAsync(Person person) => ChangeAsync(db => db.Members.Where(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(seat => seat.To, Board.Today.PlusDays(-1))));

    internal Task<int> SweepAsync(LocalDate day, int hour, int minute = 0)
    {
        Board.Clock.Set(DanishTime.ToInstant(day, new LocalTime(hour, minute)));
        return Chat.Get<SendApprovalReminders>().HandleAsync(default);
    }

    internal async Task ChangeAsync(Func<KlyngeContext, Task> change)
    {
        await using var db = Board.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    internal async Task<IReadOnlyList<OutgoingMessage>> SentToAsync(Person person)
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(row => row.PersonId == person.Id && row.Kind == OutboxKind.Notify).OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!);
    }

    internal static string Plain(string? card) => (card ?? string.Empty).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    internal static string Hex(Guid id) => id.ToString("N");

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
