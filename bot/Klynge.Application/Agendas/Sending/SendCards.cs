using Klynge.Application.Agendas.Journeys;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Sending;

/// <summary>The form that sends an item on, and what is told afterwards.</summary>
internal static class SendCards
{
    internal const string Target = "target";
    internal const string Wanted = "wanted";
    internal const string Remark = "remark";

    /// <summary>What was written in a command, while it is asked which item is meant.</summary>
    internal const string Words = "words";

    private const int MaxWords = 700;

    /// <param name="question">What is not clear; null for nothing.</param>
    internal static AdaptiveCard Form(MeetingView meeting, AgendaLine line, IReadOnlyList<KnownTarget> targets, SendTarget typed, string? question) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{meeting.Forum}: {Texts.Heading}. {line.Content.Title}"),
        FallbackText = $"{meeting.Forum}: {Texts.Heading}",
        Body =
        [
            CardParts.ForumLine(meeting.Forum, meeting.Board),
            CardParts.Heading(Texts.Heading),
            .. question is null ? [] : new CardElement[] { CardParts.Caution(question) },
            CardParts.Line($"Punkt {line.Number}: {line.Content.Title}"),
            CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
            new ChoiceSetInput(Target, Texts.TargetLabel, [.. targets.Select(one => new Choice(one.Name, CardIds.Write(one.Id)))])
            {
                Value = typed.Forums is [var only] ? CardIds.Write(only.Id) : null,
                IsRequired = true,
                ErrorMessage = Texts.TargetNeeded,
            },
            new TextInput(Wanted, Texts.WantedLabel) { Value = typed.Wanted, Placeholder = Texts.WantedHint },
            new TextInput(Remark, Texts.RemarkLabel) { Value = typed.Remark, Placeholder = Texts.RemarkHint, IsMultiline = true },
            CardParts.Subtle(Texts.More),
        ],
        Actions = [CardParts.Submit(Texts.SendIt, SendVerbs.Send, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)), CardParts.BackToAgenda(meeting.ForumId, meeting.Id)],
    }.WithButtonsInLines();

    /// <summary>Two meetings have an item of that number.</summary>
    internal static AdaptiveCard WhichItem(IReadOnlyList<(MeetingView Meeting, AgendaLine Line)> items, string? words) => new()
    {
        Speak = CardParts.Spoken(Texts.WhichItem),
        FallbackText = Texts.WhichItem,
        Body =
        [
            CardParts.ForumLine(items[0].Meeting.Forum, items[0].Meeting.Board),
            CardParts.Heading(Texts.WhichItem),
            .. items.SelectMany(one => new CardElement[]
            {
                CardParts.Line($"Punkt {one.Line.Number}: {one.Line.Content.Title}"),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(one.Meeting.Time))),
                new ActionSet(FormButton(one.Meeting.ForumId, one.Meeting.Id, one.Line.Id, words)) { Spacing = Spacing.Small },
            }),
        ],
    };

    internal static ExecuteAction FormButton(ForumId forum, Domain.Meetings.MeetingId meeting, Domain.Agendas.AgendaItemId item, string? words = null)
    {
        var data = CardParts.Data(forum, meeting, item);
        if (words is not null)
            data[Words] = DanishText.Shorten(words, MaxWords);

        return CardParts.Button(Texts.Button, SendVerbs.Form, data);
    }

    internal static AdaptiveCard Sent(MeetingView meeting, SentItem sent) => CardParts.Note(
        meeting, Texts.Sent(sent), [.. Texts.SentMore(sent)], [],
        WithdrawButton(meeting, sent), JourneyCard.Button(meeting.ForumId, sent.Case), CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    internal static ExecuteAction WithdrawButton(MeetingView meeting, SentItem sent)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id, sent.ItemId);
        return CardParts.Button(Texts.Undo, SendVerbs.Withdraw, data.With(CardIds.Coming, sent.Id));
    }

    internal static AdaptiveCard Withdrawn(MeetingView meeting, WithdrawnItem item) => CardParts.Note(
        meeting, Texts.Withdrawn(item), [item.Title], [],
        FormButton(meeting.ForumId, meeting.Id, item.ItemId), CardParts.ToAgenda(meeting.ForumId, meeting.Id));
}
