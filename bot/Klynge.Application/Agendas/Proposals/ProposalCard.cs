using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>A member's proposal: the question to the secretariat, and the answer to the member.</summary>
internal static class ProposalCard
{
    internal const string Reason = "reason";
    internal const string Target = "target";

    /// <summary>The message with a move: an input's id is unique in the card.</summary>
    internal const string Message = "message";

    /// <summary>One question: yes, at another meeting, or no with a reason.</summary>
    internal static AdaptiveCard Ask(ProposalView proposal)
    {
        var heading = Texts.ProposalFrom(proposal.Proposer);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{proposal.Meeting.Forum}: {heading}"),
            FallbackText = $"{proposal.Meeting.Forum}: {heading}",
            Refresh = new CardRefresh(CardParts.Button(heading, AgendaVerbs.Proposal, CardParts.Data(proposal.Meeting.ForumId, proposal.Meeting.Id, proposal.Id))),
            Body =
            [
                CardParts.ForumLine(proposal.Meeting.Forum, proposal.Meeting.Board),
                CardParts.Heading(heading),
                .. proposal.IsKeptForOpening
                    ? [CardParts.Line(Texts.ClosedProposal), new ActionSet(CardParts.Button(Texts.SeeProposal, AgendaVerbs.Proposal, CardParts.Data(proposal.Meeting.ForumId, proposal.Meeting.Id, proposal.Id)))]
                    : ItemSummary.Of(proposal.Content, decision: null, CardParts.Subtle(Texts.RestOnTheAgenda)),
                CardParts.Line(Texts.WishedFor(proposal.Meeting)),
                .. proposal.IsLate ? [CardParts.Warning([Texts.ProposalIsLate])] : Array.Empty<CardElement>(),
                .. proposal.IsOwed ? [CardParts.Line(ItemTexts.ProposalIsOwed(proposal.Meeting.Forum))] : Array.Empty<CardElement>(),
                .. CardParts.Lines(proposal.IsOwed ? [Accept(proposal)] : [Accept(proposal), Decline(proposal), .. Elsewhere(proposal)]),
                .. proposal.IsKeptForOpening ? Array.Empty<CardElement>() : [new ActionSet(Attachments(proposal.Meeting, proposal.Id, proposal.Content.Attachments.Count))],
            ],
        };
    }

    /// <summary>What became of it, for a secretary whose card still asks.</summary>
    /// <param name="meeting">The one it went to.</param>
    /// <param name="more">The way to the meeting's other proposals; null where there are none.</param>
    /// <param name="typed">What the secretary wrote to the proposer; shown again where another's answer was there before.</param>
    internal static AdaptiveCard Settled(MeetingView meeting, AgendaItem item, CardAction? more, string? typed = null) => CardParts.Note(
        meeting,
        item.Status switch
        {
            AgendaItemStatus.Accepted => Texts.Accepted(NoticeTitle.Of(item.Content), item.Number),
            AgendaItemStatus.Declined => Texts.Declined(NoticeTitle.Of(item.Content)),
            _ => Texts.ProposalGone(NoticeTitle.Of(item.Content)),
        },
        [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. item.AnswerReason is { } reason ? [Texts.ReasonGiven(reason)] : Array.Empty<string>()],
        DanishText.Clean(typed) is { Length: > 0 } unsent && unsent != item.AnswerReason ? [Texts.NotSentOn(unsent)] : [],
        [CardParts.ToAgenda(meeting.ForumId, meeting.Id), .. more is null ? [] : new[] { more }]);

    internal static AdaptiveCard Answered(MeetingView meeting, string heading, string? reason) =>
        CardParts.Note(
            meeting,
            heading,
            [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. reason is null ? [] : new[] { Texts.ReasonGiven(reason) }],
            [],
            CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    /// <summary>The way to what was given with it, and to giving it more.</summary>
    internal static ExecuteAction Attachments(MeetingView meeting, AgendaItemId proposal, int count) =>
        CardParts.Button(Agendas.Attachments.Texts.Button(count), AttachmentVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id, proposal));

    private static ExecuteAction Accept(ProposalView proposal)
    {
        var data = CardParts.Data(proposal.Meeting.ForumId, proposal.Meeting.Id, proposal.Id);
        data.With(Target, proposal.Meeting.Id);
        return CardParts.Button(Texts.AcceptProposal, AgendaVerbs.Accept, data) with { Style = ActionStyle.Positive };
    }

    private static IEnumerable<CardAction> Elsewhere(ProposalView proposal)
    {
        var others = proposal.Meetings.Where(choice => choice.Id != proposal.Meeting.Id).Take(20).ToList();
        if (others.Count == 0)
            yield break;

        yield return new ShowCardAction(Texts.MoveProposal, Unfolded(
            Texts.MoveProposal,
            [
                new ChoiceSetInput(Target, Texts.ToMeeting, [.. others.Select(choice => choice.ToChoice())])
                {
                    Value = others[0].ToChoice().Value,
                },
                new TextInput(Message, Texts.ReasonOptional),
            ],
            CardParts.Submit(
                Texts.MoveProposal,
                AgendaVerbs.Accept,
                CardParts.Data(proposal.Meeting.ForumId, proposal.Meeting.Id, proposal.Id))));
    }

    private static ShowCardAction Decline(ProposalView proposal) => new(Texts.DeclineProposal, Unfolded(
        Texts.DeclineProposal,
        [
            new TextInput(Reason, Texts.ReasonRequired)
            {
                IsRequired = true,
                IsMultiline = true,
                ErrorMessage = Texts.ReasonNeeded,
            },
        ],
        CardParts.Submit(
            Texts.DeclineProposal,
            AgendaVerbs.Decline,
            CardParts.Data(proposal.Meeting.ForumId, proposal.Meeting.Id, proposal.Id),
            ActionStyle.Destructive)));

    private static AdaptiveCard Unfolded(string what, IReadOnlyList<CardElement> inputs, CardAction action) =>
        new() { Speak = what, FallbackText = what, Body = inputs, Actions = [action], Msteams = null };
}

/// <summary>A member's proposal as the secretariat is asked about it.</summary>
/// <param name="Meetings">The forum's meetings ahead that it can be put on, the wished one among them.</param>
internal sealed record ProposalView(
    MeetingView Meeting, AgendaItemId Id, AgendaItemContent Content, string Proposer, IReadOnlyList<MeetingChoice> Meetings)
{
    /// <summary>It came after the time limit for items.</summary>
    internal bool IsLate { get; init; }

    /// <summary>The member has a right to it: <see cref="InitiativeRights"/>.</summary>
    internal bool IsOwed { get; init; }

    /// <summary>What it says is left out of a notice; whoever reads it may open it.</summary>
    internal bool IsKeptForOpening { get; init; }

    /// <summary>As the question comes unasked: a closed proposal is read on opening it.</summary>
    internal ProposalView InNotice => this with { IsKeptForOpening = Content.IsClosed };

    internal static async Task<ProposalView> OfAsync(KlyngeContext db, AgendaItem item, Forum forum, MeetingView meeting, LocalDate today)
    {
        var proposer = item.ProposedById is { } by ? (await db.LabelsAsync([by], CancellationToken.None)).GetValueOrDefault(by) : null;
        var ahead = await db.MeetingsAheadAsync(forum.Id, today);
        return Of(item, forum, meeting, proposer, [.. ahead.Select(MeetingChoice.Of)]);
    }

    internal static ProposalView Of(AgendaItem item, Forum forum, MeetingView meeting, string? proposer, IReadOnlyList<MeetingChoice> ahead) => new(
        meeting, item.Id, item.Content, proposer ?? Texts.Somebody, ahead)
    {
        IsLate = item.AddedAt >= forum.Rules.ItemsIn.Before(meeting.Time.Date),
        IsOwed = InitiativeRights.Cover(forum, meeting.Time.Date, meeting.Status, item),
    };
}
