using System.Collections.Concurrent;
using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>
/// A word that stands in a closed item's or case's text alone, looked for in everything that leaves the bot unasked: notifications, mails,
/// the calendar, what is answered into a chat that others read, and the log. Those entitled read it where they open it.
/// </summary>
public sealed class NoticeTitleTests : IAsyncLifetime
{
    private const string Secret = "Xanthippe";
    private const string Title = $"Afsked af {Secret}";
    private const string Sentence = $"{Secret} skal have svar senest d. 30. april 2026.";

    private const string CaseSentence = $"{Secret} skal høres senest d. 15. maj 2026.";

    private readonly LogLines _log = new();
    private TestBoard _board = null!;
    private ChatBench _chat = null!;
    private Meeting _meeting = null!;

    private static AgendaItemContent Closed => new()
    {
        Title = Title,
        IsClosed = true,
        Sections = [new AgendaSection(null, Sentence)],
        Recommendations = [$"Godkender {Secret}"],
    };

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatBench(_board, services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)));
        _meeting = await _board.AddMeetingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Proposal_AskedAcceptedMovedDeclinedAndTakenBack_NamesNoClosedItem()
    {
        var later = await _board.AddMeetingAsync(daysAhead: 50);
        var (kept, moved, declined, taken) = (await ProposeAsync(), await ProposeAsync(), await ProposeAsync(), await ProposeAsync());

        var told = new List<ChatReply>
        {
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Accept, Answer(kept, _meeting)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Accept, Answer(moved, later)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Accept, Answer(moved, later)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Decline, Answer(declined, _meeting)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Decline, Answer(declined, _meeting)),
            await _chat.PressAsync(_board.Member, AgendaVerbs.Remove, Item(taken)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Proposal, Item(taken)),
            await _chat.PressAsync(_board.Secretary, AgendaVerbs.Remove, Item(kept)),
        };

        Assert.All(told, reply => Assert.DoesNotContain(Secret, reply.Text(), StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", told[0].Text(), StringComparison.Ordinal);
        await AssertNothingLeftAsync(atLeast: 7, cardsToo: true);
    }

    [Fact]
    public async Task Proposal_IsReadByTheSecretariatOnOpeningIt()
    {
        var item = await ProposeAsync();

        Assert.DoesNotContain(Secret, Assert.Single(await CardsToAsync(_board.Secretary)), StringComparison.Ordinal);
        Assert.Contains(Secret, (await _chat.PressAsync(_board.Secretary, AgendaVerbs.Proposal, Item(item))).Text(), StringComparison.Ordinal);
    }

    /// <summary>An old client posts the answer to a button into the chat, where observers read it.</summary>
    [Fact]
    public async Task Answers_ThatGoIntoTheForumsChat_NameNoClosedItem()
    {
        var (proposed, placed) = (await ProposeAsync(), await AddAsync());
        var found = await FoundAsync();
        var deadline = await AcceptAsync(found);
        await _chat.Get<RecordDecision>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, placed, $"{Secret} fratræder."), default);
        var turn = _chat.Turn(_board.Secretary, _board.Forum.Id, personal: false);
        (string Verb, object Data)[] presses =
        [
            (AgendaVerbs.Add, new { forum = Forum, meeting = _meeting.Id.Value, title = Title, kind = "1", closed = "true" }),
            (AgendaVerbs.Item, Item(placed)),
            (AgendaVerbs.Proposal, Item(proposed)),
            (DeadlineVerbs.Found, new { forum = Forum, all = found.ToString("N") }),
            (DeadlineVerbs.Show, new { forum = Forum, deadline }),
            (DeadlineVerbs.List, new { forum = Forum }),
            (DeadlineVerbs.Finish, new { forum = Forum, deadline, version = 1 }),
            (AgendaVerbs.Decide, new { forum = Forum, meeting = _meeting.Id.Value, choice = $"{placed.Value:N}/1", text = "Udsat." }),
            (AgendaVerbs.UndoDecision, new { forum = Forum, meeting = _meeting.Id.Value, item = placed.Value, change = 1 }),
            (AgendaVerbs.DecideForm, Item(placed)),
            (AgendaVerbs.Decisions, Item(placed)),
            (AgendaVerbs.Accept, Answer(proposed, _meeting)),
            (AgendaVerbs.Remove, Item(placed)),
        ];

        foreach (var (verb, data) in presses)
        {
            var reply = await _chat.PressAsync(turn, verb, data, isFallback: true);
            Assert.DoesNotContain(Secret, reply is ChatReply.Card ? reply.Text() : reply.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Question_WhetherASentenceIsADeadline_QuotesNoClosedItem_AndIsReadOnOpeningIt()
    {
        await AddAsync();
        var found = await FoundAsync();

        await AssertNothingLeftAsync(atLeast: 1, cardsToo: true);
        var opened = (await _chat.RefreshAsync(_board.Secretary, Assert.Single(await CardsToAsync(_board.Secretary)))).Text();
        Assert.Contains(Sentence, opened, StringComparison.Ordinal);
        Assert.Contains(found.ToString("N"), opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AboutACaseThatIsClosed_QuotesNothingOfIt()
    {
        await DraftAsync();

        await AssertNothingLeftAsync(atLeast: 1, cardsToo: true);
    }

    [Fact]
    public async Task Deadline_GivenRemindedAskedForAndOverdue_NamesNoClosedItem()
    {
        await AddAsync();
        var id = await AcceptAsync(await FoundAsync());
        await EditAsync(id, _board.Member);
        await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Remind, new { forum = Forum, deadline = id, version = 2 });
        foreach (var day in new[] { 16, 23, 29, 30 })
            await SweepAsync(new LocalDate(2026, 4, day));
        foreach (var day in new[] { 4, 7, 11, 20 })
            await SweepAsync(new LocalDate(2026, 5, day));

        await AssertNothingLeftAsync(atLeast: 12, cardsToo: true);
        var card = (await CardsToAsync(_board.Member))[^1];
        Assert.Contains("Frist i en lukket sag", card, StringComparison.Ordinal);
        Assert.Contains("Åbn den for at se mere", card, StringComparison.Ordinal);
        Assert.Contains(Secret, (await _chat.PressAsync(_board.Member, DeadlineVerbs.Show, new { forum = Forum, deadline = id })).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Morning_WithManyThingsThatWait_NamesNoClosedItem()
    {
        await ProposeAsync();
        await AddAsync();
        var id = await AcceptAsync(await FoundAsync());
        for (var number = 1; number <= 5; number++)
            await _chat.Get<SetDeadline>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, $"Frist {number}", new LocalDate(2026, 4, 30), null), default);

        await SweepAsync(new LocalDate(2026, 1, 14));
        await SweepAsync(new LocalDate(2026, 4, 30));
        await SweepAsync(new LocalDate(2026, 5, 4));

        await AssertNothingLeftAsync(atLeast: 4, cardsToo: true);
        Assert.Contains(await CardsToAsync(_board.Secretary), card => card.Contains("Frist i en lukket sag", StringComparison.Ordinal) && card.Contains("Frist 3", StringComparison.Ordinal));
        var digest = (await CardsToAsync(_board.Secretary))[^1];
        Assert.DoesNotContain(Secret, (await _chat.RefreshAsync(_board.Secretary, digest)).Text(), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Calendar_OfWhoeverHoldsTheLink_NamesNoClosedItem_NorAClosedCase()
    {
        await AddAsync();
        await AcceptAsync(await FoundAsync());
        await DraftAsync();
        await AcceptAsync(await FoundAsync(ofCase: true));

        foreach (var person in new[] { _board.Secretary, _board.Member, _board.Observer })
        {
            var link = await _chat.Get<CreateCalendarLink>().HandleAsync(TestBoard.As(person), _board.Forum.Id, default);
            var token = link.Value.AbsolutePath.Split('/')[^1].Split('.')[0];
            var calendar = (await _chat.Get<DeadlineCalendar>().ReadAsync(token, default))!.Replace("\r\n ", "", StringComparison.Ordinal);

            Assert.Contains("SUMMARY:Frist: Frist i en ", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, calendar, StringComparison.Ordinal);
        }
    }

    /// <summary>The agenda of those who may read closed items has them on its card; a mail in its place is the open one.</summary>
    [Fact]
    public async Task Agenda_ThatIsSentOut_NamesTheClosedItemOnTheCardsOfThoseEntitledAlone_AndInNoMail()
    {
        await AddAsync();

        await _chat.Get<SendAgenda>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _meeting.Id), default);

        await AssertNothingLeftAsync(atLeast: 4, cardsToo: false);
        Assert.Contains(Secret, (await CardsToAsync(_board.Member))[^1], StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", (await MailsToAsync(_board.Member))[^1], StringComparison.Ordinal);
        Assert.All(await CardsToAsync(_board.Observer), card => Assert.DoesNotContain(Secret, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_FromOpeningToResult_StandsInNoNotificationAndNoMail()
    {
        var bench = new ProcedureBench(_board, _chat);
        var id = await DraftAsync();
        Assert.True((await bench.OpenAsync(id, _board.Secretary)).IsSuccess);
        await _chat.PressAsync(_board.Secretary, "procedure.remind", new { forum = Forum, procedure = id.Value });
        var voted = await _chat.PressAsync(_board.Member, "procedure.vote", new { forum = Forum, procedure = id.Value, version = 1, answer = "approve" });
        await _chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, id, Form with { Date = "2026-02-03", Reason = "Frist rykket" }), default);
        await bench.CloseAsync(_board.Secretary, id);
        await _chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(_board.Chair), new(_board.Forum.Id, id, Note: null), default);

        Assert.DoesNotContain(Secret, voted.Card().FallbackText + voted.Card().Speak, StringComparison.Ordinal);
        Assert.Contains(Secret, voted.Text(), StringComparison.Ordinal);
        await AssertNothingLeftAsync(atLeast: 10, cardsToo: false);
        Assert.Contains((await MailsToAsync(_board.Member)), mail => mail.Contains("skriver det ikke i en mail", StringComparison.Ordinal));
        Assert.Contains((await CardsToAsync(_board.Member)), card => card.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_OfSomebodyWhoMayNotReadClosedItems_HasNoHit()
    {
        await AddAsync();

        var reply = await _chat.SayAsync(_board.Observer, new ChatCommand.Search(Secret));

        Assert.DoesNotContain("Afsked", reply is ChatReply.Card ? reply.Text() : reply.ToString(), StringComparison.Ordinal);
    }

    private Guid Forum => _board.Forum.Id.Value;

    private static ProcedureForm Form => ProcedureBench.Form with { Title = Title, Presentation = CaseSentence, Summary = "", Attachments = "", IsClosed = true };

    private object Item(AgendaItemId id) => new { forum = Forum, meeting = _meeting.Id.Value, item = id.Value };

    private object Answer(AgendaItemId id, Meeting target) => new { forum = Forum, meeting = _meeting.Id.Value, item = id.Value, target = target.Id.Value, reason = "Ikke nu" };

    private Task<AgendaItemId> ProposeAsync() => AddAsync(_board.Member);

    private async Task<AgendaItemId> AddAsync(Person? by = null) =>
        (await _chat.Get<AddItem>().HandleAsync(TestBoard.As(by ?? _board.Secretary), new AddItemRequest(_board.Forum.Id, _meeting.Id, Closed), default)).Value.Id;

    private async Task<WrittenProcedureId> DraftAsync() =>
        (await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, Procedure: null, Item: null, Form), default)).Value;

    private async Task<Guid> FoundAsync(bool ofCase = false)
    {
        await using var db = _board.Open();
        return (await db.FoundDeadlines.ToListAsync()).Single(one => one.ProcedureId is not null == ofCase).Id.Value;
    }

    private async Task<Guid> AcceptAsync(Guid found)
    {
        var accepted = await _chat.Get<AnswerFoundDeadline>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, new Domain.Deadlines.FoundDeadlineId(found), IsDeadline: true, Date: null), default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        await using var db = _board.Open();
        return (await db.FoundDeadlines.SingleAsync(one => one.Id == new Domain.Deadlines.FoundDeadlineId(found))).DeadlineId!.Value.Value;
    }

    private async Task EditAsync(Guid deadline, Person responsible)
    {
        var edited = await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Edit, new
        {
            forum = Forum,
            deadline,
            version = 1,
            title = Title,
            date = "2026-04-30",
            responsible = responsible.Name,
            reminders = "14, 7, 1, 0",
        });
        Assert.Contains(responsible.Name, edited.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, edited.Card().FallbackText + edited.Card().Speak, StringComparison.Ordinal);
    }

    private async Task SweepAsync(LocalDate day)
    {
        _board.Clock.Set(DanishTime.ToInstant(day, new LocalTime(9, 5)));
        await _chat.Get<DeadlineJobs>().SweepAsync(_board.Clock.GetCurrentInstant(), default);
    }

    private async Task<List<OutgoingMessage>> MessagesAsync(Person? to = null)
    {
        await using var db = _board.Open();
        var rows = await db.Outbox.Where(row => row.Payload != null && row.PersonId != null).OrderBy(row => row.Id).ToListAsync();
        return rows.FindAll(row => to is null || row.PersonId == to.Id).ConvertAll(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!);
    }

    private async Task<List<string>> CardsToAsync(Person person) =>
        [.. (await MessagesAsync(person)).Select(message => message.Card).OfType<string>().Select(card => card.Replace("\\u2060", "", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal))];

    private async Task<List<string>> MailsToAsync(Person person) =>
        [.. (await MessagesAsync(person)).Select(CardMail.Of).OfType<OutgoingMail>().Select(mail => $"{mail.Subject}\n{mail.Text}\n{mail.Html}")];

    /// <param name="atLeast">So many messages, so that the test sees something.</param>
    /// <param name="cardsToo">The cards themselves name nothing either.</param>
    private async Task AssertNothingLeftAsync(int atLeast, bool cardsToo)
    {
        var messages = await MessagesAsync();
        Assert.True(messages.Count >= atLeast, $"{messages.Count} messages");
        Assert.All(messages, message =>
        {
            Assert.DoesNotContain(Secret, message.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, message.About?.Title ?? "", StringComparison.Ordinal);
            var mail = CardMail.Of(message)!;
            Assert.DoesNotContain(Secret, $"{mail.Subject} {mail.Text} {mail.Html}", StringComparison.Ordinal);
            if (cardsToo)
                Assert.DoesNotContain(Secret, message.Card!, StringComparison.Ordinal);

            using var card = JsonDocument.Parse(message.Card!);
            Assert.DoesNotContain(Secret, card.RootElement.GetProperty("fallbackText").GetString()! + card.RootElement.GetProperty("speak").GetString(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(_log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        internal ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
