using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>What the secretariat has added to the minutes of an item, with the way out of each; and the field for one more.</summary>
internal static class AdditionsCard
{
    internal const string Text = "addition";
    internal const string New = "new";
    internal const string Addition = "additionId";

    internal static AdaptiveCard List(MeetingView meeting, AgendaLine line, string? told = null) => Card(
        meeting,
        line,
        [
            .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
            .. line.Content.Additions.Count == 0 ? [CardParts.Line(AdditionTexts.None)] : line.Content.Additions.SelectMany(one => Row(meeting, line, one)),
        ],
        [CardParts.Button(AdditionTexts.Write, AgendaVerbs.AdditionForm, Data(meeting, line)), CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, Data(meeting, line))]);

    internal static AdaptiveCard Form(MeetingView meeting, AgendaLine line, AdditionId id) => Card(
        meeting,
        line,
        [
            CardParts.Subtle(AdditionTexts.Hint),
            new TextInput(Text, AdditionTexts.Label) { IsMultiline = true, IsRequired = true, ErrorMessage = AdditionTexts.Needed },
        ],
        [CardParts.Submit(AdditionTexts.Add, AgendaVerbs.Addition, Data(meeting, line).With(New, id)), CardParts.Back(AgendaVerbs.Additions, Data(meeting, line))]);

    private static AdaptiveCard Card(MeetingView meeting, AgendaLine line, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = AdditionTexts.Heading(line.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body = [CardParts.ForumLine(meeting.Forum, meeting.Board), CardParts.Heading(heading), CardParts.Line(line.Content.Title), .. body],
            Actions = actions,
        }.WithButtonsInLines();
    }

    private static IEnumerable<CardElement> Row(MeetingView meeting, AgendaLine line, SecretariatAddition addition)
    {
        yield return CardParts.Line(AdditionTexts.Printed(addition));
        yield return new ActionSet(CardParts.Button(Attachments.Texts.Remove, AgendaVerbs.RemoveAddition, Data(meeting, line).With(Addition, addition.Id)));
    }

    private static JsonObject Data(MeetingView meeting, AgendaLine line) => CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
}
