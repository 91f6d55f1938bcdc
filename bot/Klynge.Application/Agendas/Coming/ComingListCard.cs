using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Coming;

/// <summary>»kommende punkter«: what a forum's later meetings are to take up.</summary>
internal static class ComingListCard
{
    /// <summary>Cases on one card; a phone's worth of scrolling.</summary>
    internal const int PageSize = 15;

    internal static AdaptiveCard Build(ComingList list, LocalDate today, int page = 0)
    {
        var pages = Math.Max(1, (list.Items.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 0, pages - 1);
        var shown = list.Items.Skip(at * PageSize).Take(PageSize).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{list.Forum}: {Texts.Count(list.Items.Count)}"),
            FallbackText = $"{list.Forum}: {Texts.Count(list.Items.Count)}",
            Body =
            [
                CardParts.ForumLine(list.Forum, list.Board),
                CardParts.Heading(Texts.Heading),
                CardParts.Subtle(Texts.Count(list.Items.Count)),
                .. shown.Select(view => Row(view, list.Manages, today)),
                .. pages > 1 ? [CardParts.Subtle(Agendas.Texts.PageOf(at, pages))] : Array.Empty<CardElement>(),
                .. CardParts.Lines(Buttons(list, at, pages)),
            ],
        };
    }

    internal static JsonObject Data(ForumId forum) => new JsonObject().With(CardIds.Forum, forum);

    internal static JsonObject Data(ComingView view)
    {
        var data = Data(view.ForumId).With(CardIds.Coming, view.Id);
        data[CardParts.Version] = view.Version;
        return data;
    }

    private static Container Row(ComingView view, bool manages, LocalDate today) => new(
    [
        new TextBlock(CardText.Escape(view.Content.Title)) { Weight = TextWeight.Bolder },
        .. new[] { Texts.State(view, today), Texts.Facts(view), view.Remark }.OfType<string>().Where(text => text.Length > 0).Select(CardParts.Subtle),
        .. manages && !view.IsHidden ? [new ActionSet(CardParts.Button(Texts.Open, ComingVerbs.Show, Data(view))) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardAction> Buttons(ComingList list, int at, int pages)
    {
        if (list.Manages)
            yield return CardParts.Button(Texts.New, ComingVerbs.Form, Data(list.ForumId));
        if (at > 0)
            yield return Page(Agendas.Texts.PreviousPage, at - 1);
        if (at + 1 < pages)
            yield return Page(Agendas.Texts.NextPage, at + 1);

        ExecuteAction Page(string title, int to)
        {
            var data = Data(list.ForumId);
            data[CardParts.Page] = to;
            return CardParts.Button(title, ComingVerbs.List, data);
        }
    }
}

/// <param name="Manages">The reader keeps the forum's agendas, and others do not read along.</param>
internal sealed record ComingList(ForumId ForumId, string Forum, string Board, IReadOnlyList<ComingView> Items, bool Manages);

/// <summary>One case to come, with what can be done about it.</summary>
internal static class ComingCard
{
    internal const string Reason = "reason";
    internal const string Target = "target";

    /// <param name="told">What has just happened; null for nothing.</param>
    internal static AdaptiveCard Build(ComingView view, string forum, string board, LocalDate today, string? told = null) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum}: {NoticeTitle.Of(view.Content)}. {Texts.State(view, today)}"),
        FallbackText = $"{forum}: {NoticeTitle.Of(view.Content)}",
        Body =
        [
            CardParts.ForumLine(forum, board),
            CardParts.Heading(view.Content.Title),
            .. told is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(told)) { Color = TextColor.Accent } },
            new TextBlock(CardText.Escape(Texts.State(view, today))) { Weight = TextWeight.Bolder },
            .. new[] { DanishFormat.Capitalised(Texts.Facts(view)), view.Remark, view.IsOfClosed ? Texts.ClosedTitle : null }.OfType<string>().Where(text => text.Length > 0).Select(CardParts.Line),
            .. view.Content.Sections.Select(section => CardParts.Line(DanishText.Shorten(section.Text, 600))),
        ],
        Actions = [.. Buttons(view)],
    }.WithButtonsInLines();

    internal static AdaptiveCard DropForm(ComingView view, string forum, string board, LocalDate today)
    {
        var isProposal = view.State == ComingState.Proposed;
        var heading = isProposal ? Texts.DeclineHeading : Texts.DropHeading;
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {heading} {NoticeTitle.Of(view.Content)}"),
            FallbackText = $"{forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(forum, board),
                CardParts.Heading(heading),
                CardParts.Line(view.Content.Title),
                CardParts.Subtle(Texts.State(view, today)),
                .. view.FromMeeting is null ? [] : new CardElement[] { CardParts.Subtle(Texts.DropMore) },
                new TextInput(Reason, Texts.ReasonLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = Texts.ReasonNeeded },
            ],
            Actions =
            [
                CardParts.Submit(isProposal ? Texts.Decline : Texts.Drop, ComingVerbs.Drop, ComingListCard.Data(view), style: null),
                CardParts.Back(ComingVerbs.Show, ComingListCard.Data(view)),
            ],
        }.WithButtonsInLines();
    }

    /// <param name="chosen">The meeting that fits what is wanted.</param>
    internal static AdaptiveCard PlaceForm(ComingView view, string forum, string board, IReadOnlyList<MeetingChoice> meetings, int chosen) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum}: {Texts.PlaceHeading}. {NoticeTitle.Of(view.Content)}"),
        FallbackText = $"{forum}: {Texts.PlaceHeading}",
        Body =
        [
            CardParts.ForumLine(forum, board),
            CardParts.Heading(Texts.PlaceHeading),
            CardParts.Line(view.Content.Title),
            .. Texts.Facts(view) is { Length: > 0 } facts ? [CardParts.Subtle(DanishFormat.Capitalised(facts))] : Array.Empty<CardElement>(),
            new ChoiceSetInput(Target, Agendas.Texts.ToMeeting, [.. meetings.Select(choice => choice.ToChoice())]) { Value = meetings[chosen].ToChoice().Value },
            CardParts.Subtle(Texts.PlaceMore),
        ],
        Actions =
        [
            CardParts.Submit(Texts.Place, ComingVerbs.Place, ComingListCard.Data(view)),
            CardParts.Button(Texts.ToList, ComingVerbs.List, ComingListCard.Data(view.ForumId)),
        ],
    }.WithButtonsInLines();

    private static IEnumerable<CardAction> Buttons(ComingView view)
    {
        if (view.State == ComingState.Proposed)
            yield return CardParts.Button(Texts.Accept, ComingVerbs.Accept, ComingListCard.Data(view)) with { Style = ActionStyle.Positive };
        if (view.State.MayBePlaced())
            yield return CardParts.Button(Texts.Place, ComingVerbs.PlaceForm, ComingListCard.Data(view));
        if (view is { MeetingId: { } meeting })
            yield return CardParts.ToAgenda(view.ForumId, meeting);
        if (view.State == ComingState.Proposed || view.State.MayBePlaced())
        {
            yield return CardParts.Button(Texts.Edit, ComingVerbs.EditForm, ComingListCard.Data(view));
            yield return CardParts.Button(view.State == ComingState.Proposed ? Texts.Decline : Texts.Drop, ComingVerbs.DropForm, ComingListCard.Data(view));
        }

        if (view.State == ComingState.Dropped)
            yield return CardParts.Button(Agendas.Texts.Undo, ComingVerbs.Return, ComingListCard.Data(view));

        yield return CardParts.Button(Texts.ToList, ComingVerbs.List, ComingListCard.Data(view.ForumId));
    }
}
