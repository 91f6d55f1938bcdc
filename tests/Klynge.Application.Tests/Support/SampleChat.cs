using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums.Sample;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using NodaTime;

namespace Klynge.Application.Tests.Support;

/// <summary>
/// The sample council on Saturday 28 November 2026 as its people meet it: what they write goes through the router to the product's own
/// registrations, and what the bot answers is read from what it sends. Chefforum meets on 21 December and on 14 January.
/// </summary>
internal sealed class SampleChat : IAsyncDisposable
{
    internal const string Bot = "28:klynge";

    private static readonly Lazy<Task<byte[]>> Council = new(MakeCouncilAsync);

    private readonly Channel _channel = new();
    private readonly ServiceProvider _services;
    private readonly Writer _writer;
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private int _activity;

    private SampleChat(TestDatabase database, FakeClock clock, Action<IServiceCollection>? more)
    {
        Database = database;
        _writer = new Writer(database, clock);
        var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development());
        services.AddKlyngeApplication(new ApplicationSettings("Data Source=:memory:", _folder, new Uri("http://localhost:3978")));
        services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
        services.PostConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = _channel));
        services.AddSingleton<IDbContextFactory<KlyngeContext>>(database).AddSingleton(_writer).AddSingleton<IClock>(clock)
            .AddSingleton<TimeProvider>(new TimeWithoutPauses());
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    internal TestDatabase Database { get; }

    internal ChatRoutes Routes => _services.GetRequiredService<ChatRoutes>();

    internal Person this[string key] => _people[key];

    /// <summary>The key of whom a full name or the beginning of a key means.</summary>
    internal string KeyOf(string word) =>
        _people.Values.Single(one => one.Name == word || one.Key.StartsWith(word + "-", StringComparison.Ordinal) || one.Key == word).Key;

    internal static async Task<SampleChat> CreateAsync(
        Func<KlyngeContext, Task>? change = null, TestStore? store = null, Action<IServiceCollection>? services = null)
    {
        var isOnSqlite = (store ?? TestDatabase.Default) == TestStore.Sqlite;
        var database = isOnSqlite ? await TestDatabase.CopyAsync(await Council.Value) : await TestDatabase.CreateAsync(store);
        var chat = new SampleChat(database, NewClock(), services);
        if (!isOnSqlite)
            await chat.PrepareAsync();

        await using var db = chat.Database.CreateDbContext();
        if (change is not null)
        {
            await change(db);
            await db.SaveChangesAsync();
        }

        foreach (var person in await db.People.AsNoTracking().ToListAsync())
            chat._people[person.Key] = person;

        return chat;
    }

    private static FakeClock NewClock() => new(DanishTime.ToInstant(new LocalDate(2026, 11, 28), new LocalTime(10, 0)));

    private static async Task<byte[]> MakeCouncilAsync()
    {
        await using var chat = new SampleChat(await TestDatabase.CreateAsync(TestStore.Sqlite), NewClock(), null);
        await chat.PrepareAsync();
        return await chat.Database.ReadAsync();
    }

    private async Task PrepareAsync()
    {
        await _services.GetRequiredService<SampleCouncil>()
            .PrepareAsync(new SampleChannel("http://127.0.0.1:3978/workbench/teams/", Bot, Guid.NewGuid().ToString()), default);
        await using var db = Database.CreateDbContext();
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum");
        var time = new MeetingTime(new LocalDate(2027, 1, 14), new LocalTime(9, 0), new LocalTime(11, 0));
        db.Meetings.Add(Meeting.Schedule(forum.Id, time, "Teams", NewClock().GetCurrentInstant()).Value);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _writer.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Writes in the chat of a forum, or in person without one; the answer is the text or the card's JSON.</summary>
    /// <param name="mentions">Those whom the text mentions, as they are shown in it.</param>
    internal async Task<string> SayAsync(string person, string text, string? forum = "chefforum", params (string Shown, string Person)[] mentions)
    {
        _channel.Sent.Clear();
        var entities = mentions.Select(mention => new Entity
        {
            Type = Entity.MentionType,
            Mentioned = new ChannelAccount { Id = _people[mention.Person].TeamsUserId, Name = mention.Shown },
            Text = $"<at>{mention.Shown}</at>",
        });
        var marked = mentions.Aggregate(text, (all, mention) => all.Replace(mention.Shown, $"<at>{mention.Shown}</at>", StringComparison.Ordinal));
        await DispatchAsync(Activity(ActivityTypes.Message, person, forum) with { Text = marked, Entities = [.. entities] });
        return _channel.Sent.Count == 0 ? string.Empty : _channel.Sent[^1];
    }

    /// <summary>What a person's messages in the chat of Chefforum are read against.</summary>
    internal async Task<ParserContext> ReadingContextAsync(string person)
    {
        await using var db = Database.CreateDbContext();
        return await Reading.LoadAsync(db, await TurnAsync(person), "Klynge", CommandVocabulary.Ours, default);
    }

    /// <summary>Gives a command that has been read already.</summary>
    internal async Task<ChatReply> RunAsync(string person, ChatCommand command) =>
        await Routes.RunAsync(await TurnAsync(person), command, default);

    private async Task<ChatTurn> TurnAsync(string person)
    {
        await using var db = Database.CreateDbContext();
        return new ChatTurn
        {
            PersonId = _people[person].Id,
            PersonName = _people[person].Name,
            Caller = new Caller(_people[person].Id, $"said-{++_activity}"),
            ConversationId = SampleChannel.ConversationOf("chefforum"),
            ConversationKind = ConversationKind.Group,
            ConversationForumId = await db.Forums.Where(forum => forum.Key == "chefforum").Select(forum => forum.Id).SingleAsync(),
            Now = _services.GetRequiredService<IClock>().GetCurrentInstant(),
            Today = DanishTime.Today(_services.GetRequiredService<IClock>()),
        };
    }

    /// <summary>Presses the button of that title on an answer.</summary>
    /// <param name="inputs">What stands in the fields of its card.</param>
    internal async Task<string> PressAsync(
        string person, string answer, string title, string? forum = "chefforum", Dictionary<string, string>? inputs = null)
    {
        var button = Buttons(JsonNode.Parse(answer)).FirstOrDefault(button => (string?)button["title"] == title);
        Assert.True(button is not null, $"No button »{title}« on: {answer}");
        var data = (JsonObject)(button["data"]?.DeepClone() ?? new JsonObject());
        foreach (var (name, typed) in inputs ?? [])
            data[name] ??= typed;

        var value = JsonSerializer.SerializeToElement(new
        {
            action = new { type = "Action.Execute", verb = (string?)button["verb"], data },
            trigger = "manual",
        });
        var response = await DispatchAsync(Activity(ActivityTypes.Invoke, person, forum) with { Name = InvokeNames.CardAction, Value = value, ReplyToId = "1" });
        return Read(Encoding.UTF8.GetString(response.Body.Span));
    }

    /// <summary>The apologies that stand: »chefforum 21/12 gitte-holmgaard«, with substitute and reason behind.</summary>
    internal async Task<IReadOnlyList<string>> ApologiesAsync()
    {
        await using var db = Database.CreateDbContext();
        var rows = await (
            from apology in db.Apologies
            join seat in db.Members on apology.MemberId equals seat.Id
            join person in db.People on seat.PersonId equals person.Id
            join meeting in db.Meetings on apology.MeetingId equals meeting.Id
            join forum in db.Forums on meeting.ForumId equals forum.Id
            where apology.WithdrawnAt == null
            orderby apology.RegisteredAt
            select new { Forum = forum.Key, meeting.Date, Person = person.Key, apology.SubstituteName, apology.Reason }).ToListAsync();
        return [.. rows.Select(row => string.Join(
            ' ', new[] { row.Forum, $"{row.Date.Day}/{row.Date.Month}", row.Person, row.SubstituteName, row.Reason is null ? null : $"({row.Reason})" }.OfType<string>()))];
    }

    /// <summary>Everything that words could have changed, in one string.</summary>
    internal async Task<string> EverythingAsync()
    {
        await using var db = Database.CreateDbContext();
        var meetings = await db.Meetings.OrderBy(one => one.Id).Select(one => $"{one.Id.Value}{one.Status}{one.Date}{one.Version}").ToListAsync();
        var items = await db.AgendaItems.OrderBy(one => one.Id).Select(one => $"{one.Id.Value}{one.Version}{one.Status}{one.Decision}").ToListAsync();
        var deadlines = await db.Deadlines.OrderBy(one => one.Id).Select(one => $"{one.Title}{one.Date}{one.ResponsibleId}{one.Status}").ToListAsync();
        var cases = await db.WrittenProcedures.CountAsync();
        return string.Join('|', [.. await ApologiesAsync(), .. meetings, .. items, .. deadlines, $"{cases}"]);
    }

    /// <summary>As if nobody had ever sent one, and with nothing to deliver.</summary>
    internal async Task ForgetApologiesAsync()
    {
        await using var db = Database.CreateDbContext();
        await db.Apologies.ExecuteDeleteAsync();
        await db.Outbox.ExecuteDeleteAsync();
    }

    /// <summary>The people whom the bot has written to since, apart from its answers.</summary>
    internal async Task<IReadOnlyList<string>> MessagesToAsync(string person)
    {
        await using var db = Database.CreateDbContext();
        var id = _people[person].Id;
        return await db.Outbox.Where(message => message.PersonId == id).Select(message => message.Payload!).ToListAsync();
    }

    internal static IReadOnlyList<string> Titles(string answer) =>
        answer.StartsWith('{') ? [.. Buttons(JsonNode.Parse(answer)).Select(button => (string)button["title"]!)] : [];

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject parent when (string?)parent["type"] == "Action.Execute" => [parent],
        JsonObject parent => parent.SelectMany(pair => Buttons(pair.Value)),
        JsonArray list => list.SelectMany(Buttons),
        _ => [],
    };

    private static string Read(string body) =>
        JsonNode.Parse(body)!.ToJsonString(Plain).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<InvokeResponse> DispatchAsync(Activity activity) => _services.GetRequiredService<ActivityRouter>().DispatchAsync(
        new TurnContext(activity, _services.GetRequiredService<ConnectorClient>(), _services), default);

    private Activity Activity(string type, string person, string? forum) => new()
    {
        Type = type,
        Id = $"said-{++_activity}",
        ServiceUrl = "http://127.0.0.1:3978/workbench/teams/",
        ChannelId = "msteams",
        From = new ChannelAccount { Id = _people[person].TeamsUserId, Name = _people[person].Name, AadObjectId = _people[person].EntraObjectId },
        Recipient = new ChannelAccount { Id = Bot, Name = "Klynge" },
        Conversation = new ConversationAccount
        {
            Id = forum is null ? $"a:{person}" : SampleChannel.ConversationOf(forum),
            ConversationType = forum is null ? "personal" : "groupChat",
        },
    };

    /// <summary>The channel's side: takes everything, and remembers the messages.</summary>
    private sealed class Channel : HttpMessageHandler
    {
        internal readonly List<string> Sent = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
                return new HttpResponseMessage(HttpStatusCode.NotFound);

            if (request.Content is { } content && request.Method != HttpMethod.Delete)
            {
                var activity = JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken))!;
                var card = activity["attachments"] is JsonArray { Count: > 0 } attachments ? attachments[0]!["content"] : null;
                Sent.Add(card is null ? Plainly((string?)activity["text"] ?? string.Empty) : Plainly(card.ToJsonString(Plain)));
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":"1"}""", Encoding.UTF8, "application/json") };
        }

        private static string Plainly(string text) => text.Replace("\u2060", string.Empty, StringComparison.Ordinal);
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
