using System.Collections.Concurrent;
using System.Text.Json;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
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

/// <summary>A closed item whose words are looked for in everything that leaves the bot for those who may not read it.</summary>
public abstract class NoticeTitleScenario : IAsyncLifetime
{
    private protected const string Secret = "Xanthippe";
    private protected const string Title = $"Afsked af {Secret}";
    private protected const string Sentence = $"{Secret} skal have svar senest d. 30. april 2026.";

    private protected const string CaseSentence = $"{Secret} skal høres senest d. 15. maj 2026.";

    private protected LogLines Log { get; } = new();

    private protected TestBoard Board { get; private set; } = null!;

    private protected ChatFixture Chat { get; private set; } = null!;

    private protected Meeting Meeting { get; private set; } = null!;

    private protected static AgendaItemContent Closed => new()
    {
        Title = Title,
        IsClosed = true,
        Sections = [new AgendaSection(null, Sentence)],
        Recommendations = [$"Godkender {Secret}"],
    };

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync();
        Chat = new ChatFixture(Board, services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log)));
        Meeting = await Board.AddMeetingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Chat.Dispose();
        await Board.DisposeAsync();
    }

    private protected Guid Forum => Board.Forum.Id.Value;

    private protected static ProcedureForm Form => ProcedureFixture.Form with { Title = Title, Presentation = CaseSentence, Summary = "", Attachments = "", IsClosed = true };

    private protected object Item(AgendaItemId id) => new { forum = Forum, meeting = Meeting.Id.Value, item = id.Value };

    private protected object Answer(AgendaItemId id, Meeting target) => new { forum = Forum, meeting = Meeting.Id.Value, item = id.Value, target = target.Id.Value, reason = "Ikke nu" };

    private protected Task<AgendaItemId> ProposeAsync() => AddAsync(Board.Member);

    private protected async Task<AgendaItemId> AddAsync(Person? by = null) =>
        (await Chat.Get<AddItem>().HandleAsync(TestBoard.As(by ?? Board.Secretary), new AddItemRequest(Board.Forum.Id, Meeting.Id, Closed), default)).Value.Id;

    private protected async Task<WrittenProcedureId> DraftAsync() =>
        (await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Procedure: null, Item: null, Form), default)).Value;

    private protected async Task<Guid> FoundAsync(bool ofCase = false)
    {
        await using var db = Board.Open();
        return (await db.FoundDeadlines.ToListAsync()).Single(one => one.ProcedureId is not null == ofCase).Id.Value;
    }

    private protected async Task<Guid> AcceptAsync(Guid found)
    {
        var accepted = await Chat.Get<AnswerFoundDeadline>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, new Domain.Deadlines.FoundDeadlineId(found), IsDeadline: true, Date: null), default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        await using var db = Board.Open();
        return (await db.FoundDeadlines.SingleAsync(one => one.Id == new Domain.Deadlines.FoundDeadlineId(found))).DeadlineId!.Value.Value;
    }

    private protected async Task EditAsync(Guid deadline, Person responsible)
    {
        var edited = await Chat.PressAsync(Board.Secretary, DeadlineVerbs.Edit, new
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

    private protected async Task SweepAsync(LocalDate day)
    {
        Board.Clock.Set(DanishTime.ToInstant(day, new LocalTime(9, 5)));
        await Chat.Get<DeadlineJobs>().SweepAsync(Board.Clock.GetCurrentInstant(), default);
    }

    private protected async Task<List<OutgoingMessage>> MessagesAsync(Person? to = null)
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(row => row.Payload != null && row.PersonId != null).OrderBy(row => row.Id).ToListAsync();
        return rows.FindAll(row => to is null || row.PersonId == to.Id).ConvertAll(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!);
    }

    private protected async Task<List<string>> CardsToAsync(Person person) =>
        [.. (await MessagesAsync(person)).Select(message => message.Card).OfType<string>().Select(card => card.Replace("\\u2060", "", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal))];

    private protected async Task<List<string>> MailsToAsync(Person person) =>
        [.. (await MessagesAsync(person)).Select(CardMail.Of).OfType<OutgoingMail>().Select(mail => $"{mail.Subject}\n{mail.Text}\n{mail.Html}")];

    /// <param name="atLeast">So many messages, so that the test sees something.</param>
    /// <param name="cardsToo">The cards themselves name nothing either.</param>
    private protected async Task AssertNothingLeftAsync(int atLeast, bool cardsToo)
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
        Assert.DoesNotContain(Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private protected sealed class LogLines : ILoggerProvider, ILogger
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
