using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>Buttons whose data was altered, or that press on something that is not there any more or was never theirs.</summary>
public abstract class ForgedActionTests(ChannelFixture fixture)
{
    public sealed class ByProtocol(ChannelFixture fixture) : ForgedActionTests(fixture), IClassFixture<ChannelFixture>;

    [Collection(nameof(BotBuilderFixture))]
    public sealed class ByBotBuilder(BotBuilderFixture fixture) : ForgedActionTests(fixture);

    private const string ItemNotFound = "Punktet findes ikke længere, eller det hører til et andet forum";
    private const string NotAllowed = "Det kan du ikke gøre i Chefforum";

    /// <summary>To somebody who is not in the forum.</summary>
    private const string NoSuchForum = "Det forum findes ikke, eller du er ikke med i det.";

    private Channel Channel => fixture.Channel;

    [Theory]
    [InlineData("agenda.edit")]
    [InlineData("agenda.remove")]
    [InlineData("agenda.move")]
    [InlineData("agenda.decide")]
    [InlineData("agenda.postpone")]
    public async Task Button_WithTheItemOfAnotherForum_IsRefused(string verb)
    {
        var before = Channel.Contents();
        var data = Data(item: Channel.ItemId(1, "driftsforum"));

        var answer = await Channel.PressAsync(Channel.Secretary, verb, data);

        Assert.Equal((400, before), (answer.CardStatus, Channel.Contents()));
        Assert.Contains(ItemNotFound, answer.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Channel.Member, "agenda.remove")]
    [InlineData(Channel.Member, "agenda.edit")]
    [InlineData(Channel.Member, "agenda.decide")]
    [InlineData(Channel.Member, "agenda.send")]
    [InlineData(Channel.Member, "meeting.cancel")]
    [InlineData(Channel.Member, "minutes.write")]
    [InlineData(Channel.Observer, "agenda.add")]
    [InlineData(Channel.Observer, "procedure.draft")]
    [InlineData(Channel.Outsider, "agenda.full")]
    [InlineData(Channel.Outsider, "agenda.add")]
    [InlineData(Channel.Outsider, "attendance.register")]
    [InlineData(Channel.Outsider, "meeting.begin")]
    public async Task Button_OfACommandThatThePersonMayNotGive_IsRefused(string person, string verb)
    {
        var before = Channel.Contents();

        var answer = await Channel.PressAsync(person, verb, Data(item: Channel.ItemId(1)));

        Assert.Equal((400, before), (answer.CardStatus, Channel.Contents()));
        Assert.Contains(person == Channel.Outsider ? NoSuchForum : NotAllowed, answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OnAnItemThatWasRemoved_IsRefused()
    {
        var item = await AddAsync("Kortvarigt punkt");
        Assert.Equal(200, (await Channel.PressAsync(Channel.Secretary, "agenda.remove", Data(item, version: 1))).CardStatus);
        var before = Channel.Contents();

        foreach (var verb in new[] { "agenda.edit", "agenda.decide", "agenda.move" })
            Assert.Equal((verb, 400), (verb, (await Channel.PressAsync(Channel.Secretary, verb, Data(item, version: 2))).CardStatus));
        Assert.Equal(200, (await Channel.PressAsync(Channel.Secretary, "agenda.remove", Data(item, version: 2))).CardStatus);
        Assert.Equal(before, Channel.Contents());
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task TwoPeopleEditingOneItem_TheSecondIsToldAndNothingIsOverwritten()
    {
        var item = await AddAsync("Fælles punkt");

        var first = await Channel.PressAsync(Channel.Secretary, "agenda.edit", Data(item, version: 1, title: "Førstes titel"));
        var second = await Channel.PressAsync("thi-nguyen", "agenda.edit", Data(item, version: 1, title: "Andens titel"));

        Assert.Equal((200, 200), (first.CardStatus, second.CardStatus));
        var shown = second.Body!.ToJsonString(Plain).Replace("\u2060", string.Empty, StringComparison.Ordinal);
        Assert.Contains("Førstes titel", shown, StringComparison.Ordinal);
        Assert.Contains("Andens titel", shown, StringComparison.Ordinal);
        Assert.Contains("Førstes titel", Channel.Query("""SELECT "Content" FROM "AgendaItems" WHERE "Id" = @p0""", item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_ThatNoCardHas_IsRefusedInDanish()
    {
        var answer = await Channel.PressAsync(Channel.Secretary, "agenda.takeover", Data());

        Assert.Equal(400, answer.CardStatus);
        Assert.Contains("Kortet er for gammelt", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_BySomebodyNotOnTheRoll_IsRefused()
    {
        var procedure = await OpenProcedureAsync();
        foreach (var person in new[] { Channel.Secretary, Channel.Observer, Channel.Outsider })
        {
            var answer = await Channel.PressAsync(person, "procedure.vote", Ballot(procedure, "approve"));
            Assert.Equal((person, 400), (person, answer.CardStatus));
        }

        Assert.Equal("0", Channel.Query("""SELECT count(*) FROM "Votes" WHERE "ProcedureId" = @p0""", procedure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("remarks")] // Without any.
    public async Task Vote_WithAnAnswerThatWasAltered_IsNotCast(string answer)
    {
        var procedure = await OpenProcedureAsync();

        await Channel.PressAsync(Channel.Member, "procedure.vote", Ballot(procedure, answer));

        Assert.Equal("0", Channel.Query("""SELECT count(*) FROM "Votes" WHERE "ProcedureId" = @p0""", procedure));
    }

    [Fact]
    public async Task Vote_WithTheSeatOfSomebodyElse_IsNotCastForThem()
    {
        var procedure = await OpenProcedureAsync();
        var ballot = Ballot(procedure, "approve");
        ballot["seat"] = Channel.Query(
            """SELECT m."Id" FROM "Members" m JOIN "People" p ON p."Id" = m."PersonId" WHERE p."Key" = 'gitte-holmgaard' AND m."ForumId" = @p0""",
            Channel.ForumId());

        await Channel.PressAsync(Channel.Member, "procedure.vote", ballot);

        Assert.Equal("0", Channel.Query(
            """SELECT count(*) FROM "RollEntries" WHERE "ProcedureId" = @p0 AND "MemberId" = @p1 AND "Answer" IS NOT NULL""", procedure, (string)ballot["seat"]!));
    }

    /// <summary>And the vote that is taken keeps by which account it came, for whoever reads its evidence years later.</summary>
    [Fact]
    public async Task Vote_ThatIsTaken_KeepsItsAccountOnRecord()
    {
        var procedure = await OpenProcedureAsync();

        await Channel.PressAsync(Channel.Member, "procedure.vote", Ballot(procedure, "approve"));

        var account = Channel.Query("""SELECT "EntraObjectId" FROM "People" WHERE "Key" = @p0""", Channel.Member);
        var changes = Channel.Query("""SELECT "Changes" FROM "Audit" WHERE "UseCase" = 'CastVote' AND "Refusal" IS NULL AND upper("SubjectId") = upper(@p0)""", procedure);
        Assert.Contains($"\"account\":\"{account}\",\"channel\":\"msteams\"", changes, StringComparison.Ordinal);
    }

    private JsonObject Data(string? item = null, int version = 1, string title = "Ny titel") => new()
    {
        ["forum"] = Channel.ForumId(),
        ["meeting"] = Channel.MeetingId(),
        ["item"] = item,
        ["version"] = version,
        ["title"] = title,
        ["kind"] = "1",
        ["place"] = "2",
        ["choice"] = $"{item}/{version}",
        ["text"] = "Godkendt.",
    };

    private JsonObject Ballot(string procedure, string answer) => new()
    {
        ["forum"] = Channel.ForumId(),
        ["procedure"] = procedure,
        ["version"] = 1,
        ["answer"] = answer,
    };

    private async Task<string> AddAsync(string title)
    {
        var added = await Channel.PressAsync(Channel.Secretary, "agenda.add", Data(title: title));
        Assert.Equal(200, added.CardStatus);
        return Channel.Query("""SELECT "Id" FROM "AgendaItems" ORDER BY rowid DESC LIMIT 1""")!;
    }

    private async Task<string> OpenProcedureAsync()
    {
        var data = new JsonObject
        {
            ["forum"] = Channel.ForumId(),
            ["title"] = "Udpegning",
            ["summary"] = "Kort",
            ["presentation"] = "Sagen",
            ["recommendations"] = "Godkender udpegningen",
            ["date"] = "2099-01-05",
            ["time"] = "12:00",
        };
        Assert.Equal(200, (await Channel.PressAsync(Channel.Secretary, "procedure.draft", data)).CardStatus);
        var procedure = Channel.Query("""SELECT "Id" FROM "WrittenProcedures" ORDER BY rowid DESC LIMIT 1""")!;
        var opened = await Channel.PressAsync(Channel.Secretary, "procedure.open", Ballot(procedure, string.Empty));
        Assert.Equal(200, opened.CardStatus);
        return procedure;
    }
}
