using System.Text.Json.Nodes;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Council;

/// <summary>A member's rights at an item: the form of an afvigende mening, and the question before a decision is stopped.</summary>
internal static class CouncilCards
{
    internal const string Text = "dissent";
    internal const string Along = "along";
    internal const string Reason = "reason";

    /// <param name="own">What the presser has said already; null for nothing.</param>
    internal static AdaptiveCard DissentForm(MeetingView meeting, AgendaLine line, LegalSwitch right, DissentingOpinion? own) => Card(
        meeting,
        line,
        CouncilTexts.Dissent,
        [
            CardParts.Subtle(CouncilTexts.DissentHint),
            .. Source(right),
            new TextInput(Text, CouncilTexts.DissentLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = CouncilTexts.DissentNeeded, Value = own?.Text },
            new ToggleInput(Along, CouncilTexts.AlongLabel, CouncilTexts.AlongTitle) { Value = own?.GoesAlong == true ? "true" : "false" },
            new TextInput(Reason, CouncilTexts.ReasonLabel) { IsMultiline = true, Value = own?.Reason },
            CardParts.Subtle(CouncilTexts.ReasonHint),
        ],
        [CardParts.Submit(CouncilTexts.Save, CouncilVerbs.Dissent, Data(meeting, line)), CardParts.Back(AgendaVerbs.Item, Data(meeting, line))]);

    /// <summary>What the minutes will say of it, with the way to change it and to take it back.</summary>
    internal static AdaptiveCard DissentSaved(MeetingView meeting, AgendaLine line, DissentingOpinion? own, string told) => Card(
        meeting,
        line,
        CouncilTexts.Dissent,
        [CardParts.Line(told), .. own is null ? [] : new CardElement[] { CardParts.Line(CouncilTexts.Printed(own)) }],
        [
            CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, Data(meeting, line)),
            CardParts.Button(own is null ? CouncilTexts.Dissent : Attachments.Texts.Change, CouncilVerbs.DissentForm, Data(meeting, line)),
            .. own is null ? [] : new CardAction[] { CardParts.Button(CouncilTexts.TakeBack, CouncilVerbs.TakeBackDissent, Data(meeting, line)) },
        ]);

    internal static AdaptiveCard StopAsk(MeetingView meeting, AgendaLine line, LegalSwitch right) => Card(
        meeting,
        line,
        CouncilTexts.Stop,
        [
            .. line.Decision is { } decision ? [CardParts.Line(decision)] : Array.Empty<CardElement>(),
            CardParts.Caution(CouncilTexts.StopAsk),
            .. Source(right),
        ],
        [CardParts.Submit(CouncilTexts.StopNow, CouncilVerbs.Stop, Data(meeting, line), ActionStyle.Destructive), CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, Data(meeting, line))]);

    internal static AdaptiveCard Stopped(MeetingView meeting, AgendaLine line) => Card(
        meeting,
        line,
        CouncilTexts.Stop,
        [CardParts.Line(CouncilTexts.Stopped), .. line.Content.Stops.Select(stop => CardParts.Line(CouncilTexts.Printed(stop)))],
        [CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, Data(meeting, line))]);

    private static AdaptiveCard Card(MeetingView meeting, AgendaLine line, string right, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = CouncilTexts.Heading(right, line.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body = [CardParts.ForumLine(meeting.Forum, meeting.Board), CardParts.Heading(heading), CardParts.Line(line.Content.Title), .. body],
            Actions = actions,
        }.WithButtonsInLines();
    }

    private static IEnumerable<CardElement> Source(LegalSwitch right) => right.Source is { } source ? [CardParts.Subtle(CouncilTexts.Source(source))] : [];

    private static JsonObject Data(MeetingView meeting, AgendaLine line) => CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
}
