using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures.Separate;

/// <summary>A forum that answers each recommendation for itself, by simple majority, with a case of three.</summary>
public abstract class SeparateTest(TestStore? store = null) : ProcedureTest(store)
{
    private protected WrittenProcedureId Each { get; set; }

    private protected static Klynge.Application.WrittenProcedures.Drafting.ProcedureForm Form => ProcedureFixture.Form with
    {
        Title = "Hold 4 og dets budget",
        Recommendations = "1. Godkender deltagerne\n2. Tager tidsplanen til efterretning\n3. Godkender budgettet",
    };

    private protected async Task OpenEachAsync(
        DecisionRule rule = DecisionRule.SimpleMajority, Klynge.Application.WrittenProcedures.Drafting.ProcedureForm? form = null)
    {
        await SetRulesAsync(rules => rules with { Rule = rule, AnswerPerRecommendation = true });
        Each = await Fixture.DraftAsync(form: form ?? Form);
        Assert.True((await Fixture.OpenAsync(Each, Board.Secretary)).IsSuccess);
    }

    private protected async Task SetRulesAsync(Func<WrittenProcedureRules, WrittenProcedureRules> change)
    {
        await using var db = Board.Open();
        var forum = await db.Forums.SingleAsync(candidate => candidate.Id == Board.Forum.Id);
        forum.Rules = forum.Rules with { WrittenProcedures = change(forum.Rules.WrittenProcedures) };
        await db.SaveChangesAsync();
    }

    /// <summary>A for godkender, B with remarks, R for not, and ? for one that is left open.</summary>
    private protected Task<Result<VoteReceipt>> VoteAsync(Person by, string word, string? remarks = "fordi", string? activity = null) =>
        Fixture.VoteAsync(by, RequestOf(word) with { Remarks = remarks }, activity);

    private protected CastVoteRequest RequestOf(string word) => new(Board.Forum.Id, Each, 1, Answer.Separate, "fordi") { Answers = Words(word) };

    private protected static List<Answer> Words(string word) =>
        [.. word.Select(letter => letter switch { 'A' => Answer.Approve, 'B' => Answer.ApproveWithRemarks, 'R' => Answer.Reject, _ => default })];

    private protected async Task<AdaptiveCard> BallotAsync(Person person, object? more = null) =>
        (await Chat.PressAsync(person, "procedure.ballot", More(more ?? new { }))).Card();

    private protected JsonObject More(object more)
    {
        var data = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        (data["forum"], data["procedure"]) = (Board.Forum.Id.Value.ToString(), Each.Value.ToString());
        return data;
    }

    private protected async Task<RollEntry> RollAsync(Person person) => (await Fixture.ReadAsync(Each)).Roll.Single(entry => entry.PersonId == person.Id);

    /// <summary>Presses a button of a card as a client does: with what stands in its inputs, and what has been chosen in some of them.</summary>
    private protected Task<ChatReply> FillAsync(Person person, AdaptiveCard card, string button, params (string Input, string Value)[] chosen)
    {
        var json = JsonNode.Parse(CardJson.Serialize(card))!;
        var all = All(json).ToList();
        var pressed = all.First(one => (string?)one["type"] == "Action.Execute" && (string?)one["title"] == button);
        var data = pressed["data"]!.DeepClone().AsObject();
        foreach (var input in all.Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
            data[(string)input["id"]!] = (string?)input["value"] ?? string.Empty;

        foreach (var (input, value) in chosen)
        {
            Assert.True(data.ContainsKey(input), $"The card has no input {input}.");
            data[input] = value;
        }

        return Chat.PressAsync(person, (string)pressed["verb"]!, data);
    }

    private static IEnumerable<JsonObject> All(JsonNode node) => node switch
    {
        JsonObject one => one.Select(property => property.Value).OfType<JsonNode>().SelectMany(All).Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(All),
        _ => [],
    };
}
