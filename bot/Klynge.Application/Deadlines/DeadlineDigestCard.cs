using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>The morning's reminders in one card: what has passed first, then what comes, forum by forum.</summary>
internal static class DeadlineDigestCard
{
    /// <param name="views">As the receiver reads them, the earliest first; at least two.</param>
    internal static AdaptiveCard Build(IReadOnlyList<DeadlineView> views, LocalDate today)
    {
        var heading = Texts.DigestHeading(views.Count);
        var overdue = views.Count(view => view.IsOverdue(today));
        var left = DeadlineListCard.Most;
        var body = new List<CardElement> { CardParts.Heading(heading), CardParts.Line(Texts.DigestLine(overdue, views.Count - overdue)) };
        foreach (var forum in views.GroupBy(view => view.ForumId))
        {
            var shown = forum.Take(left).ToList();
            left -= shown.Count;
            if (shown.Count > 0)
            {
                body.Add(DeadlineListCard.Section(forum.First().Forum));
                body.AddRange(shown.Select(view => DeadlineListCard.Row(view, today)));
            }
        }

        if (views.Count > DeadlineListCard.Most)
        {
            body.Add(CardParts.Subtle(Texts.AndMore(views.Count - DeadlineListCard.Most)));
        }

        body.Add(DeadlineParts.Buttons(Run(Texts.AllDeadlines, "frister"), Run(Texts.MyCases, "mine sager")));
        return new AdaptiveCard { Speak = heading, FallbackText = heading, Body = body };
    }

    private static ExecuteAction Run(string title, string command) => new(title, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = command } };
}
