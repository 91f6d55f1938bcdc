using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>»Bed om godkendelse«: how it stands, whom it goes to, and what the secretariat says with it.</summary>
internal static class ApprovalForm
{
    internal const string Note = "note";
    internal const string Answer = "answer";
    internal const string Approved = "approved";

    private const string SentBack = "back";

    private const int MaxChanges = 20;

    /// <param name="changes">Since it was approved.</param>
    /// <param name="told">What has just been done; null for nothing.</param>
    internal static AdaptiveCard Build(AgendaView view, IReadOnlyList<string> changes, string? told = null, string? typed = null)
    {
        var (meeting, approval) = (view.Meeting, view.Approval!);
        var asks = !approval.IsApproved && approval.Chairs.Count > 0 && view.Lines.Count > 0;
        var heading = approval.IsApproved ? Texts.IsApproved : Texts.Ask;
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
                .. ApprovalLines.Of(view, new AgendaAudience { Manages = true }),
                .. changes.Count == 0 ? [] : new CardElement[] { new TextBlock(Texts.ChangesForSecretariat) { Weight = TextWeight.Bolder } },
                .. ApprovalLines.Some(changes, MaxChanges).Select(CardParts.Line),
                .. view.Lines.Count == 0 ? [CardParts.Caution(Agendas.Texts.EmptyAgenda)] : Array.Empty<CardElement>(),
                .. asks ? Asking(approval, typed) : [],
            ],
            Actions =
            [
                .. asks ? [CardParts.Submit(approval.Chairs.Any(chair => chair.Approval is not null) ? Texts.AskAgain : Texts.Ask, ApprovalVerbs.Ask, Data(meeting))] : Array.Empty<CardAction>(),
                .. approval.IsApproved ? [CardParts.Button(Agendas.Texts.SendAgenda, AgendaVerbs.SendForm, Data(meeting))] : Array.Empty<CardAction>(),
                asks ? CardParts.BackToAgenda(meeting.ForumId, meeting.Id) : CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>The way to the form.</summary>
    internal static ExecuteAction Open(AgendaView view)
    {
        var wasAsked = view.Approval?.Chairs.Any(chair => chair.Approval is not null) ?? false;
        return CardParts.Button(wasAsked ? Texts.AskAgain : Texts.Ask, ApprovalVerbs.Form, Data(view.Meeting));
    }

    /// <summary>The answer that a chair without Teams has given by mail or on the telephone.</summary>
    /// <param name="typed">What was typed; null for nothing yet.</param>
    internal static AdaptiveCard Record(AgendaView view, ApprovalLine chair, string? typed = null, string? wrong = null)
    {
        var meeting = view.Meeting;
        var heading = Texts.RecordFor(chair.Name);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                CardParts.Line(Texts.RecordWhy(chair.Name)),
                ApprovalLines.Of(Texts.StateOf(chair), chair.State),
                .. wrong is null ? [] : new CardElement[] { CardParts.Warning([wrong]) },
                new ChoiceSetInput(Answer, Texts.AnswerLabel, [new Choice(Texts.RecordApproved, Approved), new Choice(Texts.RecordSentBack, SentBack)])
                {
                    Value = wrong is null ? Approved : SentBack,
                    Style = ChoiceInputStyle.Expanded,
                },
                new TextInput(ApprovalCard.Remark, Texts.RecordRemark) { IsMultiline = true, Value = typed },
            ],
            Actions = [CardParts.Submit(Texts.SaveAnswer, ApprovalVerbs.Record, DataOf(meeting, chair)), CardParts.BackToAgenda(meeting.ForumId, meeting.Id)],
        }.WithButtonsInLines();
    }

    /// <summary>The ways to write in the answers of those without Teams who were asked.</summary>
    internal static IEnumerable<CardAction> Records(AgendaView view) => (view.Approval?.Missing ?? []).Where(chair => chair is { IsReached: false, Approval: not null })
        .Select(chair => CardParts.Button(Texts.RecordFor(chair.Name), ApprovalVerbs.RecordForm, DataOf(view.Meeting, chair)));

    private static IEnumerable<CardElement> Asking(ApprovalView approval, string? typed) =>
    [
        CardParts.Line(Texts.WillAsk(approval)),
        new TextInput(Note, Texts.NoteLabel) { IsMultiline = true, Value = typed },
    ];

    private static JsonObject DataOf(MeetingView meeting, ApprovalLine chair) => Data(meeting).With(CardIds.Member, chair.MemberId);

    private static JsonObject Data(MeetingView meeting) => CardParts.Data(meeting.ForumId, meeting.Id);
}

/// <summary>What the secretariat hears.</summary>
internal static class ApprovalNotices
{
    /// <summary>A chair has answered; with the last approval the agenda can go out.</summary>
    internal static AdaptiveCard Answered(MeetingView meeting, ApprovalView approval, ApprovalLine chair)
    {
        var isApproval = chair.State == ApprovalState.Approved;
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        return CardParts.Note(
            meeting,
            isApproval ? Texts.HasApproved(chair) : Texts.HasSentBack(chair),
            [
                DanishFormat.Capitalised(CardParts.When(meeting.Time)),
                .. isApproval ? [] : new[] { Texts.Remark(chair.Approval!.Remark ?? string.Empty) },
                approval.IsApproved ? Texts.IsApproved : Texts.NotYetApproved,
                .. approval.IsApproved ? [] : approval.Missing.Where(one => one.PersonId != chair.PersonId).Select(Texts.StateOf),
            ],
            [],
            [
                .. approval.IsApproved ? [CardParts.Button(Agendas.Texts.SendAgenda, AgendaVerbs.SendForm, data)] : Array.Empty<CardAction>(),
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ]);
    }
}
