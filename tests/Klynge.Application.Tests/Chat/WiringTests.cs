using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>All features as the host registers them: nothing that a person can write or press leads nowhere, or past the permissions.</summary>
public sealed class WiringTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ServiceProvider _services = null!;
    private Meeting _meeting = null!;
    private AgendaItem _item = null!;
    private int _activity;

    private ChatRoutes Routes => _services.GetRequiredService<ChatRoutes>();

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _meeting = await _board.AddMeetingAsync();
        _item = AgendaItem.Add(_meeting, 1, new AgendaItemContent { Title = "Budget" }, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(_item);
        var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development());
        services.AddKlyngeApplication(new ApplicationSettings("Data Source=:memory:", Path.GetTempPath(), new Uri("http://localhost:3978")));
        services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
        services.AddSingleton<IDbContextFactory<KlyngeContext>>(_board.Contexts).AddSingleton(_board.Writer).AddSingleton<IClock>(_board.Clock);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public void EveryCommand_IsAnswered() => Assert.Equal(
        typeof(ChatCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ChatCommand))).Select(type => type.Name).Order(),
        Routes.Commands.Select(type => type.Name).Order());

    [Fact]
    public void EveryButton_IsAnswered()
    {
        string[] verbs = [.. Routes.Verbs, ChatModule.ChooseForumVerb, ChatModule.RunVerb];

        Assert.Empty(CardTests.Samples.Values.SelectMany(card => Verbs(JsonNode.Parse(CardJson.Serialize(card)))).Distinct().Except(verbs));
    }

    /// <summary>Words that the secretariat's manuals and the members know; a card may say more, never otherwise.</summary>
    [Theory]
    [InlineData("Tilføj punkt")]
    [InlineData("Meld afbud")]
    [InlineData("Hele dagsordenen")]
    [InlineData("Fortryd afbud")]
    [InlineData("Godkender")]
    [InlineData("Godkender med bemærkninger")]
    [InlineData("Godkender ikke")]
    [InlineData("Kræver mødebehandling")]
    [InlineData("Inhabil")]
    [InlineData("Indstillingen blev godkendt.")]
    [InlineData("Orienteringen blev taget til efterretning.")]
    [InlineData("Punktet udsættes til næste møde.")]
    [InlineData("Ingen bemærkninger.")]
    public void Button_OfTheGlossary_StandsOnACardWordForWord(string title) => Assert.Contains(
        CardTests.Samples.Values.SelectMany(card => Buttons(JsonNode.Parse(CardJson.Serialize(card)))),
        button => button == title);

    /// <summary>Ids that exist, in the hands of somebody who sits in no forum at all.</summary>
    [Fact]
    public async Task EveryButton_PressedByAStranger_ChangesNothingAndShowsNothing()
    {
        var before = await ContentsAsync();
        foreach (var verb in Routes.Verbs)
        {
            var reply = await PressAsync(_board.Stranger, verb, Data());

            Assert.False(reply.ToString()!.Contains("Budget", StringComparison.Ordinal), verb);
            Assert.Equal(before, await ContentsAsync());
        }
    }

    [Fact]
    public async Task EveryButton_WithOddData_IsRefusedOrShownAndChangesNothing()
    {
        string[] odd = ["null", "{}", "[]", "\"x\"", """{"forum":1,"meeting":[],"item":{},"procedure":true,"version":"x","page":-1,"skip":1e99}"""];
        var before = await ContentsAsync();
        foreach (var (verb, data) in Routes.Verbs.SelectMany(verb => odd.Select(data => (verb, data))))
        {
            using var json = JsonDocument.Parse(data);
            await PressAsync(_board.Secretary, verb, json.RootElement);

            Assert.Equal((verb, data, before), (verb, data, await ContentsAsync()));
        }
    }

    private static IEnumerable<string> Verbs(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => pair.Key == "verb" ? [(string)pair.Value!] : Verbs(pair.Value)),
        JsonArray list => list.SelectMany(Verbs),
        _ => [],
    };

    private static IEnumerable<string> Buttons(JsonNode? node) => node switch
    {
        JsonObject parent when (string?)parent["type"] == "Action.Execute" => [(string)parent["title"]!],
        JsonObject parent => parent.SelectMany(pair => Buttons(pair.Value)),
        JsonArray list => list.SelectMany(Buttons),
        _ => [],
    };

    private JsonElement Data() => JsonSerializer.SerializeToElement(new
    {
        forum = _board.Forum.Id.Value,
        meeting = _meeting.Id.Value,
        item = _item.Id.Value,
        version = _item.Version,
        title = "Ny titel",
        kind = 1,
        place = 1,
        reason = "Fordi",
        text = "Godkendt.",
        date = "2026-03-03",
        start = "14:00",
        q = "budget",
        words = "budget",
    });

    private Task<ChatReply> PressAsync(Person person, string verb, JsonElement data) => Routes.RunAsync(
        new ChatTurn
        {
            PersonId = person.Id,
            PersonName = person.Name,
            Caller = new Caller(person.Id, $"test/{++_activity}"),
            ConversationId = "a:personal",
            ConversationKind = ConversationKind.Personal,
            Now = _board.Clock.GetCurrentInstant(),
            Today = _board.Today,
        },
        new InvokedAction { Verb = verb, Data = new ActionData(data) },
        TestContext.Current.CancellationToken);

    private async Task<string> ContentsAsync()
    {
        await using var db = _board.Open();
        var items = await db.AgendaItems.Select(item => $"{item.Id.Value}/{item.Version}/{item.Status}").ToListAsync();
        var meetings = await db.Meetings.Select(meeting => $"{meeting.Id.Value}/{meeting.Status}/{meeting.Version}").ToListAsync();
        return string.Join(';', items) + string.Join(';', meetings)
            + $"{await db.Apologies.CountAsync()}/{await db.WrittenProcedures.CountAsync()}/{await db.Minutes.CountAsync()}/{await db.Outbox.CountAsync()}";
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
