using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>»frister«: what is open, the nearest first, forum by forum.</summary>
internal static class DeadlineListCard
{
    /// <summary>Deadlines on the card; a phone's worth of scrolling.</summary>
    internal const int Most = 25;

    internal static AdaptiveCard Build(IReadOnlyList<DeadlinesOfForum> forums, LocalDate today)
    {
        var left = Most;
        var body = new List<CardElement> { CardParts.Heading(Texts.Deadlines) };
        foreach (var forum in forums)
        {
            body.Add(new TextBlock(CardText.Escape($"{forum.Name} · {Texts.Count(forum.Open)}"))
            {
                Weight = TextWeight.Bolder,
                Separator = true,
                Style = TextBlockStyle.Heading,
            });
            var shown = forum.Deadlines.Take(left).ToList();
            body.AddRange(shown.Select(view => Row(view, today)));
            left -= shown.Count;
            if (forum.Open == 0)
            {
                body.Add(CardParts.Subtle(Texts.NoDeadlines));
            }
            else if (forum.Open > shown.Count)
            {
                body.Add(CardParts.Subtle(Texts.AndMore(forum.Open - shown.Count)));
            }

            body.AddRange(CardParts.Lines(Buttons(forum)));
        }

        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{Texts.Deadlines}: {string.Join(", ", forums.Select(forum => $"{forum.Name} {Texts.Count(forum.Open)}"))}."),
            FallbackText = Texts.Deadlines,
            Body = body,
        };
    }

    private static ColumnSet Row(DeadlineView view, LocalDate today) => new(
        new Column(
            new TextBlock(CardText.Escape(DanishText.Shorten(view.Title, 120))) { Weight = TextWeight.Bolder },
            CardParts.Subtle(Texts.When(view.Date, today)),
            CardParts.Subtle(Texts.Responsible(view)) with { Spacing = Spacing.None }),
        new Column(
            DeadlineParts.BadgeOf(view, today),
            new ActionSet(DeadlineParts.Button(Texts.Open, DeadlineVerbs.Show, view)))
        { Width = "auto" })
    {
        Separator = true,
        Spacing = Spacing.Small,
    };

    private static IEnumerable<CardAction> Buttons(DeadlinesOfForum forum)
    {
        var data = DeadlineParts.Data(forum.Id);
        if (forum.Manages)
        {
            yield return CardParts.Button(Texts.NewDeadline, DeadlineVerbs.Form, (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        }

        yield return CardParts.Button(Texts.AnnualWheel, DeadlineVerbs.Wheel, (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        yield return CardParts.Button(Texts.CalendarLink, DeadlineVerbs.Calendar, data);
    }
}

/// <param name="Open">How many are open in all.</param>
/// <param name="Manages">The reader may set deadlines.</param>
internal sealed record DeadlinesOfForum(ForumId Id, string Name, int Open, IReadOnlyList<DeadlineView> Deadlines, bool Manages);
