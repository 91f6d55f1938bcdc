using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines.Reminders;

/// <summary>The morning's reminders in one card: what has passed first, then what comes, forum by forum.</summary>
internal static class DeadlineDigestCard
{
    /// <summary>So many meetings and forums with something that waits are shown; »mine sager« has the rest.</summary>
    private const int MaxWaiting = 5;

    /// <summary>In the data of its refresh: the deadlines that it reminded of.</summary>
    internal const string Deadlines = "deadlines";

    /// <summary>In the data of its refresh: it told of what waits, too.</summary>
    internal const string TellsOfWaiting = "waiting";

    /// <summary>So many are followed: a card that names more has no room left.</summary>
    internal const int MaxFollowed = 100;

    /// <param name="views">As the receiver reads them, the earliest first.</param>
    /// <param name="waiting">What waits for the receiver's answer.</param>
    /// <param name="reminded">The deadlines that it was sent about; null for just these.</param>
    /// <param name="tellsOfWaiting">It was sent about what waits, too, although nothing does any longer.</param>
    internal static AdaptiveCard Build(
        IReadOnlyList<DeadlineView> views, WaitingAnswers waiting, LocalDate today, IReadOnlyList<DeadlineId>? reminded = null, bool tellsOfWaiting = false)
    {
        var heading = views.Count + waiting.Count == 0
            ? Texts.DigestDone
            : Texts.DigestHeading(views.Count, waiting.Proposals.Sum(meeting => meeting.Titles.Count), waiting.Found.Sum(forum => forum.Count));
        var overdue = views.Count(view => view.IsOverdue(today));
        var left = DeadlineListCard.Most;
        var body = new List<CardElement> { CardParts.Heading(heading) };
        if (views.Count > 0)
            body.Add(CardParts.Line(Texts.DigestLine(overdue, views.Count - overdue)));

        foreach (var forum in views.GroupBy(view => view.ForumId))
        {
            var shown = forum.Take(left).ToList();
            left -= shown.Count;
            if (shown.Count > 0)
            {
                body.Add(DeadlineListCard.Section(forum.First().Forum));
                body.AddRange(shown.Select(view => DeadlineListCard.Row(view.InNotice, today)));
            }
        }

        if (views.Count > DeadlineListCard.Most)
            body.Add(CardParts.Subtle(Texts.AndMore(views.Count - DeadlineListCard.Most)));

        body.AddRange(Waiting(waiting));
        body.Add(DeadlineParts.Buttons(Run(Texts.AllDeadlines, "frister"), Run(Texts.MyCases, "mine sager")));
        return new AdaptiveCard { Speak = heading, FallbackText = heading, Page = CardPages.Deadlines, Body = body, Refresh = Refresh(reminded ?? [.. views.Select(view => view.Id)], tellsOfWaiting || waiting.Count > 0) };
    }

    internal static DeadlineId? IdIn(string text) => CardIds.Read<DeadlineId>(text);

    private static CardRefresh Refresh(IReadOnlyList<DeadlineId> reminded, bool tellsOfWaiting)
    {
        var data = new JsonObject { [Deadlines] = string.Join(',', reminded.Take(MaxFollowed).Select(CardIds.Write)), [TellsOfWaiting] = tellsOfWaiting };
        return new CardRefresh(CardParts.Button(Texts.AllDeadlines, DeadlineVerbs.List, data));
    }

    private static IEnumerable<CardElement> Waiting(WaitingAnswers waiting)
    {
        if (waiting.Proposals.Count > 0)
            yield return DeadlineListCard.Section(Texts.ProposalsWait);

        foreach (var meeting in waiting.Proposals.Take(MaxWaiting))
            yield return new Container([.. WaitingProposalsRow.Build(meeting)]) { Spacing = Spacing.Small };

        if (waiting.Found.Count > 0)
            yield return DeadlineListCard.Section(Texts.FoundWait);

        foreach (var forum in waiting.Found.Take(MaxWaiting))
        {
            yield return new Container(
                CardParts.Line($"{forum.Forum}: {Texts.FoundCount(forum.Count)}"),
                new ActionSet(CardParts.Button(Texts.SeeFound(forum.Count), DeadlineVerbs.Found, DeadlineParts.Data(forum.ForumId))) { Spacing = Spacing.Small })
            {
                Spacing = Spacing.Small,
            };
        }
    }

    private static ExecuteAction Run(string title, string command) => new(title, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = command } };
}
