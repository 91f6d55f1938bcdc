using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Deadlines;

/// <summary>The pieces that the cards of deadlines have in common.</summary>
internal static class DeadlineParts
{
    internal const string Id = "deadline";
    internal const string Date = "date";
    internal const string Time = "time";
    internal const string Title = "title";
    internal const string Reason = "reason";
    internal const string Responsible = "responsible";
    internal const string Reminders = "reminders";

    internal static JsonObject Data(ForumId forum) => new JsonObject().With(CardIds.Forum, forum);

    internal static JsonObject Data(DeadlineView view)
    {
        var data = Data(view.ForumId);
        data.With(Id, view.Id);
        data[CardParts.Version] = view.Version;
        return data;
    }

    /// <summary>Sets the deadline that was asked about, with one of those who may be meant.</summary>
    internal static ExecuteAction Set(ForumId forum, SetDeadlineRequest request, FittingPerson person)
    {
        var data = Draft(forum, request);
        data[Responsible] = ResponsibleNames.ValueOf(Klynge.Domain.Deadlines.Responsible.Of(person.Id));
        return CardParts.Button(person.Label, DeadlineVerbs.Set, data);
    }

    /// <summary>Opens the form with what has been understood, where everybody stands to choose from; the name goes along, for the form to say why it asks.</summary>
    internal static ExecuteAction ChooseAnother(ForumId forum, SetDeadlineRequest request, string written)
    {
        var data = Draft(forum, request);
        data[Responsible] = written;
        return CardParts.Button(Texts.ChooseAnother, DeadlineVerbs.Form, data);
    }

    private static JsonObject Draft(ForumId forum, SetDeadlineRequest request)
    {
        var data = Data(forum);
        data[Title] = request.Title;
        data[Date] = request.Date is { } date ? LocalDatePattern.Iso.Format(date) : null;
        if (request.Time is { } time)
            data[Time] = MeetingForms.Clock.Format(time);
        if (request.New is { } id)
            data.With(DeadlineForm.NewField, id);
        return data;
    }

    internal static ExecuteAction Button(string title, ButtonRight verb, DeadlineView view, bool secondary = false) =>
        CardParts.Button(title, verb, Data(view), secondary);

    /// <summary>»Se sagen« where there is a case, in writing or on an agenda, else the meeting's agenda, else the deadline itself.</summary>
    internal static ExecuteAction See(DeadlineView view) => view switch
    {
        { ProcedureId: { } procedure, IsOfDraft: false } =>
            CardParts.Button(Texts.SeeCase, Verbs.View, ProcedureParts.Data(view.ForumId, procedure)),
        { ProcedureId: { } procedure, IsHidden: false } =>
            CardParts.Button(Texts.SeeCase, Verbs.Preview, ProcedureParts.Data(view.ForumId, procedure)),
        { MeetingId: { } meeting, ItemId: { } item } =>
            CardParts.Button(Texts.SeeCase, AgendaVerbs.Item, CardParts.Data(view.ForumId, meeting, item)),
        { MeetingId: { } meeting } => CardParts.Button(Texts.SeeAgenda, AgendaVerbs.Show, CardParts.Data(view.ForumId, meeting)),
        _ => Button(Texts.See, DeadlineVerbs.Show, view),
    };

    /// <summary>The state: a word and a colour.</summary>
    internal static (string Word, TextColor Color) Badge(DeadlineView view, LocalDate today) => view switch
    {
        { Status: DeadlineStatus.Done } => ("Færdig", TextColor.Good),
        { Status: DeadlineStatus.Removed, Kind: DeadlineKind.Agreement } => ("Droppet", TextColor.Default),
        { Status: DeadlineStatus.Removed } => ("Slettet", TextColor.Default),
        _ when view.IsOverdue(today) => ("Overskredet", TextColor.Attention),
        _ when view.Date == today => ("I dag", TextColor.Warning),
        { Status: DeadlineStatus.Postponed } => ("Udsat", TextColor.Warning),
        _ => ("Åben", TextColor.Accent),
    };

    internal static TextBlock BadgeOf(DeadlineView view, LocalDate today)
    {
        var (word, color) = Badge(view, today);
        return new TextBlock(word) { Color = color, Weight = TextWeight.Bolder, Wrap = false };
    }

    /// <summary>Which forum, and how the deadline stands.</summary>
    internal static ColumnSet Head(DeadlineView view, LocalDate today) => new(
        new Column(CardParts.ForumLine(view.Forum, view.Board)),
        new Column(BadgeOf(view, today)) { Width = "auto" });

    /// <summary>Buttons below the text, in lines that a phone shows whole.</summary>
    internal static Container Buttons(params IEnumerable<CardAction> buttons) => new([.. CardParts.Lines(buttons)]) { Spacing = Spacing.Medium };

    /// <summary>When and who; of a case that the reader may read what it is about, else why it is not said.</summary>
    internal static CardElement[] Facts(DeadlineView view, LocalDate today) =>
    [
        new TextBlock(CardText.Escape(Texts.When(view, today))) { Weight = TextWeight.Bolder },
        CardParts.Line(Texts.Responsible(view)),
        .. view.IsOpen && ClosedDay.Warning(view.Date) is { } closed ? [CardParts.Subtle(closed)] : Array.Empty<CardElement>(),
        .. view.Reminders is { } own ? [CardParts.Subtle(Texts.OwnReminders(own))] : Array.Empty<CardElement>(),
        .. view.IsHidden ? [CardParts.Subtle(Texts.HiddenMore(view))] : Array.Empty<CardElement>(),
        .. view.Item is { } item && item != view.Title ? [CardParts.Line(Texts.Case(item))] : Array.Empty<CardElement>(),
        .. view.Quote is { } quote ? [CardParts.Subtle(Klynge.Domain.Calendar.DanishFormat.Quote(quote))] : Array.Empty<CardElement>(),
    ];
}
