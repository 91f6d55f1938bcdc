using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Council;

/// <summary>What the chair decides between meetings: the form, what all members are told, and the decision with the way to call the case in.</summary>
internal static class ChairDecisionCards
{
    internal const string New = "new";
    internal const string Title = "title";
    internal const string Decision = "decision";
    internal const string Ground = "ground";
    internal const string Reason = "reason";
    internal const string Closed = "closed";
    internal const string Away = "away";
    internal const string Id = "chairDecision";

    /// <param name="isDeputy">The presser is the deputy, who says that the chair is away.</param>
    internal static AdaptiveCard Form(Forum forum, string board, string? title, ChairDecisionId id, bool isDeputy) => Card(
        forum.Name,
        board,
        ChairDecisionTexts.Heading,
        [
            CardParts.Subtle(ChairDecisionTexts.Hint),
            .. forum.Rules.ChairDecision.Source is { } source ? [CardParts.Subtle(CouncilTexts.Source(source))] : Array.Empty<CardElement>(),
            new TextInput(Title, ChairDecisionTexts.CaseLabel) { IsRequired = true, ErrorMessage = ChairDecisionTexts.CaseNeeded, Value = title },
            new TextInput(Decision, ChairDecisionTexts.DecisionLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = ChairDecisionTexts.DecisionNeeded },
            new ChoiceSetInput(Ground, ChairDecisionTexts.GroundLabel, [Choice(ChairGround.CannotWait), Choice(ChairGround.NoDoubt)])
            {
                Style = ChoiceInputStyle.Expanded,
                IsRequired = true,
                ErrorMessage = ChairDecisionTexts.GroundNeeded,
            },
            new TextInput(Reason, ChairDecisionTexts.ReasonLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = ChairDecisionTexts.ReasonNeeded },
            new ToggleInput(Closed, ChairDecisionTexts.ClosedLabel, ChairDecisionTexts.ClosedTitle),
            .. isDeputy ? [new ToggleInput(Away, ChairDecisionTexts.AwayLabel, ChairDecisionTexts.AwayTitle)] : Array.Empty<CardElement>(),
        ],
        [CardParts.Submit(ChairDecisionTexts.Make, ChairDecisionVerbs.Make, new JsonObject().With(CardIds.Forum, forum.Id).With(New, id))]);

    /// <summary>In the place of a case in writing, where the forum decides nothing in writing.</summary>
    internal static AdaptiveCard Instead(Forum forum, string board, string why, bool mayDecide) => Card(
        forum.Name,
        board,
        ChairDecisionTexts.Heading,
        [CardParts.Line(why), CardParts.Line(ChairDecisionTexts.Instead)],
        mayDecide ? [CardParts.Button(ChairDecisionTexts.Heading, ChairDecisionVerbs.Form, new JsonObject().With(CardIds.Forum, forum.Id))] : []);

    /// <summary>What the chair has done, and where it stands.</summary>
    internal static AdaptiveCard Made(MadeDecision made, Forum forum, string board) => Card(
        forum.Name,
        board,
        ChairDecisionTexts.Made,
        [
            .. Body(made.Decision),
            CardParts.Subtle(made.Meeting is { } meeting ? ChairDecisionTexts.OnAgenda(CardParts.When(meeting.Time)) : ChairDecisionTexts.NoMeeting),
            CardParts.Subtle(ChairDecisionTexts.Told(made.People)),
        ],
        made.Meeting is { } at ? [CardParts.ToAgenda(forum.Id, at.Id)] : [],
        made.Decision.IsClosed);

    /// <summary>What all members are told at once; of a closed case the card says no more than that there is one.</summary>
    internal static AdaptiveCard Notice(ChairDecision decision, Forum forum, string board, string heading) => Card(
        forum.Name,
        board,
        heading,
        decision.IsClosed
            ? [CardParts.Line(ChairDecisionTexts.ClosedCase), CardParts.Subtle(ChairDecisionTexts.MadeBy(decision))]
            : [.. Body(decision), .. decision.IsCalledIn ? [] : new CardElement[] { CardParts.Subtle(ChairDecisionTexts.CallInAsk) }],
        [CardParts.Button(ChairDecisionTexts.See, ChairDecisionVerbs.Show, Data(decision))]);

    /// <param name="meeting">Where it stands on the agenda; null while no meeting is planned.</param>
    /// <param name="mayCallIn">The reader is a member.</param>
    /// <param name="told">What has just happened; null for nothing.</param>
    internal static AdaptiveCard Show(ChairDecision decision, Forum forum, string board, Meeting? meeting, bool mayCallIn, string? told = null)
    {
        var isOpen = !decision.IsCalledIn && meeting is not { Status: MeetingStatus.InProgress or MeetingStatus.Held };
        return Card(
            forum.Name,
            board,
            ChairDecisionTexts.Heading,
            [
                .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
                .. Body(decision),
                CardParts.Subtle(meeting is { } at ? ChairDecisionTexts.OnAgenda(CardParts.When(at.Time)) : ChairDecisionTexts.NoMeeting),
                .. isOpen && mayCallIn ? [CardParts.Line(ChairDecisionTexts.CallInAsk)] : Array.Empty<CardElement>(),
            ],
            [
                .. isOpen && mayCallIn ? [CardParts.Button(ChairDecisionTexts.CallIn, ChairDecisionVerbs.CallIn, Data(decision))] : Array.Empty<CardAction>(),
                .. meeting is { } on ? [CardParts.ToAgenda(forum.Id, on.Id)] : Array.Empty<CardAction>(),
            ],
            decision.IsClosed);
    }

    private static IReadOnlyList<CardElement> Body(ChairDecision decision) =>
    [
        new TextBlock(CardText.Escape(decision.Title)) { Weight = TextWeight.Bolder, Size = TextSize.Medium },
        .. LongText.Of(decision.Decision),
        CardParts.Subtle(ChairDecisionTexts.MadeBy(decision)),
        .. LongText.Of(decision.Reason),
        .. decision.IsCalledIn ? [CardParts.Line(ChairDecisionTexts.CalledInBy(decision))] : Array.Empty<CardElement>(),
    ];

    private static AdaptiveCard Card(
        string forum, string board, string heading, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions, bool isConfidential = false) => new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {heading}"),
            FallbackText = $"{forum}: {heading}",
            IsConfidential = isConfidential,
            Body = [CardParts.ForumLine(forum, board), CardParts.Heading(heading), .. body],
            Actions = actions.Count > 0 ? actions : null,
        }.WithButtonsInLines();

    private static Choice Choice(ChairGround ground) => new(ChairDecisionTexts.Ground(ground), ((int)ground).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static JsonObject Data(ChairDecision decision) => new JsonObject().With(CardIds.Forum, decision.ForumId).With(Id, decision.Id);
}
