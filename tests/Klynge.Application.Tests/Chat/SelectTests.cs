using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// How often a turn asks the database. The gate asks once who, which forum and whether they may, and hands on what it found; a handler that
/// asks again shows here.
/// </summary>
public abstract partial class SelectTests(TestStore store) : IAsyncDisposable
{
    public sealed class OnSqlite() : SelectTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SelectTests(TestStore.Postgres);

    private const int Most = 8;
    private const string Secretary = "signe-dahl";
    private const string Member = "gitte-holmgaard";

    private SampleChat? _begun;

    private SampleChat Chat => _begun ?? throw new InvalidOperationException("It has not begun.");

    /// <summary>For the tests that speak with the sample council: both have written before, in both chats; an apology with a substitute stands on the agenda.</summary>
    private async Task BeginAsync()
    {
        _begun = await SampleChat.CreateAsync(store: store);
        await Chat.SayAsync("aase-lund", "afbud stedfortræder Knud Erik Damsbo");
        Assert.NotEmpty(await Chat.ApologiesAsync());
        foreach (var (person, forum) in new[] { (Secretary, "chefforum"), (Secretary, null), (Member, "chefforum"), (Member, null) })
            await Chat.SayAsync(person, "dagsorden chefforum", forum);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _begun?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Command_OfAnyRole_AsksTheDatabaseEightTimesAtMost()
    {
        await BeginAsync();
        (string Text, string? Forum)[] commands =
        [
            ("tilføj punkt Budget 15 min", "chefforum"), ("tilføj punkt Budget 15 min til chefforum", null), ("dagsorden", "chefforum"),
            ("dagsorden chefforum", null), ("dagsorden 14. januar", "chefforum"), ("mine sager", null),
        ];
        foreach (var ((text, forum), person) in commands.SelectMany(command => new[] { Secretary, Member }.Select(person => (command, person))))
        {
            Chat.Database.Selects.Take();
            var answer = await Chat.SayAsync(person, text, forum);

            AssertFew(Chat.Database.Selects.Take(), $"»{text}« by {person}");
            Assert.StartsWith("{", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Secretary)]
    [InlineData(Member)]
    public async Task EveryButton_OfTheAgenda_AsksTheDatabaseEightTimesAtMost(string person)
    {
        await BeginAsync();
        var card = await Chat.SayAsync(person, "dagsorden chefforum", forum: null);
        var titles = SampleChat.Titles(card);

        Assert.Superset(new HashSet<string> { "Tilføj punkt", "Meld afbud", "Hele dagsordenen" }, titles.ToHashSet());
        foreach (var title in titles.Distinct())
        {
            Chat.Database.Selects.Take();
            await Chat.PressAsync(person, card, title, forum: null);

            AssertFew(Chat.Database.Selects.Take(), $"»{title}« by {person}");
        }
    }

    /// <summary>
    /// Every button of the agenda's own, whichever card it stands on, and every other that stands on an agenda's card: what it shows, what its
    /// form is sent with, what it changes.
    /// </summary>
    [Fact]
    public async Task EveryButton_OfTheAgenda_WhereverItStands_AsksTheDatabaseEightTimesAtMost()
    {
        await using var board = await RightsBoard.CreateAsync(store: store);
        await FillAsync(board);
        using var chat = RightsChat.Beside(board);
        var content = new AgendaItemContent { Title = "Endnu et forslag" };
        var other = await board.Chat.Get<AddItem>().HandleAsync(TestBoard.As(board.Board.OtherMember), new(board.Forum.Id, board.Ahead, content), default);
        foreach (var actor in new[] { Actors.Secretariat, Actors.Member })
            await chat.SayAsync(actor, "hjælp");

        var (counts, buttons) = (new List<string>(), await ButtonsOfAgendaAsync());
        foreach (var (button, actor) in buttons.SelectMany(button => new[] { Actors.Secretariat, Actors.Member }.Where(actor => button.Who.HasFlag(actor)).Select(actor => (button, actor))))
        {
            var data = await DataAsync(board, button, actor, other.Value.Id);
            board.Board.Database.Selects.Take();
            using var answer = JsonDocument.Parse(await chat.DeliverAsync(button, actor, data, $"agenda-{button.Verb}-{actor}"));
            var selects = board.Board.Database.Selects.Take();

            Assert.True(RightsChat.RefusalIn(answer.RootElement) is null, $"{button.Verb} by {actor}: {RightsChat.RefusalIn(answer.RootElement)}");
            if (selects.Count > Most)
                counts.Add($"{button.Verb} by {actor}: {selects.Count} SELECTs\n{string.Join("\n", selects)}\n");
        }

        Assert.True(counts.Count == 0, string.Join('\n', counts));
    }

    /// <summary>
    /// The minutes, whatever there is of them: approved, written, none; under way or held; with and without somebody who leads and somebody
    /// who writes, an item that went on in writing, apologies with substitutes; and whether the list of participants was written down or not.
    /// </summary>
    [Fact]
    public async Task Minutes_InEveryState_AskTheDatabaseEightTimesAtMost()
    {
        await using var board = await RightsBoard.CreateAsync(store: store);
        using var chat = RightsChat.Beside(board);
        foreach (var actor in new[] { Actors.Secretariat, Actors.Chair, Actors.Member })
            await chat.SayAsync(actor, "hjælp");

        var (counts, shown) = (new List<string>(), 0);
        await ShowAllAsync("as they are");
        await FillAsync(board);
        await ShowAllAsync("with names and a case");
        await using (var db = board.Board.Open())
            await db.Participants.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await ShowAllAsync("without a list of participants");

        Assert.True(counts.Count == 0, string.Join('\n', counts));
        Assert.Equal(27, shown);

        async Task ShowAllAsync(string state)
        {
            foreach (var (meeting, of) in new[] { (board.Approved, "approved"), (board.Held, "written"), (board.Unwritten, "none"), (board.Running, "under way") })
            {
                foreach (var actor in new[] { Actors.Secretariat, Actors.Chair, Actors.Member })
                {
                    var data = JsonSerializer.SerializeToElement(new { forum = board.Forum.Id.Value, meeting = meeting.Value });
                    board.Board.Database.Selects.Take();
                    using var answer = JsonDocument.Parse(await chat.DeliverAsync(ButtonOf("minutes.show"), actor, data, $"{state}-{of}-{actor}"));
                    var selects = board.Board.Database.Selects.Take();
                    shown += RightsChat.RefusalIn(answer.RootElement) is null ? 1 : 0;
                    if (selects.Count > Most)
                        counts.Add($"{of} by {actor}, {state}: {selects.Count} SELECTs\n{string.Join("\n", selects)}\n");
                }
            }
        }
    }

    private static ButtonRight ButtonOf(string verb) => RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);

    /// <summary>Each meeting has somebody who leads, somebody who writes, an apology with a substitute; two have an item that went on in writing.</summary>
    private static async Task FillAsync(RightsBoard board)
    {
        await using var db = board.Board.Open();
        await db.Meetings.ExecuteUpdateAsync(set => set
            .SetProperty(meeting => meeting.ChairId, board.Board.Chair.Id)
            .SetProperty(meeting => meeting.MinuteTakerId, board.Board.Secretary.Id), TestContext.Current.CancellationToken);
        var (seat, now) = (new MemberId(board.SeatOf(board.Board.Doctor)), board.Board.Clock.GetCurrentInstant());
        foreach (var meeting in new[] { board.Ahead, board.Held, board.Unwritten, board.Running, board.Approved })
        {
            var apology = Apology.Register(meeting, seat, ApologySource.Secretariat, now);
            apology.Detail(board.Board.Stranger.Id, substituteName: null, reason: null);
            db.Apologies.Add(apology);
        }

        var added = await board.Chat.Get<AddItem>().HandleAsync(
            TestBoard.As(board.Board.Secretary), new(board.Forum.Id, board.Ahead, new AgendaItemContent { Title = "Går videre" }), default);
        foreach (var (procedure, item) in new[] { (board.Closed, added.Value.Id), (board.Open, board.ItemOfHeld) })
        {
            await db.WrittenProcedures.Where(one => one.Id == procedure)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.AgendaItemId, item), TestContext.Current.CancellationToken);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await ReportAsync(board, db);
    }

    /// <summary>What the secretary may report on: the approved minutes of the other forum.</summary>
    private static async Task ReportAsync(RightsBoard board, KlyngeContext db)
    {
        var seat = new ForumMember { ForumId = board.Board.OtherForum.Id, PersonId = board.Board.Secretary.Id, Role = Role.Secretariat, HasVote = false, Organisation = "x", Sector = "x", From = new LocalDate(2025, 1, 1), Order = 90 };
        var now = board.Board.Clock.GetCurrentInstant();
        var there = Meeting.Schedule(board.Board.OtherForum.Id, new MeetingTime(board.Board.Today, new LocalTime(23, 0), null), null, now).Value;
        var item = AgendaItem.Add(there, 1, new AgendaItemContent { Title = "Budget" }, now);
        item.Decide("Godkendt.", seenVersion: null, now);
        var minutes = new MeetingMinutes { MeetingId = there.Id };
        db.AddRange(seat, there, item, minutes);
        db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Approved;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What only shows something first, so that what changes something finds it as it was made.</summary>
    private static async Task<IReadOnlyList<ButtonRight>> ButtonsOfAgendaAsync()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards", "Golden", "agendas");
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            drawn.UnionWith(Drawn().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value));

        string[] last = ["attendance.withdraw", "agenda.edit", "agenda.remove", "agenda.send", "meeting.begin", "meeting.finish"];
        var buttons = RightsTable.All.OfType<ButtonRight>().Where(button => button.Verb.StartsWith("agenda.", StringComparison.Ordinal) || drawn.Contains(button.Verb)).ToList();
        Assert.InRange(buttons.Count, 25, 60);
        return [.. buttons.OrderBy(button => Array.IndexOf(last, button.Verb))];
    }

    private static async Task<JsonElement> DataAsync(RightsBoard board, ButtonRight button, Actors actor, AgendaItemId other)
    {
        var data = JsonNode.Parse(RightsCalls.Data(board, button, actor).GetRawText())!.AsObject();
        if (button.Verb == "agenda.decline")
            data["item"] = other.Value;
        if (button.Verb == "agenda.decide.undo")
            data["loaded"] = $"{board.ItemOfHeld.Value}/2";

        await using var db = board.Board.Open();
        if (button.Verb == "agenda.report")
            data["source"] = (await db.Meetings.SingleAsync(one => one.ForumId == board.Board.OtherForum.Id && db.Minutes.Any(minutes => minutes.MeetingId == one.Id), TestContext.Current.CancellationToken)).Id.Value;

        var item = new AgendaItemId((Guid)data["item"]!);
        data["version"] = await db.AgendaItems.Where(one => one.Id == item).Select(one => one.Version).SingleAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.SerializeToElement(data);
    }

    /// <summary>However many cases there are, and though the seats of each may have become somebody else's.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task MyCases_OfASubstitute_AsksTheDatabaseEightTimesAtMost_HoweverManyCases(int cases)
    {
        await using var board = await TestBoard.CreateAsync(store);
        using var chat = new ChatFixture(board);
        var fixture = new ProcedureFixture(board, chat);
        await using (var db = board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.ForumId == board.Forum.Id && seat.PersonId == board.Member.Id)).SubstituteIds = [board.Stranger.Id];
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        for (var number = 0; number < cases; number++)
        {
            var given = await chat.Get<GiveUpSeat>().HandleAsync(TestBoard.As(board.Member), new(board.Forum.Id, await fixture.OpenAsync()), default);
            Assert.True(given.IsSuccess, given.Error?.Code);
        }

        var turn = chat.Turn(board.Stranger) with { ChosenForumId = null };
        board.Database.Selects.Take();
        var card = (await chat.SayAsync(turn, new ChatCommand.ShowMyCases())).Text();

        AssertFew(board.Database.Selects.Take(), $"{cases} cases");
        Assert.Contains($"{cases} ting venter på dig.", card, StringComparison.Ordinal);
    }

    /// <summary>What is written checks again, inside its transaction; the gate's one question before it is counted with it.</summary>
    [Theory]
    [InlineData(Secretary)]
    [InlineData(Member)]
    public async Task FormOfAnItem_AsItIsSent_AsksTheDatabaseEightTimesAtMost(string person)
    {
        await BeginAsync();
        var card = await Chat.SayAsync(person, "tilføj punkt Budget 15 min til chefforum", forum: null);
        foreach (var title in SampleChat.Titles(card))
        {
            Chat.Database.Selects.Take();
            var answer = await Chat.PressAsync(person, card, title, forum: null, new() { ["title"] = "Budget", ["minutes"] = "15", ["kind"] = "Decision" });

            AssertFew(Chat.Database.Selects.Take(), $"»{title}« by {person}");
            Assert.Contains("\"statusCode\":200", answer, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("\"(?:verb|klyngeVerb)\": ?\"([^\"]+)\"")]
    private static partial Regex Drawn();

    private static void AssertFew(IReadOnlyList<string> selects, string what) =>
        Assert.True(selects.Count <= Most, $"{what}: {selects.Count} SELECTs\n\n{string.Join("\n\n", selects)}");
}
