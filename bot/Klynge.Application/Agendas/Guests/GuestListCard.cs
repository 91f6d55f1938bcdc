using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Guests;

/// <summary>The guests of one item for the secretariat: who, how they are reached, what they know, and what can be done.</summary>
internal static class GuestListCard
{
    internal const int PageSize = 8;

    /// <param name="item">The item's number and title.</param>
    /// <param name="guests">Those of the item, also one who was taken off and does not know.</param>
    /// <param name="told">What has just become of one; null for nothing.</param>
    internal static AdaptiveCard Build(MeetingView meeting, AgendaLine item, IReadOnlyList<GuestAt> guests, bool isFinal, LocalDate today, int page = 0, string? told = null)
    {
        var heading = Texts.Heading(item.Number);
        var last = Math.Max(0, (guests.Count - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        var mayChange = !isFinal && meeting.Status != MeetingStatus.Cancelled;
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(item.Content.Title),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. told is null ? [] : new[] { CardParts.Line(told) },
                .. guests.Count == 0 ? [CardParts.Line(Texts.None)] : guests.Skip(shown * PageSize).Take(PageSize).SelectMany(one => Row(meeting, item, one, mayChange, today)),
                .. mayChange && meeting.Status != MeetingStatus.Held ? [CardParts.Subtle(Texts.NobodyIsTold)] : Array.Empty<CardElement>(),
            ],
            Actions =
            [
                .. Pages(meeting, item, shown, last),
                .. Send(meeting, item, guests),
                .. mayChange ? [Button(meeting, item, Texts.Add, GuestVerbs.Form)] : Array.Empty<CardAction>(),
                .. mayChange ? [CardParts.Button(TurnTexts.Heading, TurnVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id))] : Array.Empty<CardAction>(),
                Button(meeting, item, Texts.ToItem, AgendaVerbs.Item),
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>A guest of an item on the meeting.</summary>
    internal static JsonObject DataOf(MeetingView meeting, GuestAt one) =>
        CardParts.Data(meeting.ForumId, meeting.Id, one.Guest.ItemId).With(CardIds.Guest, one.Guest.Id);

    private static IEnumerable<CardElement> Row(MeetingView meeting, AgendaLine item, GuestAt one, bool mayChange, LocalDate today)
    {
        yield return new TextBlock(CardText.Escape(one.Guest.Label)) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return new TextBlock(CardText.Escape(one.Guest.Email ?? Texts.WithoutEmail)) { Spacing = Spacing.None, IsSubtle = true };
        if (meeting.Status != MeetingStatus.Held)
        {
            yield return new TextBlock(CardText.Escape(Texts.State(one, today)))
            {
                Spacing = Spacing.None,
                Color = one.News != GuestNews.None ? TextColor.Attention : one.IsToBeInvited ? TextColor.Default : TextColor.Good,
            };
        }

        CardAction[] buttons =
        [
            .. mayChange && one.Guest.Stands ? [Button(meeting, one, Texts.Edit, GuestVerbs.EditForm), Button(meeting, one, Texts.Remove, GuestVerbs.Remove)] : Array.Empty<CardAction>(),
            .. meeting.Status != MeetingStatus.Held && (one.IsToBeInvited || one.News != GuestNews.None) ? [Button(meeting, one, Texts.HaveTold, GuestVerbs.Told)] : Array.Empty<CardAction>(),
        ];
        foreach (var line in CardParts.Lines(buttons))
            yield return line;
    }

    private static IEnumerable<CardAction> Send(MeetingView meeting, AgendaLine item, IReadOnlyList<GuestAt> guests)
    {
        var (invitations, news) = (guests.Count(one => one.IsToBeInvited), guests.ToTell());
        if (meeting.Status != MeetingStatus.Held && invitations + news > 0)
            yield return Button(meeting, item, Texts.Invite(invitations, news), GuestVerbs.InviteForm);
    }

    private static IEnumerable<CardAction> Pages(MeetingView meeting, AgendaLine item, int page, int last)
    {
        CardAction?[] ways = [page > 0 ? Turn(Agendas.Texts.PreviousPage, page - 1) : null, page < last ? Turn(Agendas.Texts.NextPage, page + 1) : null];
        return ways.OfType<CardAction>();

        CardAction Turn(string title, int to)
        {
            var data = CardParts.Data(meeting.ForumId, meeting.Id, item.Id);
            data[CardParts.Page] = to;
            return CardParts.Button(title, GuestVerbs.List, data);
        }
    }

    private static ExecuteAction Button(MeetingView meeting, AgendaLine item, string title, ButtonRight verb) =>
        CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id, item.Id));

    internal static ExecuteAction Button(MeetingView meeting, GuestAt one, string title, ButtonRight verb) =>
        CardParts.Button(title, verb, DataOf(meeting, one));
}
