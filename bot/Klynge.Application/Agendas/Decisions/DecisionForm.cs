using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// The form in which the secretariat writes decisions, one after the other: the item, the text, and the stock phrases as buttons that
/// need no typing. After each the next item without a decision is chosen already. Every button brings along what is typed, so that none of
/// them can lose it.
/// </summary>
internal static class DecisionForm
{
    internal const string Choice = "choice";
    internal const string Text = "text";
    internal const string Phrase = "phrase";
    internal const string Loaded = "loaded";
    internal const string Target = "item";
    internal const string Replace = "replace";
    internal const string Leave = "leave";
    internal const string Change = "change";

    /// <summary>Items to choose from: more would make the card too large, and a number is typed faster than found.</summary>
    private const int MaxChoices = 60;

    /// <summary>A decision longer than this is not laid into the form again: the card would be too large.</summary>
    private const int MaxPrefillLength = 8_000;

    /// <param name="chosen">The item chosen from the start; null for the first without a decision.</param>
    /// <param name="told">What has just happened, above the form.</param>
    /// <param name="typed">A text that is not saved yet, in place of the decision that stands.</param>
    /// <param name="question">What is asked before the text replaces another; then »Gem« is the yes.</param>
    internal static AdaptiveCard Build(
        AgendaView view, AgendaItemId? chosen = null, DecisionNote? told = null, string? typed = null, DecisionQuestion? question = null)
    {
        var meeting = view.Meeting;
        var current = view.Lines.FirstOrDefault(line => line.Id == chosen)
            ?? view.Lines.FirstOrDefault(line => line.Decision is null)
            ?? view.Lines.FirstOrDefault();
        var left = view.Lines.Count(line => line.Decision is null);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(Texts.DecisionsOf(meeting.Forum)),
            FallbackText = Texts.DecisionsOf(meeting.Forum),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.WriteDecision),
                CardParts.Line($"{DanishFormat.Capitalised(CardParts.When(meeting.Time))} · {Texts.ItemsLeft(left)}"),
                .. told is null ? Array.Empty<CardElement>() : [Told(meeting, current, told)],
                .. current is null ? [CardParts.Line(Texts.NoItems)] : Inputs(view, current, typed, question),
            ],
            Actions = current is null ? [CardParts.ToAgenda(meeting.ForumId, meeting.Id)] : [Save(meeting, current, question), Back(meeting, current)],
        };
    }

    /// <summary>Whether a decision fits the box, so that who rewrites it there has seen it.</summary>
    internal static bool Holds(string? decision) => decision is null or { Length: <= MaxPrefillLength };

    /// <summary>The way from an item to its written procedure: for the secretariat, who alone sees this form.</summary>
    internal static ExecuteAction WritingButton(MeetingView meeting, AgendaItemId item) =>
        CardParts.Button(Texts.WriteCase, WrittenProcedures.Verbs.Form, CardParts.Data(meeting.ForumId, meeting.Id, item));

    /// <summary>What has just happened to an item, with the way back; no box to type in, for the person goes on to the case from here.</summary>
    internal static AdaptiveCard InWriting(MeetingView meeting, DecisionNote note) => CardParts.Note(
        meeting, Texts.SentToWriting(note.Saved!.Number), [note.Text], [],
        [WritingButton(meeting, note.Saved.ItemId), .. Ways(meeting, current: null, note)]);

    /// <summary>The decision sends the item to another forum: what it did, or the button that does.</summary>
    internal static AdaptiveCard SentOn(MeetingView meeting, DecisionNote note) => CardParts.Note(
        meeting, note.Saved!.Sent is { } sent ? Sending.Texts.Sent(sent) : Sending.Texts.OfferHeading(note.Saved.Number), [note.Text, .. note.Saved.Sent is { } told ? Sending.Texts.SentMore(told) : []], [],
        [note.Saved.Sent is { } gone ? SendCards.WithdrawButton(meeting, gone) : SendCards.FormButton(meeting.ForumId, meeting.Id, note.Saved.ItemId, note.Saved.Target), .. Ways(meeting, current: null, note)]);

    private static IEnumerable<CardElement> Inputs(AgendaView view, AgendaLine current, string? typed, DecisionQuestion? question)
    {
        var choices = Window(view, current).Select(line => new Choice(Texts.Choice(line), DecisionInput.Write(line)));
        yield return new ChoiceSetInput(Choice, Texts.ChooseItem, [.. choices])
        {
            Value = DecisionInput.Write(current),
            IsRequired = true,
            ErrorMessage = Texts.ChooseItem,
        };
        yield return new ActionSet(Submit(view.Meeting, current, Texts.ShowItem, AgendaVerbs.DecideForm)) { Spacing = Spacing.Small };
        foreach (var phrase in Texts.StockPhrases.SkipLast(1).Select((phrase, index) => Stock(view.Meeting, current, phrase, index)))
            yield return new ActionSet(phrase) { Spacing = Spacing.Small };

        if (question is not null)
            yield return Asked(view.Meeting, current, question);

        yield return new TextInput(Text, Texts.DecisionOf(current.Number))
        {
            Value = typed ?? (Holds(current.Decision) ? current.Decision : null),
            IsMultiline = true,
            Placeholder = Texts.DecisionHint,
        };
        if (!Holds(current.Decision))
            yield return CardParts.Subtle(Texts.LongDecisionKept(current.Decision!.Length));

        foreach (var line in CardParts.Lines(Last(view.Meeting, current)))
            yield return line;
    }

    private static IEnumerable<CardAction> Last(MeetingView meeting, AgendaLine current)
    {
        yield return Stock(meeting, current, Texts.InWriting, Texts.StockPhrases.Count - 1);
        if (current.Content.Recommendations.Count > 0)
            yield return Submit(meeting, current, AnswerTexts.Open, AgendaVerbs.AnswersForm, current.Id);

        if (current.Decision is not null)
            yield return Submit(meeting, current, Texts.RemoveDecision, AgendaVerbs.UndoDecision, current.Id);
    }

    private static Container Asked(MeetingView meeting, AgendaLine current, DecisionQuestion question)
    {
        var line = CardParts.Line(question.Text);
        return question.Phrase is not { } phrase
            ? new Container(line) { Style = ContainerStyle.Warning }
            : new Container(line, new ActionSet(Yes(Stock(meeting, current, Texts.UsePhrase, phrase)))) { Style = ContainerStyle.Warning };
    }

    private static Container Told(MeetingView meeting, AgendaLine? current, DecisionNote note)
    {
        return new Container([CardParts.Line(note.Text), .. CardParts.Lines(Ways(meeting, current, note))]) { Style = ContainerStyle.Good };
    }

    private static IEnumerable<ExecuteAction> Ways(MeetingView meeting, AgendaLine? current, DecisionNote note)
    {
        if (note.Saved is not { } saved)
            yield break;

        yield return Submit(meeting, current, Texts.EditDecision, AgendaVerbs.DecideForm, saved.ItemId);
        if (saved.Change is { } change)
        {
            var undo = Submit(meeting, current, Texts.Undo, AgendaVerbs.UndoDecision, saved.ItemId);
            undo.Data![Change] = change;
            yield return undo;
        }

        if (saved.Text is { } text && Texts.Postpones(text))
            yield return Submit(meeting, current, Texts.PutOnNext, AgendaVerbs.Postpone, saved.ItemId);
    }

    private static ExecuteAction Save(MeetingView meeting, AgendaLine current, DecisionQuestion? question)
    {
        var save = Submit(meeting, current, Texts.SaveDecision, AgendaVerbs.Decide) with { Style = ActionStyle.Positive };
        return question is { Phrase: null } ? Yes(save) : save;
    }

    private static ExecuteAction Back(MeetingView meeting, AgendaLine current)
    {
        var back = Submit(meeting, current, Meetings.Texts.ToAgenda, AgendaVerbs.DecideForm);
        back.Data![Leave] = true;
        return back;
    }

    private static ExecuteAction Stock(MeetingView meeting, AgendaLine current, string title, int index)
    {
        var stock = Submit(meeting, current, title, AgendaVerbs.Decide);
        stock.Data![Phrase] = index;
        return stock;
    }

    private static ExecuteAction Yes(ExecuteAction action)
    {
        action.Data![Replace] = true;
        return action;
    }

    /// <param name="current">The item whose text is in the box; null where there is no box.</param>
    /// <param name="item">The item that the button is about; null for the one that is chosen in the list.</param>
    private static ExecuteAction Submit(MeetingView meeting, AgendaLine? current, string title, ButtonRight verb, AgendaItemId? item = null)
    {
        JsonObject data = item is { } id ? CardParts.Data(meeting.ForumId, meeting.Id, id) : CardParts.Data(meeting.ForumId, meeting.Id);
        if (current is not null)
            data[Loaded] = DecisionInput.Write(current);

        return CardParts.Submit(title, verb, data, style: null);
    }

    private static IEnumerable<AgendaLine> Window(AgendaView view, AgendaLine current)
    {
        var first = Math.Clamp(current.Number - 10, 0, Math.Max(0, view.Lines.Count - MaxChoices));
        return view.Lines.Skip(first).Take(MaxChoices);
    }
}

/// <summary>What has just happened on the form.</summary>
/// <param name="Saved">The decision that can be corrected and taken back; null for something else.</param>
internal sealed record DecisionNote(string Text, RecordedDecision? Saved = null);

/// <summary>What is asked before one text takes another's place.</summary>
/// <param name="Phrase">The stock phrase that would; null for the text in the box.</param>
internal sealed record DecisionQuestion(string Text, int? Phrase = null);
