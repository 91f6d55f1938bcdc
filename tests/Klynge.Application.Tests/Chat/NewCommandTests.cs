using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Chat.Commands.Readers;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// A new command takes two places: its description and the feature that answers it. This one has no other, and is read, suggested, allowed,
/// refused, shown by help and written into the table of rights. So does a new button: its declaration, by which its card draws it, and the
/// feature.
/// </summary>
public sealed class NewCommandTests : IAsyncLifetime
{
    private const string Observer = "kirsten-uhrskov";
    private const string OfAnotherForum = "ibrahim-osman";

    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync(services: services => services.AddSingleton<IChatFeature, WeatherChat>());

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("vejret", "chefforum", "Det bliver blæst i Chefforum.")]
    [InlineData("Kan du vise vejret i Chefforum?", "chefforum", "Det bliver blæst i Chefforum.")]
    [InlineData("WEATHER chefforum", null, "Det bliver blæst i Chefforum.")]
    [InlineData("hvordan bliver vejret chefforum", null, "Det bliver blæst i Chefforum.")]
    public async Task Words_OfTheNewCommand_AreReadAndAnswered(string text, string? forum, string answer) =>
        Assert.Equal(answer, await _chat.SayAsync(Observer, text, forum));

    [Fact]
    public async Task Slip_OfTheNewCommand_IsAskedAbout() =>
        Assert.Contains("vejret", SampleChat.Titles(await _chat.SayAsync(Observer, "vejrret")));

    [Fact]
    public async Task NewCommand_ByWhomMayNot_IsRefused() =>
        Assert.DoesNotContain("blæst", await _chat.SayAsync(OfAnotherForum, "vejret"), StringComparison.Ordinal);

    [Fact]
    public async Task Help_HasTheNewCommand_ForWhomMayGiveIt()
    {
        Assert.Contains("Se vejret til mødet", await _chat.SayAsync(Observer, "hjælp"), StringComparison.Ordinal);
        Assert.DoesNotContain("Se vejret til mødet", await _chat.SayAsync(OfAnotherForum, "hjælp"), StringComparison.Ordinal);
    }

    [Fact]
    public void TableOfRights_HasTheNewCommand_AndTheNewButton()
    {
        var table = RolesDocument.Write(_chat.Routes.Rights);
        Assert.Contains(nameof(Weather), table, StringComparison.Ordinal);
        Assert.Contains("| `weather.again` | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |   |   |   |", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Observer, "Stadig blæst i Chefforum.")]
    [InlineData(OfAnotherForum, nameof(ForumNotFound))]
    public async Task NewButton_ByWhomMayPressIt_IsAnswered_AndByOthersRefused(string person, string answer)
    {
        await using var db = _chat.Database.CreateDbContext();
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", TestContext.Current.CancellationToken);
        var card = CardJson.Serialize(WeatherChat.Card(forum.Id));

        Assert.Contains(answer, await _chat.PressAsync(person, card, "Se igen", forum: null), StringComparison.Ordinal);

        var refused = await db.Audit.CountAsync(entry => entry.UseCase == "RefusePress/weather.again", TestContext.Current.CancellationToken);
        Assert.Equal(person == Observer ? 0 : 1, refused);
    }

    private sealed record Weather(string? Forum) : ChatCommand, IInForum;

    private sealed class WeatherChat : IChatFeature
    {
        private static readonly Command<Weather> Description = new(Permission.ReadDeadlines)
        {
            Name = "vejret",
            English = "weather",
            Usage = "vejret [forum]",
            Summary = "Se vejret til mødet",
            EnglishSummary = "See the weather of the meeting",
            Example = "vejret",
            Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new Weather(forum)),
            Words = ["hvordan bliver vejret"],
        };

        private static readonly ButtonRight Again = new("weather.again", Permission.ReadDeadlines);

        public void Map(ChatRoutes routes) => routes
            .OnCommand(Description, (_, visit, _, _) => Task.FromResult(ChatReply.Say($"Det bliver blæst i {visit.Forum.Name}.")))
            .OnAction(Again, (_, visit, _, _) => Task.FromResult(ChatReply.Say($"Stadig blæst i {visit.Forum.Name}.")));

        internal static AdaptiveCard Card(ForumId forum) => new()
        {
            FallbackText = "Vejret",
            Speak = "Vejret",
            Body = [],
            Actions = [CardParts.Button("Se igen", Again, new JsonObject().With(CardIds.Forum, forum))],
        };
    }
}
