using System.Text.Json;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Contributions;

/// <summary>»Nyt fra driftsfora« on the agenda of a meeting on 3 February 2026, and the chair of another forum, who sits nowhere else. Today is Tuesday 13 January.</summary>
internal sealed class ContributionFixture : IAsyncDisposable
{
    internal const string Title = "Nyt fra driftsfora";
    internal const string Case = "Hvert driftsforum fortæller kort.";

    private ContributionFixture(TestBoard board) => (Board, Chat) = (board, new ChatFixture(board));

    internal TestBoard Board { get; }

    internal ChatFixture Chat { get; }

    internal Meeting Meeting { get; private set; } = null!;

    internal AgendaItemId Item { get; private set; }

    /// <summary>Frode Fremmed, chair of Driftsforum.</summary>
    internal Person Outsider { get; } = new()
    {
        Key = "frode",
        Name = "Frode Fremmed",
        Email = "frode@fjordlandet.example",
        EntraObjectId = "00000000-0000-4000-9000-000000000001",
        TeamsUserId = "29:frode",
    };

    /// <summary>Friday 23 January 2026, eleven days before the meeting.</summary>
    internal static LocalDate DueOn => new(2026, 1, 23);

    internal static async Task<ContributionFixture> CreateAsync(TestStore? store = null)
    {
        var fixture = new ContributionFixture(await TestBoard.CreateAsync(store));
        await fixture.Board.AddAsync(fixture.Outsider);
        await fixture.Board.AddAsync(new ForumMember
        {
            ForumId = fixture.Board.OtherForum.Id,
            PersonId = fixture.Outsider.Id,
            Role = Role.Chair,
            HasVote = true,
            Organisation = "Sønderlund Kommune",
            Sector = "Sønderlund Kommune",
            From = new LocalDate(2025, 1, 1),
            Order = 9,
        });
        fixture.Meeting = await fixture.Board.AddMeetingAsync();
        fixture.Item = await fixture.AddAsync(Title);
        return fixture;
    }

    internal async Task<AgendaItemId> AddAsync(string title, bool isClosed = false, string text = Case)
    {
        var content = new AgendaItemContent { Title = title, IsClosed = isClosed, Sections = text.Length == 0 ? [] : [new AgendaSection("Sagsfremstilling", text)] };
        return (await Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Meeting.Id, content), default)).Value.Id;
    }

    internal object Data(AgendaItemId? item = null) => new { forum = Hex(Board.Forum.Id.Value), meeting = Hex(Meeting.Id.Value), item = Hex((item ?? Item).Value) };

    /// <summary>As the form sends it.</summary>
    internal Task<ChatReply> AskAsync(IEnumerable<Person> people, LocalDate? dueOn = null, string? wanted = null, AgendaItemId? item = null, string? typed = null) =>
        Chat.PressAsync(Board.Secretary, ContributionVerbs.Ask, new
        {
            forum = Hex(Board.Forum.Id.Value),
            meeting = Hex(Meeting.Id.Value),
            item = Hex((item ?? Item).Value),
            people = string.Join(',', people.Select(person => Hex(person.Id.Value))),
            peopleName = typed,
            due = NodaTime.Text.LocalDatePattern.Iso.Format(dueOn ?? DueOn),
            wanted,
        });

    internal async Task<Contribution> OfAsync(Person person, AgendaItemId? item = null)
    {
        var of = item ?? Item;
        await using var db = Board.Open();
        return await db.Contributions.AsNoTracking().SingleAsync(one => one.ItemId == of && one.PersonId == person.Id);
    }

    internal async Task<ChatReply> ShowAsync(Person person, Person? of = null, AgendaItemId? item = null) =>
        await Chat.PressAsync(person, ContributionVerbs.Show, new { contribution = Hex((await OfAsync(of ?? person, item)).Id.Value) });

    /// <param name="seen">The mark of the card that it is typed on; null for that of a card that is opened now.</param>
    internal async Task<ChatReply> SendAsync(Person person, string text, string? seen = null, Person? of = null, AgendaItemId? item = null)
    {
        var contribution = await OfAsync(of ?? person, item);
        return await Chat.PressAsync(person, ContributionVerbs.Send, new
        {
            contribution = Hex(contribution.Id.Value),
            contributed = text,
            seen = seen ?? contribution.MarkOf((await ItemAsync(item)).Content),
        });
    }

    /// <summary>The secretariat rewrites a section, or empties it.</summary>
    internal async Task RewriteAsync(string heading, string text)
    {
        var item = await ItemAsync();
        var content = item.Content with { Sections = [.. item.Content.Sections.Select(section => section.Heading == heading ? section with { Text = text } : section)] };
        Assert.True((await Chat.Get<EditItem>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Item, content, item.Version), default)).IsSuccess);
    }

    internal async Task<AgendaItem> ItemAsync(AgendaItemId? item = null)
    {
        var of = item ?? Item;
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(one => one.Id == of);
    }

    internal async Task<IReadOnlyList<string>> SectionsAsync() => [.. (await ItemAsync()).Content.Sections.Select(section => $"{section.Heading}: {section.Text}")];

    internal async Task<string> BidragAsync(Person person) => (await Chat.SayAsync(person, new ChatCommand.ShowContributions())).Text();

    internal Task<int> SweepAsync(LocalDate day, int hour, int minute = 0)
    {
        Board.Clock.Set(DanishTime.ToInstant(day, new LocalTime(hour, minute)));
        return Chat.Get<SendContributionReminders>().HandleAsync(default);
    }

    internal async Task ChangeAsync(Func<Klynge.Application.Data.KlyngeContext, Task> change)
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

    internal async Task<IReadOnlyList<string>> CardsToAsync(Person person) =>
        [.. (await SentToAsync(person)).Select(message => message.Card).OfType<string>().Select(card => card.Replace("\u2060", string.Empty, StringComparison.Ordinal))];

    internal static string Hex(Guid id) => id.ToString("N");

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
