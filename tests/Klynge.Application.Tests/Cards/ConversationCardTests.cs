using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Agendas;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// The cards that come up in a conversation, beside the samples: the commands on agendas, meetings, written procedures, minutes and
/// search, and every button of these features once, by the secretary, a chair and a member, with what others are sent. What is pressed
/// with data that does not suit it is refused and draws nothing; those cards are the samples' to show.
/// </summary>
public sealed class ConversationCardTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    [Fact]
    public async Task EveryCardOfAConversation_IsDrawnWithoutAComplaint()
    {
        var cards = new HashSet<string>(StringComparer.Ordinal);
        foreach (var who in new Func<AgendaFixture, Person>[] { fixture => fixture.Board.Secretary, fixture => fixture.Board.Chair, fixture => fixture.Board.Member })
            await ConverseAsync(who, cards);

        Assert.InRange(cards.Count, 40, 1_000);
        foreach (var card in cards)
        {
            Assert.InRange(card.Length * 2, 1, CardJson.MaxBytes);
            var rendered = await renderer.RenderAsync(card);
            Assert.True(rendered is { Events.Count: 0, Overflow: 0, Unlabelled: 0 }, $"{string.Join(", ", rendered.Events)} in {card}");
        }
    }

    /// <summary>A board of its own for each button: some of them cancel the meeting.</summary>
    private static async Task ConverseAsync(Func<AgendaFixture, Person> who, HashSet<string> cards)
    {
        await using var first = await AgendaFixture.CreateAsync();
        await first.AddAsync(first.Board.Secretary, "Budget");
        foreach (var command in Commands(first.Board.Today))
            Keep(await first.Chat.SayAsync(who(first), command), cards);

        cards.UnionWith(await SentAsync(first));
        foreach (var verb in first.Chat.Verbs.Order(StringComparer.Ordinal))
        {
            await using var fixture = await AgendaFixture.CreateAsync();
            var item = await fixture.AddAsync(fixture.Board.Secretary, $"Status **{verb}** <b>");
            Keep(await fixture.Chat.PressAsync(who(fixture), verb, Data(fixture, item)), cards);
            cards.UnionWith(await SentAsync(fixture));
        }
    }

    private static IEnumerable<ChatCommand> Commands(LocalDate today) =>
    [
        new ChatCommand.ScheduleMeeting(null, today.PlusDays(35), new LocalTime(14, 0), new LocalTime(16, 0), "Rådhuset"),
        new ChatCommand.AddItem("Fælles vagtplan", "Mads Holt", 15, null, null),
        new ChatCommand.OpenWrittenProcedure("Udpegning", null),
        new ChatCommand.Decide(1, "Punktet udsættes til næste møde."),
        new ChatCommand.Search("status"),
        new ChatCommand.ShowAgenda(null, null),
        new ChatCommand.ListMeetings(null),
        new ChatCommand.ShowMinutes(null, null),
        new ChatCommand.ShowMyCases(),
    ];

    /// <summary>What the buttons' own cards would send, all of it at once: each takes what it knows.</summary>
    private static JsonObject Data(AgendaFixture fixture, Domain.Agendas.AgendaItemId item)
    {
        var data = JsonSerializer.SerializeToNode(fixture.Data(item))!.AsObject();
        data["title"] = "Fælles vagtplan";
        data["text"] = "Godkendt.";
        data["reason"] = "Flyttes efter ønske";
        data["date"] = fixture.Board.Today.PlusDays(42).ToString("uuuu-MM-dd", null);
        data["start"] = "13:00";
        return data;
    }

    private static void Keep(ChatReply reply, HashSet<string> cards)
    {
        if (reply is ChatReply.Card card)
            cards.Add(CardJson.Serialize(card.Content));
    }

    /// <summary>The cards on their way to people and chats.</summary>
    private static async Task<IEnumerable<string>> SentAsync(AgendaFixture fixture)
    {
        await using var db = fixture.Board.Open();
        var rows = await db.Outbox.Where(message => message.Payload != null).Select(message => message.Payload!).ToListAsync();
        return rows.ConvertAll(payload => JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card).OfType<string>();
    }
}
