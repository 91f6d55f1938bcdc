using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>Who owes what to a meeting, for its secretariat, with what can be done about each; and all of it that is one's own, across forums.</summary>
internal static class ContributionListCard
{
    /// <summary>Each takes a line of buttons.</summary>
    internal const int PageSize = 12;

    /// <summary>So many names of a meeting on a card of several, or as many as the card holds.</summary>
    private static readonly int[] Levels = [20, 10, 5, 3];

    /// <param name="told">What has just been done; null for nothing.</param>
    internal static AdaptiveCard Build(MeetingView meeting, IReadOnlyList<ContributionAt> asked, LocalDate today, int page, string? told = null)
    {
        var last = Math.Max(0, (asked.Count - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        var heading = Texts.ListHeading;
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {told ?? heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. told is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(told)) { Color = TextColor.Accent } },
                CardParts.Line(Texts.Count(asked)),
                .. asked.Skip(shown * PageSize).Take(PageSize).SelectMany(one => Row(one, today)),
                .. CardParts.Lines(Pages(meeting, shown, last)),
            ],
            Actions =
            [
                .. asked.Any(IsMissing) ? [RemindButton(asked[0])] : Array.Empty<CardAction>(),
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>»bidrag«</summary>
    /// <param name="own">What the person is asked for.</param>
    /// <param name="meetings">The next meeting of each forum that the person is the secretariat of, with what was asked for it.</param>
    internal static AdaptiveCard Overview(
        IReadOnlyList<ContributionView> own, IReadOnlyList<IReadOnlyList<ContributionAt>> meetings, bool isSecretariat, LocalDate today) =>
        Levels.Select(most => Draw(own, meetings, isSecretariat, today, most))
            .FirstOrDefault(card => CardJson.MeasureBytes(card) < CardJson.MaxBytes - StandingCard.Room)
            ?? Draw(own, [.. meetings.Take(5)], isSecretariat, today, most: 1);

    /// <summary>»Bo Ørum, Driftsforum«, for a line of »mine sager« as well.</summary>
    internal static IEnumerable<CardElement> OwnRow(ContributionView view, LocalDate today) =>
    [
        new TextBlock(CardText.Escape(DanishText.Shorten($"{view.Forum}: {view.NoticeTitle}", 120))) { Weight = TextWeight.Bolder },
        new TextBlock(CardText.Escape(DanishFormat.Capitalised(CardParts.When(view.Time)))) { Spacing = Spacing.None },
        new TextBlock(CardText.Escape(view.SentAt is { } at ? Texts.Received(at, today) : Texts.SendBy(view.DueOn, today))) { Spacing = Spacing.None },
        new ActionSet(ContributionCard.Open(view)) { Spacing = Spacing.Small },
    ];

    private static AdaptiveCard Draw(
        IReadOnlyList<ContributionView> own, IReadOnlyList<IReadOnlyList<ContributionAt>> meetings, bool isSecretariat, LocalDate today, int most)
    {
        var line = Texts.Overview(own.Count(view => view.SentAt is null), isSecretariat ? meetings.Sum(of => of.Count(IsMissing)) : null);
        return new()
        {
            Speak = $"{Texts.ListHeading}. {line}",
            FallbackText = $"{Texts.ListHeading}. {line}",
            Body =
            [
                CardParts.Heading(Texts.ListHeading),
                new TextBlock(line),
                .. own.Count == 0 ? [] : new CardElement[] { Section(Texts.Own) },
                .. own.Take(most).Select(view => new Container([.. OwnRow(view, today)]) { Spacing = Spacing.Medium }),
                .. own.Count > most ? [CardParts.Subtle(MyCases.Texts.AndMore(own.Count - most))] : Array.Empty<CardElement>(),
                .. meetings.SelectMany(of => Meeting(of, today, most)),
                .. isSecretariat && meetings.Count == 0 ? [CardParts.Subtle(Texts.HowToAsk)] : Array.Empty<CardElement>(),
            ],
        };
    }

    private static IEnumerable<CardElement> Meeting(IReadOnlyList<ContributionAt> asked, LocalDate today, int most)
    {
        var (forum, meeting) = (asked[0].Forum, asked[0].Meeting);
        yield return Section($"{forum.Name}, {CardParts.When(meeting.Time)}");
        yield return CardParts.Line(Texts.Count(asked));
        var rows = asked.OrderByDescending(IsMissing).ToList();
        foreach (var one in rows.Take(most))
            yield return CardParts.Line($"{one.Contribution.Heading}, {Texts.ItemNumber(one.Item.Number)}: {Texts.StateOf(one.Contribution, today)}");

        if (rows.Count > most)
            yield return CardParts.Subtle(MyCases.Texts.AndMore(rows.Count - most));

        CardAction[] buttons =
        [
            .. asked.Any(IsMissing) ? [RemindButton(asked[0])] : Array.Empty<CardAction>(),
            CardParts.Button(Texts.SeeAll, ContributionVerbs.List, CardParts.Data(forum.Id, meeting.Id)),
        ];
        foreach (var row in CardParts.Lines(buttons))
            yield return row;
    }

    private static IEnumerable<CardElement> Row(ContributionAt at, LocalDate today)
    {
        yield return new TextBlock(CardText.Escape(at.Contribution.Heading)) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return CardParts.Line(Texts.ItemOf(at)) with { Spacing = Spacing.None };
        yield return new TextBlock(CardText.Escape(DanishFormat.Capitalised(Texts.StateOf(at.Contribution, today))))
        {
            Spacing = Spacing.None,
            Color = !at.Contribution.IsMissing ? TextColor.Good : at.Contribution.DueOn < today ? TextColor.Attention : TextColor.Default,
        };
        if (at.State != ContributionState.Open)
            yield break;

        CardAction[] buttons = [Button(at, at.Contribution.IsMissing ? Texts.Record : Texts.RecordAgain, ContributionVerbs.RecordForm), Button(at, Texts.WithdrawButton, ContributionVerbs.Withdraw)];
        foreach (var line in CardParts.Lines(buttons))
            yield return line;
    }

    private static bool IsMissing(ContributionAt at) => at is { Contribution.IsMissing: true, State: ContributionState.Open };

    private static ExecuteAction RemindButton(ContributionAt one) =>
        CardParts.Button(Texts.RemindNow, ContributionVerbs.Remind, CardParts.Data(one.Forum.Id, one.Meeting.Id));

    private static ExecuteAction Button(ContributionAt at, string title, Rights.ButtonRight verb) =>
        CardParts.Button(title, verb, ContributionForms.DataOf(at));

    private static IEnumerable<CardAction> Pages(MeetingView meeting, int page, int last)
    {
        CardAction?[] ways = [page > 0 ? Turn(Agendas.Texts.PreviousPage, page - 1) : null, page < last ? Turn(Agendas.Texts.NextPage, page + 1) : null];
        return ways.OfType<CardAction>();

        CardAction Turn(string title, int to)
        {
            var data = CardParts.Data(meeting.ForumId, meeting.Id);
            data[CardParts.Page] = to;
            return CardParts.Button(title, ContributionVerbs.List, data);
        }
    }

    private static TextBlock Section(string text) =>
        new(CardText.Escape(text)) { Weight = TextWeight.Bolder, Color = TextColor.Accent, Separator = true, Spacing = Spacing.Medium };
}
