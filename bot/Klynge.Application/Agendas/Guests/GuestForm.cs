using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Guests;

/// <summary>The form of a new guest, and of one who stands.</summary>
internal static class GuestForm
{
    internal const string Name = "guestName";
    internal const string JobTitle = "guestTitle";
    internal const string Organisation = "guestOrganisation";
    internal const string Email = "guestEmail";

    /// <summary>So much fits a card with room for the rest; a form that was sent with more stays as it is, with all of it.</summary>
    private const int MaxTyped = 4_000;

    /// <param name="id">Of the guest that the form will add.</param>
    /// <param name="wrong">Why what was typed was not taken; null for a form that nobody has filled in.</param>
    internal static AdaptiveCard Add(MeetingView meeting, AgendaLine item, ItemGuestId id, GuestInput input, Error? wrong = null) => Draw(
        meeting, item, Texts.AddTo(item.Number), input, wrong, GuestVerbs.Add, CardParts.Data(meeting.ForumId, meeting.Id, item.Id).With(ItemForm.New, id));

    internal static AdaptiveCard Edit(MeetingView meeting, AgendaLine item, ItemGuestId id, string name, GuestInput input, Error? wrong = null) => Draw(
        meeting, item, Texts.EditOf(name), input, wrong, GuestVerbs.Edit, CardParts.Data(meeting.ForumId, meeting.Id, item.Id).With(CardIds.Guest, id));

    internal static GuestInput Read(ActionData data) => new(data.Text(Name), data.Text(Organisation), data.Text(JobTitle), data.Text(Email));

    internal static IEnumerable<CardElement> Fields(GuestInput input) =>
    [
        new TextInput(Name, Texts.NameLabel) { Value = input.Name },
        new TextInput(JobTitle, Texts.TitleLabel) { Value = input.Title },
        new TextInput(Organisation, Texts.OrganisationLabel) { Value = input.Organisation },
        new TextInput(Email, Texts.EmailLabel) { Value = input.Email, Style = TextInputStyle.Email },
    ];

    /// <summary>Whether what was typed fits on the form again.</summary>
    internal static bool CanHold(GuestInput input) =>
        new[] { input.Name, input.Organisation, input.Title, input.Email }.Sum(text => text?.Length ?? 0) <= MaxTyped;

    private static AdaptiveCard Draw(MeetingView meeting, AgendaLine item, string heading, GuestInput input, Error? wrong, ButtonRight save, JsonObject data) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{meeting.Forum}: {wrong?.Text ?? heading}"),
        FallbackText = $"{meeting.Forum}: {heading}",
        Body =
        [
            CardParts.ForumLine(meeting.Forum, meeting.Board),
            CardParts.Heading(heading),
            CardParts.Line(item.Content.Title),
            CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
            .. wrong is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(wrong.Text)) { Color = TextColor.Attention } },
            .. Fields(input),
            CardParts.Subtle(Texts.MembersSee),
        ],
        Actions =
        [
            CardParts.Submit(Texts.Save, save, data),
            CardParts.Back(GuestVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id, item.Id)),
        ],
    }.WithButtonsInLines();
}
