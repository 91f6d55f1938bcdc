using System.Text.RegularExpressions;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// What a decision says of another forum happens: an answer »sendes videre til« or »anbefales til« that names one forum of the body, and nothing
/// else, sends the item there. A forum that may be two, or a decision in free words, sends nothing: then the button is offered.
/// </summary>
internal static partial class SendByDecision
{
    /// <returns>What was sent; null for nothing.</returns>
    internal static async Task<SentItem?> SendByDecisionAsync(this WriteScope scope, ItemOfForum at)
    {
        var target = await TargetAsync(scope.Db, at);
        await scope.CallBackAsync(at, target?.Forum);
        if (target is not { } found || !at.Access.May(SendItem.Needs))
            return null;

        var request = new SendItemRequest(at.Forum.Id, at.Item.Id, found.Forum, found.Wanted, Remark: null) { IsByDecision = true };
        return (await scope.SendAsync(at, request)).Value;
    }

    /// <summary>Whether a decision speaks of sending the item to somebody.</summary>
    internal static bool SaysSo(string? decision, int recommendations) =>
        decision is not null && RecommendationOutcomes.Told(decision, recommendations).Any(one => one is RecommendationOutcome.Referred or RecommendationOutcome.Recommended);

    /// <summary>»Punktet sendes videre til Direktørforum 28. februar. Sekretariatet …«: what stands behind the words of sending, to the end of its sentence.</summary>
    internal static string? WordsOf(string? decision) =>
        decision is not null && Behind().Match(decision) is { Success: true } match ? match.Groups["target"].Value.Trim() : null;

    [GeneratedRegex(
        @"\b(sendes|sendt|oversendes|oversendt|videresendes|henvises|henvist|anbefales|indstilles)\b(\s+(videre|tilbage))?\s+til\s+(?<target>[^\n;]{1,120}?)(?=\.(\s|$)|\n|;|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Behind();

    private static async Task<(ForumId Forum, string? Wanted)?> TargetAsync(KlyngeContext db, ItemOfForum at)
    {
        var named = DecisionText.Read(at.Item.Decision, at.Item.Content.Recommendations.Count).Answers
            .Where(one => one is { Outcome: RecommendationOutcome.Referred or RecommendationOutcome.Recommended, Body: not null }).Select(one => one.Body!).ToList();
        if (named.Count == 0)
            return null;

        var forums = await db.ForumsOfBoardAsync(at.Forum.BoardId);
        var read = named.ConvertAll(words => SendTarget.Read(words, forums, at.Meeting.Date));
        return read.TrueForAll(one => one is { IsClear: true, IsBack: false }) && read.Select(one => one.Forums[0].Id).Distinct().ToList() is [var only] && only != at.Forum.Id
            ? (only, read.Find(one => one.Wanted is not null)?.Wanted) : null;
    }

    /// <summary>What an earlier wording of the decision has sent goes back, while nobody has taken it up.</summary>
    private static async Task CallBackAsync(this WriteScope scope, ItemOfForum at, ForumId? still)
    {
        if (!at.IsComing || await scope.ComingOfAsync(at.Item.Id) is not { Coming: var own })
            return;

        var sent = await scope.Db.Rows(scope.Db.ComingItems.Where(one => one.FromComingId == own.Id && one.IsByDecision)).ToListAsync();
        foreach (var row in sent.Where(row => row.Coming.IsInForce && row.Coming.ForumId != still))
            await scope.WithdrawAsync(row, string.Empty);
    }
}
