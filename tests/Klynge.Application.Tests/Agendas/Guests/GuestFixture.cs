using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Guests;

/// <summary>
/// »Velkomst« (20 minutes) and »Akutplan« on the agenda of a meeting on Tuesday 3 February 2026 at 14.00, so that the second begins at 14.20, and
/// a mailbox. Today is Tuesday 13 January.
/// </summary>
internal sealed class GuestFixture : IAsyncDisposable
{
    internal const string Title = "Akutplan";
    internal const string Anna = "anna.holm@nord.example";

    private GuestFixture(TestBoard board, TestMailer mailer) =>
        (Board, Mailer, Chat) = (board, mailer, new ChatFixture(board, services: services => services.AddSingleton<IMailer>(mailer)));

    internal TestBoard Board { get; }

    internal TestMailer Mailer { get; }

    internal ChatFixture Chat { get; }

    internal Meeting Meeting { get; private set; } = null!;

    internal AgendaItemId First { get; private set; }

    internal AgendaItemId Item { get; private set; }

    private Caller Secretary => TestBoard.As(Board.Secretary);

    internal static async Task<GuestFixture> CreateAsync(TestStore? store = null, int daysAhead = 21)
    {
        var fixture = new GuestFixture(await TestBoard.CreateAsync(store), new TestMailer());
        fixture.Meeting = await fixture.Board.AddMeetingAsync(daysAhead);
        fixture.First = await fixture.AddItemAsync("Velkomst", 20);
        fixture.Item = await fixture.AddItemAsync(Title, 30);
        return fixture;
    }

    internal async Task<AgendaItemId> AddItemAsync(string title, int? minutes, bool isClosed = false)
    {
        var content = new AgendaItemContent { Title = title, Minutes = minutes, IsClosed = isClosed, Sections = [new AgendaSection("Sag", "Sagens ord.")] };
        return (await Chat.Get<AddItem>().HandleAsync(Secretary, new(Board.Forum.Id, Meeting.Id, content), default)).Value.Id;
    }

    internal object Data(AgendaItemId? item = null, ItemGuestId? guest = null) => new
    {
        forum = Hex(Board.Forum.Id.Value),
        meeting = Hex(Meeting.Id.Value),
        item = Hex((item ?? Item).Value),
        guest = guest is { } one ? Hex(one.Value) : null,
    };

    /// <summary>As the form sends it.</summary>
    internal Task<ChatReply> AddAsync(string? name = "Anna Holm", string? email = Anna, string? title = "overlæge", string? organisation = "Region Nord", AgendaItemId? item = null, Guid? id = null) =>
        Chat.PressAsync(Board.Secretary, GuestVerbs.Add, new
        {
            forum = Hex(Board.Forum.Id.Value),
            meeting = Hex(Meeting.Id.Value),
            item = Hex((item ?? Item).Value),
            @new = Hex(id ?? Guid.CreateVersion7()),
            guestName = name,
            guestTitle = title,
            guestOrganisation = organisation,
            guestEmail = email,
        });

    internal Task<ChatReply> PreviewAsync(AgendaItemId? item = null) => Chat.PressAsync(Board.Secretary, GuestVerbs.InviteForm, Data(item));

    /// <summary>Looks, and presses what stands there.</summary>
    internal async Task<ChatReply> InviteAsync(AgendaItemId? item = null) => await SendAsync((await PreviewAsync(item)).Card());

    internal async Task<ChatReply> TellAsync() => await SendAsync((await Chat.PressAsync(Board.Secretary, GuestVerbs.TellForm, Data())).Card());

    internal Task<ChatReply> SendAsync(AdaptiveCard preview) =>
        Chat.PressAsync(Board.Secretary, preview, Enumerable.Range(1, 40).Select(Application.Agendas.Guests.Texts.Send).First(title => preview.Text().Contains($"\"{title}\"", StringComparison.Ordinal)));

    internal async Task<ItemGuest> GuestAsync(string name = "Anna Holm")
    {
        await using var db = Board.Open();
        return await db.ItemGuests.AsNoTracking().SingleAsync(guest => guest.Name == name);
    }

    /// <summary>What is laid out for guests, in order.</summary>
    internal async Task<IReadOnlyList<OutgoingMail>> MailsAsync()
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.AsNoTracking().Where(row => row.GuestId != null).OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => JsonSerializer.Deserialize<OutgoingMail>(row.Payload!)!);
    }

    internal async Task<string> AgendaAsync(Person? person = null) => (await Chat.PressAsync(person ?? Board.Secretary, AgendaVerbs.Show, Data())).Text();

    internal async Task<string> ListAsync(AgendaItemId? item = null) => (await Chat.PressAsync(Board.Secretary, GuestVerbs.List, Data(item))).Text();

    internal async Task EditAsync(AgendaItemId id, Func<AgendaItemContent, AgendaItemContent> change)
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Id == id);
        Assert.True((await Chat.Get<EditItem>().HandleAsync(Secretary, new(Board.Forum.Id, id, change(item.Content), item.Version), default)).IsSuccess);
    }

    internal async Task RemoveItemAsync(AgendaItemId id) =>
        Assert.True((await Chat.Get<RemoveItem>().HandleAsync(Secretary, new RemoveItemRequest(Board.Forum.Id, id), default)).IsSuccess);

    internal async Task MoveMeetingAsync(LocalDate date, LocalTime start, string place = "Teams")
    {
        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == Meeting.Id);
        Assert.True(meeting.Move(new MeetingTime(date, start, start.PlusHours(2)), place, Board.Clock.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }

    internal Task<int> SweepAsync() => Chat.Get<TellGuestsOff>().HandleAsync(default);

    internal async Task<IReadOnlyList<string>> CardsToSecretaryAsync()
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(row => row.PersonId == Board.Secretary.Id && row.Kind == OutboxKind.Notify).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!).Select(message => (message.Card ?? message.Text).Replace("\u2060", string.Empty, StringComparison.Ordinal))];
    }

    internal static string Hex(Guid id) => id.ToString("N");

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}

/// <summary>A mailbox that keeps what is sent.</summary>
internal sealed class TestMailer : IMailer
{
    public bool IsOn { get; set; } = true;

    internal MailOutcome Outcome { get; set; } = MailOutcome.Sent;

    internal List<Mail> Sent { get; } = [];

    public Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        Sent.Add(mail);
        return Task.FromResult(Outcome);
    }
}
