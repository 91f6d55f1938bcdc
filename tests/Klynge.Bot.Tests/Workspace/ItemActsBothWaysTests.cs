using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>What is pressed beside an item on a meeting's page and what is pressed on its card are one act: the same use case, and the same rows of the audit log.</summary>
public sealed class ItemActsBothWaysTests
{
    private const string Promises = "Anna Holm laver et udkast til næste møde. Sekretariatet udarbejder en oversigt over tallene.";

    private static readonly string InTime = LocalDatePattern.Iso.Format(DanishTime.Today(SystemClock.Instance).PlusDays(1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private delegate Task Doing(MeetingScenario at, List<AgendaItem> items);

    [Fact]
    public async Task EveryAct_ByThePageAndByTheCard_WritesTheSameRows()
    {
        await using var page = await MeetingScenario.StartAsync();
        await using var card = await MeetingScenario.StartAsync();
        foreach (var (name, press, chat) in Ahead())
            await MeetingActsBothWaysTests.CompareAsync(name, page, card, (at, items) => press(at, items), (at, items) => chat(at, items));

        foreach (var at in new[] { page, card })
        {
            await at.PressAsync("begynd", "sikker");
            var item = (await at.ItemsAsync())[1];
            await at.PostAsync("beslutning", null, ("punkt", $"{item.Id.Value}"), ("version", $"{item.Version}"), ("tekst", Promises));
            Assert.Equal(2, (await at.FoundAsync(item.Id)).Count);
        }

        foreach (var (name, press, chat) in Begun().Concat(Agreed()))
            await MeetingActsBothWaysTests.CompareAsync(name, page, card, (at, items) => press(at, items), (at, items) => chat(at, items));
    }

    /// <summary>A new agreement is a deadline of the item that the next meeting follows up; a card sets deadlines of the forum by the same use case.</summary>
    [Fact]
    public async Task NewAgreement_IsSetByTheUseCaseOfTheCardsDeadline()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.PressAsync("begynd", "sikker");
        var (before, item) = (await at.LastAsync(), (await at.ItemsAsync())[1]);

        await at.PostAsync("aftaler", null, Item(item), ("hvad", "Lave et udkast"), ("hvem", "role:1"), ("dato", InTime));
        await at.ChatAsync("deadline.set", null, ("title", "Lave et udkast"), ("responsible", "role:1"), ("date", InTime));

        var rows = (await at.RowsAsync(before)).FindAll(row => row.UseCase == "SetDeadline");
        Assert.Equal(2, rows.Count);
        Assert.Equal((rows[0].ActorId, rows[0].ForumId, rows[0].Refusal), (rows[1].ActorId, rows[1].ForumId, rows[1].Refusal));
        Assert.All(rows, row => Assert.Contains("Lave et udkast", row.Changes, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, Doing Press, Doing Chat)> Ahead()
    {
        yield return ("ask", async (at, items) => await at.PostAsync("bidrag", null, Item(items[1]), ("person", $"{(await at.VotersAsync())[1].PersonId.Value}"), ("dato", InTime), ("oenske", "Tallene")),
            async (at, items) => await at.ChatAsync("contribution.ask", items[1].Id, ("people", $"{(await at.VotersAsync())[1].PersonId.Value:N}"), ("due", InTime), ("wanted", "Tallene")));
        yield return ("withdraw", async (at, items) => await at.PressAsync("bidrag/traek", $"{items[1].Id.Value}/{(await at.ContributionsAsync(items[1].Id))[0].Id.Value}"),
            async (at, items) => await at.ChatAsync("contribution.withdraw", null, ("contribution", $"{(await at.ContributionsAsync(items[1].Id))[0].Id.Value:N}")));
        yield return ("exclude", async (at, items) => await at.PostAsync("hold-ude", null, Item(Closed(items)), ("person", $"{(await at.VotersAsync())[2].PersonId.Value}")),
            async (at, items) => await at.ChatAsync("exclusion.save", Closed(items).Id, ("people", $"{(await at.VotersAsync())[2].PersonId.Value:N}")));
        yield return ("guest", (at, items) => at.PostAsync("gaester", null, Item(items[2]), ("navn", "Anna Gæst"), ("titel", "overlæge"), ("organisation", "Region Nord"), ("mail", "")),
            (at, items) => at.ChatAsync("guest.add", items[2].Id, ("guestName", "Anna Gæst"), ("guestTitle", "overlæge"), ("guestOrganisation", "Region Nord"), ("guestEmail", "")));
        yield return ("guest off", async (at, items) => await at.PressAsync("gaester/fjern", $"{items[2].Id.Value}/{await GuestAsync(at):D}"),
            async (at, items) => await at.ChatAsync("guest.remove", items[2].Id, ("guest", $"{await GuestAsync(at):N}")));
    }

    private static IEnumerable<(string Name, Doing Press, Doing Chat)> Begun()
    {
        yield return ("vote",
            async (at, items) => await at.PostAsync("afstemning", null, [.. AtItemScenario.Vote(items[0], await at.VotersAsync(), "For", ((await at.VotersAsync())[0], "Against")), ("mindretal", "For dyrt.")]),
            async (at, items) => await at.ChatAsync("agenda.vote", items[0].Id, ("for", Ids((await at.VotersAsync()).Skip(1))), ("against", Ids((await at.VotersAsync()).Take(1))), ("dissent", "For dyrt.")));
        yield return ("remove vote", (at, items) => at.PressAsync("afstemning/fjern", $"{items[0].Id.Value}/{items[0].Content.Votes[0].Id.Value}"),
            (at, items) => at.ChatAsync("agenda.vote.remove", items[0].Id, ("vote", $"{items[0].Content.Votes[0].Id.Value:N}")));
        yield return ("open ballot", (at, items) => at.PostAsync("afstemning/start", null, Item(items[0]), ("spoergsmaal", "Forslaget")),
            (at, items) => at.ChatAsync("ballot.open", items[0].Id, ("ballot", $"{Guid.NewGuid():N}"), ("question", "Forslaget")));
        yield return ("call off", async (at, items) => await at.PressAsync("afstemning/aflys", $"{items[0].Id.Value}/{(await at.BallotAsync()).Id.Value}"),
            async (at, items) => await at.ChatAsync("ballot.off", items[0].Id, ("ballot", $"{(await at.BallotAsync()).Id.Value:N}")));
        yield return ("open again", (at, items) => at.PostAsync("afstemning/start", null, Item(items[0])),
            (at, items) => at.ChatAsync("ballot.open", items[0].Id, ("ballot", $"{Guid.NewGuid():N}")));
        yield return ("close", async (at, items) => await at.PressAsync("afstemning/luk", $"{items[0].Id.Value}/{(await at.BallotAsync()).Id.Value}"),
            async (at, items) => await at.ChatAsync("ballot.close", items[0].Id, ("ballot", $"{(await at.BallotAsync()).Id.Value:N}")));
        yield return ("addition", (at, items) => at.PostAsync("tilfoejelse", null, Item(items[0]), ("tekst", "Linket er indsat bagefter.")),
            (at, items) => at.ChatAsync("agenda.addition", items[0].Id, ("addition", "Linket er indsat bagefter.")));
        yield return ("addition out", (at, items) => at.PressAsync("tilfoejelse/fjern", $"{items[0].Id.Value}/{items[0].Content.Additions[0].Id.Value}"),
            (at, items) => at.ChatAsync("agenda.addition.remove", items[0].Id, ("additionId", $"{items[0].Content.Additions[0].Id.Value:N}")));
        yield return ("attendance",
            async (at, items) => await at.PostAsync("fremmoede/punkt", null, Item(items[3]), ("plads", await Seat(at, 0)), ("plads", await Seat(at, 1)), ($"fravaer-{await Seat(at, 0)}", "Recused"), ($"fravaer-{await Seat(at, 1)}", "Away"), ("flere", "1")),
            async (at, items) => await at.ChatAsync("attendance.item", items[3].Id, ("recused", await Seat(at, 0)), ("away", await Seat(at, 1)), ("span", "1")));
    }

    private static IEnumerable<(string Name, Doing Press, Doing Chat)> Agreed()
    {
        yield return ("dismiss", async (at, items) => await at.PressAsync("aftaler/afvis", $"{items[1].Id.Value}/{await FoundAsync(at, items):D}"),
            async (at, items) => await at.ChatAsync("deadline.dismiss", null, ("found", $"{await FoundAsync(at, items):N}")));
        yield return ("ask again", async (at, items) => await at.PressAsync("aftaler/spoerg-igen", $"{items[1].Id.Value}/{await DismissedAsync(at):D}"),
            async (at, items) => await at.ChatAsync("deadline.dismiss.undo", null, ("found", $"{await DismissedAsync(at):N}")));
        yield return ("follow up", async (at, items) => await at.PressAsync("aftaler/foelg-op", $"{items[1].Id.Value}/{await FoundAsync(at, items):D}/{InTime}"),
            async (at, items) => await at.ChatAsync("deadline.accept", null, ("found", $"{await FoundAsync(at, items):N}"), ($"date{await FoundAsync(at, items):N}", InTime)));
        yield return ("change", async (at, items) => await at.PostAsync("aftaler/ret", null, Item(items[1]), ("post", $"{await AgreementAsync(at, items):D}"), ("version", "1"), ("hvad", "Udkast til tallene"), ("hvem", "role:1"), ("dato", InTime)),
            async (at, items) => await at.ChatAsync("deadline.edit", null, ("deadline", $"{await AgreementAsync(at, items):N}"), ("version", 1), ("title", "Udkast til tallene"), ("responsible", "role:1"), ("date", InTime)));
        yield return ("finish", async (at, items) => await at.PressAsync("aftaler/faerdig", $"{items[1].Id.Value}/{await AgreementAsync(at, items):D}/2"),
            async (at, items) => await at.ChatAsync("deadline.finish", null, ("deadline", $"{await AgreementAsync(at, items):N}"), ("version", 2)));
        yield return ("undo", async (at, items) => await at.PressAsync("aftaler/fortryd", $"{items[1].Id.Value}/{await AgreementAsync(at, items):D}/3"),
            async (at, items) => await at.ChatAsync("deadline.undo", null, ("deadline", $"{await AgreementAsync(at, items):N}"), ("version", 3)));
        yield return ("drop", async (at, items) => await at.PostAsync("aftaler/drop", null, Item(items[1]), ("post", $"{await AgreementAsync(at, items):D}"), ("version", "4"), ("tekst", "Det er overhalet.")),
            async (at, items) => await at.ChatAsync("agreement.drop", null, ("deadline", $"{await AgreementAsync(at, items):N}"), ("version", 4), ("reason", "Det er overhalet.")));
    }

    private static (string, string) Item(AgendaItem item) => ("punkt", $"{item.Id.Value}");

    private static AgendaItem Closed(List<AgendaItem> items) => items.First(item => item.Content.IsClosed);

    private static string Ids(IEnumerable<ForumMember> seats) => string.Join(',', seats.Select(seat => seat.Id.Value.ToString("N")));

    private static async Task<string> Seat(MeetingScenario at, int index) => (await at.VotersAsync())[index].Id.Value.ToString();

    private static async Task<Guid> FoundAsync(MeetingScenario at, List<AgendaItem> items) => (await at.FoundAsync(items[1].Id))[0].Id.Value;

    private static async Task<Guid> AgreementAsync(MeetingScenario at, List<AgendaItem> items) => (await at.AgreementsAsync(items[1].Id))[^1].Id.Value;

    private static async Task<Guid> DismissedAsync(MeetingScenario at)
    {
        await using var db = await at.OpenAsync();
        return (await db.FoundDeadlines.AsNoTracking().Where(one => one.AnsweredAt != null && one.DeadlineId == null).OrderByDescending(one => one.AnsweredAt).FirstAsync(Ct)).Id.Value;
    }

    private static async Task<Guid> GuestAsync(MeetingScenario at)
    {
        await using var db = await at.OpenAsync();
        return (await db.ItemGuests.AsNoTracking().SingleAsync(guest => guest.Name == "Anna Gæst", Ct)).Id.Value;
    }
}
