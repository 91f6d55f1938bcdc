using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Journeys;

/// <summary>A case from stop to stop, the oldest first.</summary>
internal static class JourneyCard
{
    internal static readonly ButtonRight Show =
        new("case.show", Who.With(JourneyQueries.Needs) | Actors.OtherForum, "of each stop what they may read there; of other forums nothing") { Needs = JourneyQueries.Needs };

    internal const string Key = "case";
    internal const string Of = "caseOf";

    /// <summary>Stops on one card.</summary>
    private const int PageSize = 6;

    private const int MaxChoices = 10;
    private const int MaxDecision = 500;
    private const int MaxLines = 5;

    internal static AdaptiveCard Build(JourneyView view, int page = 0)
    {
        var pages = Math.Max(1, (view.Stops.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 0, pages - 1);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{Texts.Heading(view)}: {view.Title}"),
            FallbackText = $"{Texts.Heading(view)}: {view.Title}",
            Body =
            [
                CardParts.ForumLine(Texts.Heading(view), view.Board),
                CardParts.Heading(view.Title),
                CardParts.Subtle($"{Texts.Count(view.Stops.Count)}. {Texts.OnlyOwn}"),
                .. view.Stops.Skip(at * PageSize).Take(PageSize).Select(Row),
                .. pages > 1 ? [CardParts.Subtle(Agendas.Texts.PageOf(at, pages))] : Array.Empty<CardElement>(),
                .. CardParts.Lines(Pages(view, at, pages)),
            ],
        };
    }

    /// <summary>Several cases fit the words.</summary>
    internal static AdaptiveCard Choose(IReadOnlyList<JourneyView> cases) => new()
    {
        Speak = CardParts.Spoken(Texts.WhichCase),
        FallbackText = Texts.WhichCase,
        Body =
        [
            CardParts.Heading(Texts.WhichCase),
            .. cases.Take(MaxChoices).Select(one => new Container(
            [
                new TextBlock(CardText.Escape(one.Title)) { Weight = TextWeight.Bolder },
                CardParts.Subtle($"{Texts.Heading(one)} · {one.Stops[0].Forum} · {one.Board}"),
                new ActionSet(Button(one.Stops[0].ForumId, one.Key)) { Spacing = Spacing.Small },
            ]) { Separator = true, Spacing = Spacing.Medium }),
            .. cases.Count > MaxChoices ? [CardParts.Subtle(Texts.More(cases.Count - MaxChoices))] : Array.Empty<CardElement>(),
        ],
    };

    internal static ExecuteAction Button(ForumId forum, CaseKey key) => CardParts.Button(Texts.Button, Show, Data(forum, key));

    internal static AdaptiveCard None(string words) => new()
    {
        Speak = CardParts.Spoken(Texts.None(words)),
        FallbackText = Texts.None(words),
        Body = [CardParts.Heading(Texts.None(words)), CardParts.Line(Texts.NoneMore)],
    };

    /// <summary>It names a forum of the body and no forum to enter: the gate hands on all of the reader's own.</summary>
    private static JsonObject Data(ForumId forum, CaseKey key)
    {
        var data = new JsonObject().With(Of, forum);
        data[Key] = key.ToString();
        return data;
    }

    private static Container Row(JourneyStop stop) => new([.. Elements(stop)]) { Separator = true, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> Elements(JourneyStop stop)
    {
        yield return new TextBlock(CardText.Escape(Texts.StopOf(stop))) { Weight = TextWeight.Bolder };
        if (stop.IsHidden)
        {
            yield return CardParts.Subtle(Texts.Closed);
            yield break;
        }

        if (stop.Title is { } title)
            yield return CardParts.Subtle(stop.IsNews ? $"{Texts.News} · {title}" : title);

        if (Texts.WantedOf(stop) is { } wanted)
            yield return CardParts.Line(wanted);

        if (stop.Day is not null)
            yield return CardParts.Line(stop.Decision is { } decision ? DanishText.Shorten(DanishText.Clean(decision), MaxDecision) : Texts.NoDecision);

        foreach (var line in stop.Votes.Take(MaxLines).Select(vote => DanishText.Shorten(DanishText.Clean(vote), MaxDecision)))
            yield return CardParts.Line(line);

        if (stop.Attachments.Count > 0)
            yield return CardParts.Subtle($"{Agendas.Texts.Attachments}: {string.Join("; ", stop.Attachments.Take(MaxLines).Select(name => DanishText.Shorten(name, 120)))}");

        if (stop.SentTo is not null)
            yield return CardParts.Subtle(Texts.Sent(stop));

        if (stop is { MeetingId: { } meeting, ItemId: { } item })
            yield return new ActionSet(CardParts.Button(Coming.Texts.Open, AgendaVerbs.Item, CardParts.Data(stop.ForumId, meeting, item))) { Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Pages(JourneyView view, int at, int pages)
    {
        if (at > 0)
            yield return To(Agendas.Texts.PreviousPage, at - 1);
        if (at + 1 < pages)
            yield return To(Agendas.Texts.NextPage, at + 1);

        ExecuteAction To(string title, int page)
        {
            var data = Data(view.Stops[0].ForumId, view.Key);
            data[CardParts.Page] = page;
            return CardParts.Button(title, Show, data);
        }
    }
}
