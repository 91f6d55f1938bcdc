using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures.Separate;

/// <summary>What each recommendation came to, wherever the result of the case is said.</summary>
public sealed class SeparateResultTests : SeparateTest
{
    private const string Result = "Indstilling 1 og 2 godkendt, indstilling 3 ikke godkendt";

    [Theory]
    [InlineData("Adopted Adopted Rejected", Result)]
    [InlineData("Adopted SentToMeeting", "Indstilling 1 godkendt, indstilling 2 sendt til møde")]
    [InlineData("Rejected Adopted Rejected", "Indstilling 1 og 3 ikke godkendt, indstilling 2 godkendt")]
    [InlineData("NoQuorum SentToMeeting", "Indstilling 1 uden beslutningsdygtighed, indstilling 2 sendt til møde")]
    [InlineData("NoQuorum NoQuorum", "Ikke beslutningsdygtig")]
    [InlineData("SentToMeeting SentToMeeting", "Sendt til møde")]
    [InlineData("Adopted Adopted", "Vedtaget")]
    [InlineData("Rejected Rejected", "Forkastet")]
    public void Result_IsSaidFromEach(string each, string expected)
    {
        List<Outcome> outcomes = [.. each.Split(' ').Select(Enum.Parse<Outcome>)];

        Assert.Equal(expected, Texts.Result(SeparateAnswers.Combine(outcomes), outcomes));
    }

    [Theory]
    [InlineData("Adopted Adopted Rejected", "Indstilling 1 og 2 blev godkendt.\n\nIndstilling 3 blev ikke godkendt.")]
    [InlineData("Adopted Adopted", "Indstillingerne blev godkendt.")]
    [InlineData("SentToMeeting Adopted", "Indstilling 1 udsættes til næste møde.\n\nIndstilling 2 blev godkendt.")]
    [InlineData("NoQuorum Adopted", "Indstilling 2 blev godkendt.")]
    [InlineData("NoQuorum NoQuorum", "")]
    public void Decision_IsInTheWordsOfMinutes(string each, string expected) =>
        Assert.Equal(expected, Texts.Decision([.. each.Split(' ').Select(Enum.Parse<Outcome>)]));

    [Fact]
    public async Task Cards_SayTheResultOfEachWithItsVotes()
    {
        await CloseAsync();
        var result = (await Chat.PressAsync(Board.Member, "procedure.ballot", More(new { }))).Text();
        var shared = (await Chat.PressAsync(Board.Secretary, "procedure.view", More(new { }))).Text();
        var told = (await SentToAsync(Board.Doctor)).Last();
        var confirm = (await SentToAsync(Board.Chair)).Last();
        var mine = (await Chat.SayAsync(Board.Chair, new Klynge.Application.Chat.Commands.ChatCommand.ShowMyCases())).Text();

        Assert.All([result, shared, told, confirm, mine], card => Assert.Contains(Result, card, StringComparison.Ordinal));
        Assert.All([result, shared, told, confirm], card =>
        {
            Assert.Contains("Indstilling 1 godkendt (3 for, 0 imod, 1 inhabil)", card, StringComparison.Ordinal);
            Assert.Contains("Indstilling 3 ikke godkendt (1 for, 2 imod, 1 inhabil)", card, StringComparison.Ordinal);
            Assert.Contains("Afstemningen blev lukket før fristen.", card, StringComparison.Ordinal);
        });
        Assert.Contains("Delt afgørelse", result, StringComparison.Ordinal);
        Assert.Contains("Mads Holt: 1 og 2: Godkender · 3: Godkender ikke", shared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protocol_HasTheResultOfEachAndTheAnswersOfEverybody()
    {
        await CloseAsync();
        await using var db = Board.Open();
        var record = (await ProcedureRecord.ReadAsync(db, Board.Forum.Id, Each, default))!;

        var text = DocumentTests.Read(ProtocolWriter.Write(record));

        foreach (var expected in new[]
        {
            Result, "1. Godkender deltagerne\nGodkendt\n3 for, 0 imod, 1 inhabil", "3. Godkender budgettet\nIkke godkendt\n1 for, 2 imod, 1 inhabil",
            "Hver indstilling får sit eget svar og afgøres for sig.", "1 og 2: Godkender · 3: Godkender ikke", "Alle svar i den rækkefølge",
        })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }

        Assert.Contains("1 og 2: Godkender · 3: Godkender ikke", DocumentTests.Read(RemarksWriter.Write(record)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_HasEveryAnswerToEachAndTheResult_AndIsWhole()
    {
        await CloseAsync();

        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Each), default)).Value;

        var report = (await EvidenceVerifier.VerifyAsync(new MemoryStream(zip), default)).Value;
        Assert.Empty(report.Faults);
        Assert.Equal(Result, report.Manifest.Result);
        using var archive = new ZipArchive(new MemoryStream(zip));
        var votes = Json(archive, "sag/svar.json");
        var mads = votes.Single(vote => vote.GetProperty("answer").GetString() == "Svarer forskelligt" && vote.GetProperty("remarks").GetString() == "for dyrt");
        Assert.Equal(
            ["1 Godkender", "2 Godkender", "3 Godkender ikke"],
            mads.GetProperty("answers").EnumerateArray().Select(one => $"{one.GetProperty("recommendation")} {one.GetProperty("answer").GetString()}"));
        Assert.Equal(3, votes.Count(vote => !vote.TryGetProperty("answers", out _)));
        var seat = Json(archive, "sag/stemmeliste.json").Single(one => one.GetProperty("name").GetString() == "Mads Holt");
        Assert.Equal(["approve", "approve", "reject"], seat.GetProperty("answers").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(
            ["1 godkendt 3-0", "2 godkendt 3-0", "3 ikke godkendt 1-2"],
            Json(archive, "sag/resultat.json").Select(one => $"{one.GetProperty("recommendation")} {one.GetProperty("result").GetString()} {one.GetProperty("votesFor")}-{one.GetProperty("votesAgainst")}"));
    }

    [Fact]
    public async Task Evidence_OfACaseThatIsAnsweredAsAWhole_IsAsItWas()
    {
        await Fixture.VoteAsync(Board.Member, Case);
        await Fixture.CloseAsync(Board.Secretary, Case);

        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Case), default)).Value;

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Null(archive.GetEntry("sag/resultat.json"));
        Assert.False(Assert.Single(Json(archive, "sag/svar.json")).TryGetProperty("answers", out _));
        Assert.DoesNotContain(Json(archive, "sag/stemmeliste.json"), seat => seat.TryGetProperty("answers", out _));
    }

    [Fact]
    public async Task NextMeeting_HearsWhatEachCameTo_AndItIsFoundBySearch()
    {
        var meeting = await Board.AddMeetingAsync();
        await CloseAsync();

        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(candidate => candidate.MeetingId == meeting.Id);
        Assert.Equal(AgendaItemKind.Information, item.Content.Kind);
        var course = item.Content.Sections[0].Text;
        Assert.Contains("Indstilling 1 og 2 blev godkendt.\n\nIndstilling 3 blev ikke godkendt.", course, StringComparison.Ordinal);
        Assert.Contains("- Indstilling 3 ikke godkendt (1 for, 2 imod, 1 inhabil)", course, StringComparison.Ordinal);
        var found = (await Chat.SayAsync(Board.Secretary, new Klynge.Application.Chat.Commands.ChatCommand.Search("indstilling ikke godkendt"))).Text();
        Assert.Contains("Orientering om skriftlig behandling: Hold 4", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextMeeting_TakesUpWhatWasNotSettledAlone()
    {
        var meeting = await Board.AddMeetingAsync();
        await CloseAsync(DecisionRule.Consensus);

        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(candidate => candidate.MeetingId == meeting.Id);
        Assert.Equal((AgendaItemKind.Decision, "Hold 4 og dets budget"), (item.Content.Kind, item.Content.Title));
        Assert.Equal(["Godkender budgettet"], item.Content.Recommendations);
        Assert.Contains(item.Content.Sections, section => section.Text.Contains("Indstilling 3 udsættes til næste møde.", StringComparison.Ordinal));
        Assert.Equal([Outcome.Adopted, Outcome.Adopted, Outcome.SentToMeeting], (await Fixture.ReadAsync(Each)).Outcomes!);
    }

    [Theory]
    [InlineData(null, "approved approved rejected")]
    [InlineData("Drøftedes kort.", "approved approved rejected")]
    [InlineData("Punktet behandles skriftligt.", "writtenProcedure writtenProcedure writtenProcedure")]
    public async Task Minutes_OfTheItemThatWentOnInWriting_HaveTheResultInWordsAndInCode(string? decision, string codes)
    {
        var meeting = await Board.AddMeetingAsync();
        var item = await OpenOfItemAsync(meeting.Id, decision, ["Godkender deltagerne", "Tager tidsplanen til efterretning", "Godkender budgettet"]);
        foreach (var person in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
            await VoteAsync(person, "AAR");

        await Fixture.CloseAsync(Board.Secretary, Each);

        await using var db = Board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
        var document = await BuildMinutes.FromAsync(db, forum, await db.Meetings.SingleAsync(one => one.Id == meeting.Id));
        var printed = document.Items.Single(one => one.Title == "Hold 4");
        Assert.Contains("Indstilling 1 og 2 blev godkendt.\n\nIndstilling 3 blev ikke godkendt.\n\nSkriftlig behandling: Sagen var ude fra", printed.Decision, StringComparison.Ordinal);
        Assert.EndsWith($"Resultat: {Result}.", printed.Decision, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(MinutesJson.Serialize(document));
        var written = json.RootElement.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("title").GetString() == "Hold 4");
        Assert.Equal(codes, string.Join(' ', written.GetProperty("decisions").EnumerateArray().Select(one => one.GetProperty("outcome").GetString())));
        Assert.NotEqual(default, item);
    }

    [Fact]
    public async Task Minutes_OfAnItemThatAsksSomethingElse_DoNotTakeTheNumbersOfTheCaseForTheirs()
    {
        var meeting = await Board.AddMeetingAsync();
        await OpenOfItemAsync(meeting.Id, decision: null, ["Drøfter holdet"]);
        foreach (var person in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
            await VoteAsync(person, "AAR");

        await Fixture.CloseAsync(Board.Secretary, Each);

        await using var db = Board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
        var document = await BuildMinutes.FromAsync(db, forum, await db.Meetings.SingleAsync(one => one.Id == meeting.Id));
        var printed = document.Items.Single(one => one.Title == "Hold 4");
        Assert.DoesNotContain("blev godkendt", printed.Decision, StringComparison.Ordinal);
        Assert.EndsWith($"Resultat: {Result}.", printed.Decision, StringComparison.Ordinal);
    }

    private async Task CloseAsync(DecisionRule rule = DecisionRule.SimpleMajority)
    {
        await OpenEachAsync(rule);
        await VoteAsync(Board.Chair, "ABA", "bilag 2");
        await VoteAsync(Board.Member, "RRR", "nej");
        await VoteAsync(Board.Member, "AAR", "for dyrt");
        await Fixture.VoteAsync(Board.OtherMember, Each, Answer.Approve);
        await VoteAsync(Board.OtherMember, "AAR", "dyrt");
        await Fixture.VoteAsync(Board.Doctor, Each, Answer.Recused, "Slægtning");
        Assert.True((await Fixture.CloseAsync(Board.Secretary, Each)).IsSuccess);
    }

    private async Task<AgendaItemId> OpenOfItemAsync(Klynge.Domain.Meetings.MeetingId meeting, string? decision, string[] recommendations)
    {
        await SetRulesAsync(rules => rules with { Rule = DecisionRule.SimpleMajority, AnswerPerRecommendation = true });
        AgendaItem item;
        await using (var db = Board.Open())
        {
            var at = await db.Meetings.SingleAsync(one => one.Id == meeting);
            item = AgendaItem.Add(at, 1, new AgendaItemContent { Title = "Hold 4", Kind = AgendaItemKind.Decision, Recommendations = recommendations }, Board.Clock.GetCurrentInstant());
            db.AgendaItems.Add(item);
            await db.SaveChangesAsync();
            await db.AgendaItems.Where(one => one.Id == item.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Decision, decision));
        }

        var request = new Klynge.Application.WrittenProcedures.Drafting.SaveProcedureDraftRequest(Board.Forum.Id, Procedure: null, item.Id, Form);
        Each = (await Chat.Get<Klynge.Application.WrittenProcedures.Drafting.SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).Value;
        Assert.True((await Fixture.OpenAsync(Each, Board.Secretary)).IsSuccess);
        return item.Id;
    }

    private static List<JsonElement> Json(ZipArchive archive, string path)
    {
        using var document = JsonDocument.Parse(archive.GetEntry(path)!.Open());
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
