using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>
/// What was approved subject to another body's approval by a day is a deadline of the secretariat's, asked about until it has come. It
/// follows the decision: with other words, or with the decision taken back, it goes.
/// </summary>
internal static class Reservations
{
    internal static async Task FollowReservationsAsync(this WriteScope scope, Forum forum, IEnumerable<AgendaItem> saved)
    {
        // Each change is followed, so what stands is of the decision that stands or of the one before it.
        var items = saved.Where(item => Mentions(item.Decision) || Mentions(item.DecisionBefore)).ToList();
        if (items.Count == 0)
            return;

        var ids = items.Select(item => (AgendaItemId?)item.Id).ToList();
        var standing = await scope.Db.Deadlines.Include(one => one.History)
            .Where(one => one.ForumId == forum.Id && one.Kind == DeadlineKind.Approval && ids.Contains(one.ItemId) && one.Status != DeadlineStatus.Removed)
            .ToListAsync();
        foreach (var item in items)
        {
            var wanted = Of(item).Where(one => one.Until >= scope.Today).ToList();
            foreach (var one in wanted.Where(one => !standing.Exists(deadline => deadline.ItemId == item.Id && deadline.Quote == Quote(one))))
                await AddAsync(scope, forum, item, one);

            foreach (var gone in standing.Where(deadline => deadline.ItemId == item.Id && deadline.IsOpen && !Of(item).Any(one => Quote(one) == deadline.Quote)))
            {
                gone.Remove(seenVersion: null, scope.Caller.PersonId, scope.Now);
                await scope.ChangedAsync(forum, gone);
            }
        }
    }

    /// <summary>The decision without the reservations that are deadlines already, for they are not to be offered as well.</summary>
    internal static string WithoutReservations(AgendaItem item)
    {
        var (answers, text) = DecisionText.Read(item.Decision, item.Content.Recommendations.Count);
        return string.Join("\n\n", answers.Select(one => one.Until is null ? item.Decision is null ? null : Quote(one) : one.Text).Append(text).OfType<string>());
    }

    private static IReadOnlyList<RecommendationDecision> Of(AgendaItem item) =>
        item.IsOnAgenda ? [.. DecisionText.Read(item.Decision, item.Content.Recommendations.Count).Answers.Where(one => one.Until is not null)] : [];

    private static bool Mentions(string? decision) => decision?.Contains("forbehold", StringComparison.Ordinal) == true;

    private static string Quote(RecommendationDecision one) => DecisionText.Write([one], int.MaxValue, text: null).Value;

    private static async Task AddAsync(WriteScope scope, Forum forum, AgendaItem item, RecommendationDecision one)
    {
        var made = new NewDeadline(forum.Id, DanishText.Shorten(AnswerTexts.Reservation(one.Body!, item.Content.Title), Deadline.MaxTitleLength), one.Until!.Value, DeadlineKind.Approval)
        {
            ItemId = item.Id,
            MeetingId = item.MeetingId,
            Quote = Quote(one),
        };
        var deadline = Deadline.Set(made, scope.Caller.PersonId, scope.Now);
        scope.Db.Deadlines.Add(deadline);
        await scope.ChangedAsync(forum, deadline);
    }
}
