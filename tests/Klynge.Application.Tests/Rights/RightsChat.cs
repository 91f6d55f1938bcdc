using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Guidance;
using Klynge.Application.Mails;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// The product's own registrations on the prepared board: buttons are pressed as invokes through the router, as the endpoint does it
/// once it has checked the token; what the bot would send goes nowhere.
/// </summary>
internal sealed class RightsChat : IDisposable
{
    internal const string ForumChat = "19:chefforum@thread.v2";

    private readonly Nowhere _nowhere = new();
    private readonly RightsBoard _board;
    private readonly ServiceProvider _services;
    private int _activity;

    private RightsChat(RightsBoard board)
    {
        _board = board;
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Log)).AddSingleton<IHostEnvironment>(new Development());
        // Where the board has stored its documents.
        var folder = Path.GetDirectoryName(board.Chat.Documents)!;
        services.AddKlyngeApplication(new ApplicationSettings("Data Source=:memory:", folder, new Uri("http://localhost:3978")));
        services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
        services.PostConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = _nowhere));
        services.AddSingleton<IDbContextFactory<KlyngeContext>>(board.Board.Contexts).AddSingleton(board.Board.Writer).AddSingleton<IClock>(board.Board.Clock)
            .AddSingleton<TimeProvider>(new TimeWithoutPauses()).AddSingleton<IMailer>(new FolderMailer(folder));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Everybody has written to the bot before, in private and in the forum's chat; then the board is remembered.</summary>
    internal static async Task<RightsChat> CreateAsync(RightsBoard board)
    {
        var chat = new RightsChat(board) { _activity = 2 * RightsPeople.Columns.Count };
        foreach (var actor in board.EverybodyHasWritten ? [] : RightsPeople.Columns)
        {
            await chat.DispatchAsync(chat.Activity(ActivityTypes.Message, board.People[actor], inGroup: false) with { Text = "hjælp" });
            await chat.DispatchAsync(chat.Activity(ActivityTypes.Message, board.People[actor], inGroup: true) with { Text = "hjælp" });
        }

        board.Remember();
        return chat;
    }

    /// <summary>Another process of the product on the same database, which remembers nothing of what the first has answered.</summary>
    internal static RightsChat Beside(RightsBoard board) => new(board);

    /// <summary>Whatever the product has logged.</summary>
    internal HeardLog Log { get; } = new();

    internal HelpQueries Help => _services.GetRequiredService<HelpQueries>();

    internal ChatRoutes Routes => _services.GetRequiredService<ChatRoutes>();

    public void Dispose()
    {
        _services.Dispose();
        Log.Dispose();
    }

    /// <returns>Why it was refused; null when it was done.</returns>
    internal Task<string?> TryAsync(Right right, Actors actor) => right switch
    {
        ButtonRight button => PressAsync(button, actor),
        _ when actor == Actors.Stranger => WriteAsync(actor, "hjælp"),
        _ => SayAsync(right, actor),
    };

    private async Task<string?> PressAsync(ButtonRight right, Actors actor)
    {
        using var body = JsonDocument.Parse(await DeliverAsync(right, actor, RightsCalls.Data(_board, right, actor), $"rights-{++_activity}"));
        return RefusalIn(body.RootElement);
    }

    /// <returns>Why a press was refused; null when it was done.</returns>
    internal static string? RefusalIn(JsonElement answer) =>
        answer.GetProperty("statusCode").GetInt32() < 400 ? null : answer.GetProperty("value").GetProperty("code").GetString();

    /// <summary>Delivers a press as the channel does it: the same <paramref name="id"/> again is the same press again.</summary>
    /// <returns>The answer's body.</returns>
    internal async Task<string> DeliverAsync(ButtonRight right, Actors actor, JsonElement data, string id)
    {
        var value = JsonSerializer.SerializeToElement(new
        {
            action = new { type = "Action.Execute", verb = right.Verb, data },
            trigger = "manual",
        });
        var inGroup = right.Verb.StartsWith("chat.", StringComparison.Ordinal);
        var activity = Activity(ActivityTypes.Invoke, _board.People[actor], inGroup) with { Id = id, Name = InvokeNames.CardAction, Value = value };
        var response = await DispatchAsync(activity);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>Presses a button with whatever data, in the presser's own chat.</summary>
    /// <returns>All that comes back: the answer, and what was written.</returns>
    internal async Task<string> PressAsync(string verb, JsonNode data, Person person)
    {
        _nowhere.Sent.Clear();
        var value = JsonSerializer.SerializeToElement(new { action = new { type = "Action.Execute", verb, data }, trigger = "manual" });
        var inGroup = verb.StartsWith("chat.", StringComparison.Ordinal);
        var response = await DispatchAsync(Activity(ActivityTypes.Invoke, person, inGroup) with { Name = InvokeNames.CardAction, Value = value });
        return string.Join('\n', _nowhere.Sent.Prepend(Encoding.UTF8.GetString(response.Body.Span)));
    }

    /// <summary>The cards that come of a button or a command, as they go on the wire: the answer's body, or the card by itself.</summary>
    internal async Task<IReadOnlyList<string>> ShowAsync(Right right, Actors actor)
    {
        _nowhere.Sent.Clear();
        var answer = right is ButtonRight button
            ? await DeliverAsync(button, actor, RightsCalls.Data(_board, button, actor), $"rights-{++_activity}")
            : await SayForReplyAsync(right, actor) is ChatReply.Card card ? CardJson.Serialize(card.Content) : string.Empty;
        return [answer, .. _nowhere.Sent];
    }

    /// <summary>Every shared card of every record that there is, as it would be drawn for the forum's chat.</summary>
    /// <param name="of">Of these records alone; null for all.</param>
    internal async Task<IReadOnlyList<string>> SharedAsync(IReadOnlyCollection<Guid>? of = null)
    {
        await using var db = _board.Board.Open();
        var conversation = await db.Conversations.FirstAsync(one => one.Id == ForumChat);
        conversation.ForumId = _board.Forum.Id;
        var cards = new List<string>();
        var ids = (await db.Meetings.Select(one => one.Id).ToListAsync()).ConvertAll(id => id.Value);
        ids.AddRange((await db.WrittenProcedures.Select(one => one.Id).ToListAsync()).ConvertAll(id => id.Value));
        foreach (var source in _services.GetServices<ISharedCardSource>())
        {
            foreach (var id in ids.Where(id => of?.Contains(id) != false))
            {
                if (await source.DrawAsync(db, id, conversation, _board.Board.Clock.GetCurrentInstant(), default) is { } card)
                    cards.Add(CardJson.Serialize(card));
            }
        }

        return cards;
    }

    /// <summary>Types in a field of people, as a client does it.</summary>
    /// <returns>The answer's status and body.</returns>
    internal async Task<(int Status, string Body)> SearchAsync(Actors actor, JsonElement value)
    {
        var activity = Activity(ActivityTypes.Invoke, _board.People[actor], inGroup: false) with
        {
            Name = InvokeNames.Search,
            Value = value,
        };
        var response = await DispatchAsync(activity);
        return (response.Status, Encoding.UTF8.GetString(response.Body.Span));
    }

    private async Task<string?> SayAsync(Right right, Actors actor) => await SayForReplyAsync(right, actor) switch
    {
        null => $"say in {nameof(RightsCalls)} how it is tried",
        ChatReply.Refused refused => refused.Error.Code,
        _ => null,
    };

    /// <summary>Past the parser, which knows nobody's rights.</summary>
    private Task<ChatReply?> SayForReplyAsync(Right right, Actors actor) =>
        SayAsync(right, _board.People[actor], RightsPeople.StandsInFor(_board.Board, actor), ConversationKind.Group, _board.Forum.Id);

    /// <param name="standsInFor">Whose seat a substitute speaks for; null for whoever has a seat.</param>
    /// <param name="forum">Whose chat it is; null for nobody's.</param>
    /// <param name="chosen">What was answered to the question which forum is meant; null where none was asked.</param>
    internal async Task<ChatReply?> SayAsync(Right right, Person person, string? standsInFor, ConversationKind kind, ForumId? forum, ForumId? chosen = null)
    {
        if (RightsCalls.Command(right, _board.Board.Today, standsInFor) is not { } command)
            return null;

        var turn = new ChatTurn
        {
            PersonId = person.Id,
            PersonName = person.Name,
            Caller = new Caller(person.Id, $"test/{++_activity}"),
            ConversationId = ForumChat,
            ConversationKind = kind,
            ConversationForumId = forum,
            ChosenForumId = chosen,
            Now = _board.Board.Clock.GetCurrentInstant(),
            Today = _board.Board.Today,
        };
        return await Routes.RunAsync(turn, command, default);
    }

    /// <summary>Writes to the bot in the person's own chat, or in another.</summary>
    /// <param name="teamsMeetingId">Whose chat it is, as Teams says it; null for no meeting's.</param>
    /// <returns>All that comes back.</returns>
    internal async Task<string> SayAsync(Actors actor, string text, ConversationAccount? chat = null, string? teamsMeetingId = null)
    {
        _nowhere.Sent.Clear();
        var activity = Activity(ActivityTypes.Message, _board.People[actor], inGroup: false) with { Text = text };
        await DispatchAsync(chat is null ? activity : activity with
        {
            Conversation = chat,
            ChannelData = teamsMeetingId is null ? null : new TeamsChannelData { Meeting = new MeetingInfo { Id = teamsMeetingId } },
        });
        return string.Join('\n', _nowhere.Sent);
    }

    /// <summary>The channel tells that a Teams meeting has begun or ended, in whichever chat.</summary>
    internal async Task<string> NotifyAsync(string name, string chat, string teamsMeetingId)
    {
        _nowhere.Sent.Clear();
        await DispatchAsync(Activity(ActivityTypes.Event, _board.People[Actors.Secretariat], inGroup: true) with
        {
            Name = name,
            Conversation = new ConversationAccount { Id = chat, ConversationType = "groupChat" },
            ChannelData = new TeamsChannelData { Meeting = new MeetingInfo { Id = teamsMeetingId } },
        });
        return string.Join('\n', _nowhere.Sent);
    }

    private async Task<string?> WriteAsync(Actors actor, string text) =>
        (await SayAsync(actor, text)).Contains(new UnknownPerson().Text[..20], StringComparison.Ordinal) ? nameof(UnknownPerson) : null;

    private Task<InvokeResponse> DispatchAsync(Activity activity) => _services.GetRequiredService<ActivityRouter>().DispatchAsync(
        new TurnContext(activity, _services.GetRequiredService<ConnectorClient>(), _services), default);

    private Activity Activity(string type, Person person, bool inGroup) => new()
    {
        Type = type,
        Id = $"rights-{++_activity}",
        ServiceUrl = "http://127.0.0.1:3978/workbench/teams/",
        ChannelId = "msteams",
        From = new ChannelAccount { Id = person.TeamsUserId, Name = person.Name, AadObjectId = person.EntraObjectId },
        Recipient = new ChannelAccount { Id = "28:bot" },
        Conversation = new ConversationAccount
        {
            Id = inGroup ? ForumChat : $"a:{person.Key}",
            ConversationType = inGroup ? "groupChat" : "personal",
        },
    };

    /// <summary>The channel's side: knows nobody, takes everything.</summary>
    private sealed class Nowhere : HttpMessageHandler
    {
        internal readonly List<string> Sent = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
                return new HttpResponseMessage(HttpStatusCode.NotFound);

            if (request.Content is { } content)
                Sent.Add(System.Text.RegularExpressions.Regex.Unescape(await content.ReadAsStringAsync(cancellationToken)));

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":"1"}""", Encoding.UTF8, "application/json") };
        }
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
