using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Audit;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Guidance;
using Klynge.Application.Invitations;
using Klynge.Application.Jobs;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Minutes;
using Klynge.Application.MyCases;
using Klynge.Application.Ports;
using Klynge.Application.Seals;
using Klynge.Application.Search;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Klynge.Application.Tests.Support;

/// <summary>Gives commands and presses buttons as the chat does it, on the features as they are registered.</summary>
internal sealed class ChatFixture : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly ChatRoutes _routes;
    private readonly TestBoard _board;
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private int _activity;

    /// <param name="board">The board that it writes to.</param>
    /// <param name="library">In place of the folder; null for the folder.</param>
    /// <param name="services">What stands at the edges, in place of what the features would register.</param>
    internal ChatFixture(TestBoard board, IDocumentLibrary? library = null, Action<ServiceCollection>? services = null)
    {
        _board = board;
        var registered = new ServiceCollection();
        if (library is not null)
            registered.AddSingleton(library);

        services?.Invoke(registered);
        registered.TryAddSingleton(TimeProvider.System);
        _services = registered
            .AddSingleton<IDbContextFactory<KlyngeContext>>(board.Contexts)
            .AddSingleton(board.Writer)
            .AddSingleton<DirectoryVersion>()
            .AddSingleton<IClock>(board.Clock)
            .AddSingleton<Gate>()
            .AddSingleton<RefusePress>()
            .AddLogging()
            .AddPeopleLists()
            .AddMembers()
            .AddMeetings()
            .AddInvitations()
            .AddAgendas()
            .AddAttendance()
            .AddWrittenProcedures()
            .AddSingleton(new ApplicationSettings("", _folder, new Uri("http://localhost:3978")))
            .AddDocuments()
            .AddMinutes()
            .AddDeadlines()
            .AddSearch()
            .AddMyCases()
            .AddHelp()
            .AddAudit()
            .AddSeals()
            .AddJobs()
            .AddWorkspacePages()
            .AddSingleton<Func<ChatRoutes>>(_ => () => _routes!)
            .BuildServiceProvider(validateScopes: true);
        _routes = new ChatRoutes(_services.GetRequiredService<Gate>(), _services.GetRequiredService<RefusePress>());
        foreach (var feature in _services.GetServices<IChatFeature>())
            feature.Map(_routes);
    }

    /// <summary>Every button that a feature answers.</summary>
    internal IReadOnlyCollection<string> Verbs => _routes.Verbs;

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal IEnumerable<T> GetAll<T>() => _services.GetServices<T>();

    /// <summary>The folder that stands in for SharePoint.</summary>
    internal string Documents => Path.Combine(_folder, "documents");

    internal ChatTurn Turn(Person person, ForumId? chatOf = null, bool personal = true) => new()
    {
        PersonId = person.Id,
        PersonName = person.Name,
        Account = person.TeamsUserId,
        Caller = new Caller(person.Id, $"test/{++_activity}"),
        ConversationId = personal ? $"a:{person.Key}" : "19:chat",
        ConversationKind = personal ? ConversationKind.Personal : ConversationKind.Group,
        ConversationForumId = chatOf,
        ChosenForumId = personal ? _board.Forum.Id : null,
        Now = _board.Clock.GetCurrentInstant(),
        Today = _board.Today,
    };

    internal Task<ChatReply> SayAsync(Person person, ChatCommand command) => _routes.RunAsync(Turn(person), command, default);

    internal Task<ChatReply> SayAsync(ChatTurn turn, ChatCommand command) => _routes.RunAsync(turn, command, default);

    internal Task<ChatReply> PressAsync(Person person, string verb, object data) => PressAsync(Turn(person), verb, data);

    internal Task<ChatReply> PressAsync(ChatTurn turn, string verb, object data, bool isFallback = false) => _routes.RunAsync(
        turn,
        new InvokedAction { Verb = verb, Data = new ActionData(JsonSerializer.SerializeToElement(data)), IsFallback = isFallback },
        default);

    /// <summary>Lays files into the chat.</summary>
    internal Task<IReadOnlyList<ChatReply>> DropAsync(ChatTurn turn, params IReadOnlyList<DroppedFile> files) => _routes.Files!(turn, files, default);

    /// <summary>Presses the card's first button of a name, as a person does: with the verb and the data that it carries.</summary>
    internal Task<ChatReply> PressAsync(Person person, AdaptiveCard card, string button) => PressAsync(Turn(person), card, button);

    /// <inheritdoc cref="PressAsync(Person, AdaptiveCard, string)"/>
    internal Task<ChatReply> PressAsync(ChatTurn turn, AdaptiveCard card, string button)
    {
        var pressed = Buttons(JsonNode.Parse(CardJson.Serialize(card))!).First(action => (string?)action["title"] == button);
        return PressAsync(turn, (string)pressed["verb"]!, pressed["data"] ?? new JsonObject());
    }

    /// <summary>Lets a card that a person looks at again draw itself anew, as Teams does.</summary>
    internal Task<ChatReply> RefreshAsync(Person person, string card)
    {
        var action = JsonNode.Parse(card)!["refresh"]?["action"] ?? throw new ArgumentException("The card does not refresh.", nameof(card));
        var data = new ActionData(JsonSerializer.SerializeToElement(action["data"]));
        return _routes.RunAsync(Turn(person), new InvokedAction { Verb = (string)action["verb"]!, Data = data, IsRefresh = true }, default);
    }

    private static IEnumerable<JsonObject> Buttons(JsonNode node) => node switch
    {
        JsonObject one when (string?)one["type"] == "Action.Execute" => [one],
        JsonObject one => one.Select(property => property.Value).OfType<JsonNode>().SelectMany(Buttons),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Buttons),
        _ => [],
    };

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

internal static class ChatReplyAssertions
{
    internal static AdaptiveCard Card(this ChatReply reply) => Assert.IsType<ChatReply.Card>(reply).Content;

    /// <summary>The card's JSON without the joiners that keep text from being read as markup: what a person reads.</summary>
    internal static string Text(this ChatReply reply) => reply.Card().Text();

    internal static string Text(this AdaptiveCard card) => CardJson.Serialize(card).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    internal static TError Refused<TError>(this ChatReply reply)
        where TError : Error => Assert.IsType<TError>(Assert.IsType<ChatReply.Refused>(reply).Error);
}
