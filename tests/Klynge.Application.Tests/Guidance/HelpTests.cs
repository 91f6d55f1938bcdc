using Klynge.Application.Chat.Commands;
using Klynge.Application.Guidance;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Guidance;

public sealed class HelpTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private HelpQueries _help = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _help = _chat.Get<HelpQueries>();
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Help_ForTheSecretariat_HasWhatOnlyTheSecretariatMay() =>
        Assert.Superset(new HashSet<string> { "nyt møde", "beslutning", "skriftlig behandling" }, await CommandsAsync(_board.Secretary, _board.Forum));

    [Fact]
    public async Task Help_ForAMember_HasAfbudAndNotTheSecretariatsCommands()
    {
        var commands = await CommandsAsync(_board.Member, _board.Forum);

        Assert.Superset(new HashSet<string> { "afbud", "tilføj punkt", "søg" }, commands);
        Assert.DoesNotContain("beslutning", commands);
        Assert.DoesNotContain("skriftlig behandling", commands);
    }

    [Fact]
    public async Task Help_ForAnObserver_HasWhatEverybodyMayRead() =>
        Assert.Equal(
            ["afbud", "aftaler", "bidrag", "dagsorden", "fortryd afbud", "frister", "hjælp", "hvem kommer", "kalender", "kommende punkter", "medlemmer", "mine sager", "møder", "referat", "sag", "søg", "årshjul"],
            (await CommandsAsync(_board.Observer, _board.Forum)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Help_InAPersonalChat_CountsAllForumsOfThePerson()
    {
        var view = await _help.ViewAsync(_board.Observer.Id, here: null, isPersonal: true, CancellationToken.None);

        Assert.Equal([("Driftsforum", "medlem"), ("Chefforum", "observatør")], view.Places.Select(place => (place.Forum, place.Roles)));
        Assert.Contains(view.Commands, command => command.Name == "afbud");
    }

    [Fact]
    public async Task Help_InTheChatOfAForumWhereOneDoesNotSit_SaysWhomToWriteTo()
    {
        var view = await _help.ViewAsync(_board.Stranger.Id, _board.Forum.Id, isPersonal: false, CancellationToken.None);

        Assert.Empty(view.Commands);
        Assert.Equal("Sofie Bech", Assert.Single(view.Contacts).Name);
        Assert.Contains("Du sidder ikke i Chefforum", HelpCard.Build(view).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ForASubstitute_IsAMembers()
    {
        await using (var db = _board.Open())
        {
            db.Members.Single(seat => seat.PersonId == _board.Member.Id).SubstituteIds = [_board.Stranger.Id];
            await db.SaveChangesAsync();
        }

        var view = await _help.ViewAsync(_board.Stranger.Id, here: null, isPersonal: true, CancellationToken.None);

        Assert.Equal("stedfortræder", Assert.Single(view.Places).Roles);
        Assert.Contains(view.Commands, command => command.Name == "tilføj punkt");
    }

    [Fact]
    public async Task Welcome_ForSomebodyWhoSitsNowhere_IsNotSent() =>
        Assert.Null(await _help.WelcomeAsync(_board.Stranger.Id, CancellationToken.None));

    [Fact]
    public async Task WhomToWrite_NamesTheSecretariat() =>
        Assert.Equal("Skriv til Sofie Bech (sofie@fjordlandet.example).", await _help.WhomToWriteAsync(CancellationToken.None));

    [Theory]
    [InlineData("dagsodren chefforum 4. februar", "dagsorden", "dagsorden chefforum 4. februar")]
    [InlineData("nytmøde Chefforum fredag kl. 9", "nyt møde", "nyt møde Chefforum fredag kl. 9")]
    [InlineData("skriftlig behandlng Budget", "skriftlig behandling", "skriftlig behandling Budget")]
    [InlineData("agend", "dagsorden", "dagsorden")]
    public void Suggestion_PutsTheCommandRightAndKeepsTheRest(string written, string command, string expected) =>
        Assert.Equal(expected, Suggestion.Of(written, CommandCatalogue.Named(command)));

    private async Task<HashSet<string>> CommandsAsync(Person person, Forum forum)
    {
        var view = await _help.ViewAsync(person.Id, forum.Id, isPersonal: true, CancellationToken.None);
        return [.. view.Commands.Select(command => command.Name)];
    }
}
