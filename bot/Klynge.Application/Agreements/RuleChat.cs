using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agreements;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agreements;

/// <summary>The standing rules under »aftaler«: ending one, and taking that back.</summary>
internal sealed class RuleChat(EndRule end, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgreementVerbs.EndRule, (turn, visit, action, token) => ChangeAsync(turn, visit, action, holds: false, token))
        .OnAction(AgreementVerbs.ResumeRule, (turn, visit, action, token) => ChangeAsync(turn, visit, action, holds: true, token));

    private async Task<ChatReply> ChangeAsync(ChatTurn turn, Visit visit, InvokedAction action, bool holds, CancellationToken cancellationToken)
    {
        var id = action.Data.Rule();
        var result = await end.HandleAsync(turn.Caller, visit.Forum.Id, id, holds, cancellationToken);
        if (result.Error is { } refused)
            return refused;

        // As a message everybody in the chat would read it.
        var reader = turn.IsPersonal || !action.IsFallback ? ClosedReader.Of(visit.Access) : ClosedReader.Nothing;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Rules(visit.Forum.Id).AsNoTracking().SingleAsync(one => one.Rule.Id == id, cancellationToken);
        return RuleCard.Changed(visit.Forum.Id, visit.Forum.Name, visit.Board, id, await db.MayReadAsync(row, reader) ? row.Rule.Text : AgreementTexts.ClosedRule, holds);
    }
}

internal static class RuleCard
{
    internal static AdaptiveCard Changed(ForumId forumId, string forum, string board, StandingRuleId id, string text, bool holds)
    {
        var heading = holds ? AgreementTexts.RuleResumed : AgreementTexts.RuleEnded;
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {heading}"),
            FallbackText = $"{forum}: {heading}",
            Body = [CardParts.ForumLine(forum, board), CardParts.Heading(heading), CardParts.Line(text)],
            Actions = holds
                ? [CardParts.Button(AgreementTexts.EndRule, AgreementVerbs.EndRule, Data(forumId, id))]
                : [CardParts.Button(Agendas.Texts.Undo, AgreementVerbs.ResumeRule, Data(forumId, id))],
        }.WithButtonsInLines();
    }

    /// <summary>The rules in the list of agreements; nothing where there are none.</summary>
    internal static IEnumerable<CardElement> Section(ForumId forum, IReadOnlyList<RuleView> rules, bool manages)
    {
        if (rules.Count == 0)
            yield break;

        yield return new TextBlock(AgreementTexts.FromNowOn) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        foreach (var rule in rules)
        {
            yield return manages && !rule.IsHidden
                ? new ColumnSet(
                    new Column(CardParts.Line(rule.Text)),
                    new Column(new ActionSet(CardParts.Button(AgreementTexts.EndRule, AgreementVerbs.EndRule, Data(forum, rule.Id)))) { Width = "auto" })
                : CardParts.Line(rule.Text);
        }
    }

    private static JsonObject Data(ForumId forum, StandingRuleId rule) => new JsonObject().With(CardIds.Forum, forum).With(CardIds.Rule, rule);
}
