using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// The decisions of a meeting as the whole chat reads them while they are made: one card that grows, in place of a form for each. The
/// secretariat's own version has the way to the form.
/// </summary>
internal static class DecisionsCard
{
    /// <summary>How much of each decision and title is shown: as much as the card holds.</summary>
    private static readonly (int Decision, int Title)[] Levels = [(600, 120), (200, 120), (80, 80), (20, 40)];

    /// <summary>More items than a meeting decides on; of a longer agenda those around the next one without a decision.</summary>
    private const int MaxItems = 30;

    /// <summary>The press came from this card, which is its answer, too.</summary>
    internal const string OnTheCard = "decisions";

    /// <param name="view">What the reader may see.</param>
    /// <param name="writes">The reader writes decisions.</param>
    /// <param name="refreshFor">Who gets a version of their own.</param>
    internal static AdaptiveCard Build(AgendaView view, bool writes, IReadOnlyList<string> refreshFor) =>
        Levels.Select(most => Draw(view, writes, refreshFor, most)).FirstOrDefault(card => CardJson.MeasureBytes(card) < CardJson.MaxBytes)
        ?? throw new InvalidOperationException("A card of decisions is too large at its least detail.");

    private static AdaptiveCard Draw(AgendaView view, bool writes, IReadOnlyList<string> refreshFor, (int Decision, int Title) most)
    {
        var meeting = view.Meeting;
        var left = view.Lines.Count(line => line is { Decision: null, IsHidden: false });
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{Texts.Decisions}, {meeting.Forum}. {Texts.ItemsLeft(left)}"),
            FallbackText = $"{Texts.Decisions}: {meeting.Forum}",
            Page = CardPages.Meeting(meeting.Id),
            Refresh = refreshFor.Count == 0
                ? null
                : new CardRefresh(CardParts.Button(Texts.Decisions, AgendaVerbs.Decisions, CardParts.Data(meeting.ForumId, meeting.Id)), [.. refreshFor]),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.Decisions),
                CardParts.Line($"{DanishFormat.Capitalised(CardParts.When(meeting.Time))} · {Texts.ItemsLeft(left)}"),
                .. Window(view).Select(line => Row(view, line, writes, most)),
                .. view.Lines.Count > MaxItems ? [CardParts.Subtle(Texts.ItemCount(view.Lines.Count))] : Array.Empty<CardElement>(),
                .. CardParts.Lines(Buttons(view, writes)),
            ],
        };
    }

    private static IEnumerable<AgendaLine> Window(AgendaView view)
    {
        var next = view.Lines.FirstOrDefault(line => line.Decision is null)?.Number ?? view.Lines.Count;
        return view.Lines.Skip(Math.Clamp(next - 10, 0, Math.Max(0, view.Lines.Count - MaxItems))).Take(MaxItems);
    }

    private static Container Row(AgendaView view, AgendaLine line, bool writes, (int Decision, int Title) most)
    {
        var title = new TextBlock(CardText.Escape($"{line.Number}. {DanishText.Shorten(line.Content.Title, most.Title)}")) { Weight = TextWeight.Bolder };
        var decision = line switch
        {
            { IsHidden: true } => CardParts.Subtle(Texts.Hidden),
            { Decision: { } text } => CardParts.Line(LongText.Beginning(text, most.Decision)),
            _ => CardParts.Subtle(Texts.Undecided),
        };
        return new Container([title, decision, .. writes && !view.IsFinal ? CardParts.Lines(Buttons(view, line)) : []])
        {
            Separator = true,
            Spacing = Spacing.Small,
        };
    }

    /// <summary>The latest change of each decision can be taken back here, for a decision that is typed in the chat has no form around it.</summary>
    private static IEnumerable<CardAction> Buttons(AgendaView view, AgendaLine line)
    {
        var (forum, meeting) = (view.Meeting.ForumId, view.Meeting.Id);
        if (line.Decision is not null)
            yield return CardParts.Button(Texts.EditDecision, AgendaVerbs.DecideForm, CardParts.Data(forum, meeting, line.Id));

        if (line.DecisionChange is { } change)
        {
            var data = CardParts.Data(forum, meeting, line.Id);
            (data[DecisionForm.Change], data[OnTheCard]) = (change, "true");
            yield return CardParts.Button(Texts.Undo, AgendaVerbs.UndoDecision, data);
        }
    }

    private static IEnumerable<CardAction> Buttons(AgendaView view, bool writes)
    {
        if (writes && !view.IsFinal)
            yield return CardParts.Button(Texts.WriteDecision, AgendaVerbs.DecideForm, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id));

        yield return CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);
    }
}
