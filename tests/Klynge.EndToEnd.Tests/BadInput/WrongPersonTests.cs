using System.Net;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>A command by somebody it is not for, and a command that leaves something open: a Danish sentence, and nothing happens.</summary>
public abstract class WrongPersonTests(ChannelFixture fixture)
{
    public sealed class ByProtocol(ChannelFixture fixture) : WrongPersonTests(fixture), IClassFixture<ChannelFixture>;

    [Collection(nameof(BotBuilderFixture))]
    public sealed class ByBotBuilder(BotBuilderFixture fixture) : WrongPersonTests(fixture);

    private const string NotAllowed = "Det kan du ikke gøre i Chefforum";
    private const string Unknown = "Jeg kender dig ikke";

    private Channel Channel => fixture.Channel;

    [Theory]
    [InlineData(Channel.Member, "nyt møde Chefforum 3. marts 2027 kl. 14", NotAllowed)]
    [InlineData(Channel.Observer, "nyt møde Chefforum 3. marts 2027 kl. 14", NotAllowed)]
    [InlineData(Channel.Observer, "tilføj punkt Budget", NotAllowed)]
    [InlineData(Channel.Outsider, "tilføj punkt Budget", NotAllowed)]
    [InlineData(Channel.Outsider, "dagsorden", NotAllowed)]
    [InlineData(Channel.Outsider, "møder", NotAllowed)]
    [InlineData(Channel.Outsider, "referat", NotAllowed)]
    [InlineData(Channel.Outsider, "beslutning 1 Godkendt.", NotAllowed)]
    [InlineData(Channel.Outsider, "skriftlig behandling Budget", NotAllowed)]
    [InlineData(Channel.Member, "beslutning 1 Godkendt.", NotAllowed)]
    [InlineData(Channel.Observer, "beslutning 1 Godkendt.", NotAllowed)]
    [InlineData(Channel.Member, "skriftlig behandling Budget", NotAllowed)]
    [InlineData(Channel.Observer, "skriftlig behandling Budget", NotAllowed)]
    [InlineData(Channel.Member, "referat", "er ikke godkendt endnu")]
    [InlineData(Channel.Stranger, "hjælp", Unknown)]
    [InlineData(Channel.Stranger, "dagsorden", Unknown)]
    [InlineData(Channel.Stranger, "møder", Unknown)]
    [InlineData(Channel.Stranger, "nyt møde Chefforum 3. marts 2027 kl. 14", Unknown)]
    [InlineData(Channel.Stranger, "tilføj punkt Budget", Unknown)]
    [InlineData(Channel.Stranger, "afbud", Unknown)]
    [InlineData(Channel.Stranger, "skriftlig behandling", Unknown)]
    [InlineData(Channel.Stranger, "beslutning 1 Godkendt.", Unknown)]
    [InlineData(Channel.Stranger, "referat", Unknown)]
    [InlineData(Channel.Stranger, "søg budget", Unknown)]
    public async Task Command_BySomebodyItIsNotFor_IsRefusedInTheForumsChat(string person, string command, string sentence)
    {
        var before = Channel.Contents();

        var answer = await Channel.SayAsync(person, command, Channel.ForumChat);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, Channel.Contents());
    }

    [Theory]
    [InlineData("dagsorden")]
    [InlineData("tilføj punkt Budget 10 min")]
    [InlineData("skriftlig behandling")]
    [InlineData("beslutning 1 Godkendt.")]
    [InlineData("referat")]
    public async Task Command_InPersonalChatOfSomebodyInSeveralForums_AsksWhichOne(string command)
    {
        var before = Channel.Contents();

        var answer = await Channel.SayAsync(Channel.Secretary, command);

        Assert.Contains("Hvilket forum gælder det?", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Chefforum", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Direktørforum", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Driftsforum", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, Channel.Contents());
    }

    [Theory]
    [InlineData("nyt møde Chefforum 3. marts 2020 kl. 14", "er passeret")]
    [InlineData("nyt møde Chefforum i går kl. 14", "er passeret")]
    [InlineData("nyt møde Chefforum 3/13 kl. 14", "ingen måned nummer 13")]
    [InlineData("dagsorden Chefforum uge 60", "ingen uge 60")]
    [InlineData("afbud Chefforum 1. januar 2020", "er passeret")]
    [InlineData("hjlp", "Mente du")]
    [InlineData("dagsorde", "Mente du")]
    [InlineData("tilføj pkt Budget", "Mente du")]
    [InlineData("blåbærgrød", "Det forstår jeg ikke")]
    public async Task Command_ThatCannotBeMeant_AsksBack(string command, string sentence)
    {
        var before = Channel.Contents();

        var answer = await Channel.SayAsync(Channel.Secretary, command);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, Channel.Contents());
    }
}
