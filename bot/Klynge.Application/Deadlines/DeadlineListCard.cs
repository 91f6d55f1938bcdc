using Klynge.Application.Agreements;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
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
        var heading = forums.Any(forum => forum.AreAgreements) ? AgreementTexts.Agreements : Texts.Deadlines;
        var left = Most;
        var body = new List<CardElement>();
        if (forums.Count > 1)
            body.Add(CardParts.Heading(heading));

        foreach (var forum in forums)
        {
            var shown = forum.Deadlines.Take(left).ToList();
            left -= shown.Count;
            body.AddRange(forums.Count > 1 ? [Section($"{forum.Name} · {forum.Count}")] : [CardParts.Subtle(forum.Name), CardParts.Heading(forum.Count)]);
            body.AddRange(shown.Select(view => Row(view, today)));
            if (forum.Open > shown.Count)
                body.Add(CardParts.Subtle(Texts.AndMore(forum.Open - shown.Count)));

            body.AddRange(RuleCard.Section(forum.Id, forum.Rules, forum.EndsRules));
            body.Add(DeadlineParts.Buttons(Buttons(forum)));
        }

        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{heading}: {string.Join(", ", forums.Select(forum => $"{forum.Name} {forum.Count}"))}."),
            FallbackText = heading,
            Page = CardPages.Deadlines,
            Body = body,
        };
    }

    internal static TextBlock Section(string heading) => new(CardText.Escape(heading))
    {
        Weight = TextWeight.Bolder,
        Separator = true,
        Spacing = Spacing.Medium,
    };

    internal static ColumnSet Row(DeadlineView view, LocalDate today)
    {
        var (word, color) = DeadlineParts.Badge(view, today);
        var when = Texts.Within(view, today);

        // All are open: only what is more than that is worth a word.
        var state = view is { Status: DeadlineStatus.Open } && color == TextColor.Accent
            ? CardParts.Subtle(DanishFormat.Capitalised(when))
            : new TextBlock(CardText.Escape(view.Date == today ? DanishFormat.Capitalised(when) : $"{word} · {when}")) { Size = TextSize.Small, Color = color, Spacing = Spacing.Small };
        return new ColumnSet(
            new Column(
                new TextBlock(CardText.Escape(DanishText.Shorten(view.Title, 120))) { Weight = TextWeight.Bolder },
                state,
                CardParts.Subtle(Texts.Responsible(view)) with { Spacing = Spacing.None }),
            new Column(new ActionSet(DeadlineParts.Button(Texts.Look, DeadlineVerbs.Show, view))) { Width = "auto" })
        {
            Separator = true,
            Spacing = Spacing.Small,
        };
    }

    private static IEnumerable<CardAction> Buttons(DeadlinesOfForum forum)
    {
        var data = DeadlineParts.Data(forum.Id);
        if (forum.AreOwn || forum.AreAgreements)
            yield return CardParts.Button(Texts.AllDeadlines, DeadlineVerbs.List, (System.Text.Json.Nodes.JsonObject)data.DeepClone());

        if (forum.Manages)
            yield return CardParts.Button(Texts.NewDeadline, DeadlineVerbs.Form, (System.Text.Json.Nodes.JsonObject)data.DeepClone());

        yield return CardParts.Button(Texts.AnnualWheel, DeadlineVerbs.Wheel, (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        yield return CardParts.Button(Texts.CalendarLink, DeadlineVerbs.Calendar, data);
    }
}

/// <param name="Open">How many are open in all.</param>
/// <param name="Manages">The reader may set deadlines.</param>
/// <param name="AreOwn">Only those that the reader is to see to.</param>
internal sealed record DeadlinesOfForum(ForumId Id, string Name, int Open, IReadOnlyList<DeadlineView> Deadlines, bool Manages, bool AreOwn = false)
{
    /// <summary>Only the agreements of decisions.</summary>
    internal bool AreAgreements { get; init; }

    /// <summary>With the agreements: what was agreed to hold from now on.</summary>
    internal IReadOnlyList<RuleView> Rules { get; init; } = [];

    /// <summary>The reader may end those, and others do not read along.</summary>
    internal bool EndsRules { get; init; }

    internal string Count => AreAgreements ? AgreementTexts.Count(Open) : Texts.Count(Open, AreOwn);
}
