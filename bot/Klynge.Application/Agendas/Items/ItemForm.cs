using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Items;

/// <summary>The form in which an item is written, new or to be changed.</summary>
internal static class ItemForm
{
    internal const string Title = "title";
    internal const string Kind = "kind";
    internal const string Presenter = "presenter";
    internal const string PresenterIs = "presenterIs";
    internal const string Minutes = "minutes";
    internal const string Section = "section";
    internal const string Headings = "headings";
    internal const string Recommendations = "recommendations";
    internal const string Closed = "closed";
    internal const string Target = "target";
    internal const string New = "new";
    internal const int MaxReasonLength = 500;

    /// <summary>What a form carries at the most, so that the card stays within what Teams takes; a longer text is kept as it is.</summary>
    internal const int MaxTextLength = 12_000;

    /// <summary>More sections than this come from imported minutes and are not for a form. An item that many contribute to has one of each.</summary>
    internal const int MaxSections = 12;

    /// <param name="meeting">The meeting it is for.</param>
    /// <param name="draft">What stands in the form.</param>
    /// <param name="meetings">To choose from; one or none needs no question.</param>
    /// <param name="isProposal">The secretariat will be asked.</param>
    /// <param name="id">The id that the item gets, so that a form that is sent twice makes one.</param>
    internal static AdaptiveCard Add(
        MeetingView meeting, AgendaItemContent draft, IReadOnlyList<MeetingChoice> meetings, bool isProposal, AgendaItemId? id = null, PresenterUnclear? question = null)
    {
        var heading = Texts.AddTo(meeting.Forum, isProposal);
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id);
        if (id is { } made)
            data.With(New, made);

        var save = CardParts.Submit(isProposal ? Texts.Send : Texts.Save, AgendaVerbs.Add, data);
        return Form(meeting, heading, draft, Meetings(meeting, meetings), save, question);
    }

    /// <param name="meeting">The meeting it is on.</param>
    /// <param name="line">The item as it stands.</param>
    /// <param name="typed">What the person has written, for a form that comes back; null for the item as it stands.</param>
    /// <param name="question">Who presents the item; null where another has saved what stands there now.</param>
    /// <param name="seen">The version that was typed over, for a form that comes back with a question.</param>
    internal static AdaptiveCard Edit(
        MeetingView meeting, AgendaLine line, AgendaItemContent? typed = null, PresenterUnclear? question = null, int? seen = null)
    {
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
        data[CardParts.Version] = seen ?? line.Version;
        data[Headings] = HeadingsOf((typed ?? line.Content).Sections);
        var other = question is null ? typed : null;
        var save = CardParts.Submit(other is null ? Texts.Save : Klynge.Application.Meetings.Texts.SaveMine, AgendaVerbs.Edit, data);
        return Form(
            meeting, Texts.EditItem(line.Number), typed ?? line.Content, other is null ? [] : [Conflict(meeting, line, other).ToElement()], save, question);
    }

    /// <summary>The headings of the fields, in their order: a section that comes or goes while somebody writes moves nobody's words below another's name.</summary>
    private static string HeadingsOf(IReadOnlyList<AgendaSection> sections) =>
        string.Join('\n', FieldsOf(sections).Select(section => section.Heading ?? string.Empty));

    /// <summary>A field for each section, and one for the text of the case where there is none yet.</summary>
    private static IReadOnlyList<AgendaSection> FieldsOf(IReadOnlyList<AgendaSection> sections) =>
        sections.Any(section => section.Heading is null or Texts.CaseLabel) ? sections : [new AgendaSection(Texts.CaseLabel, string.Empty), .. sections];

    private static EditConflict Conflict(MeetingView meeting, AgendaLine line, AgendaItemContent typed)
    {
        var saved = line.Content;
        return EditConflict.Of(
            AgendaVerbs.EditForm,
            CardParts.Data(meeting.ForumId, meeting.Id, line.Id),
            (Texts.TitleLabel, saved.Title, typed.Title),
            (Texts.KindLabel, Texts.Kind(saved.Kind), Texts.Kind(typed.Kind)),
            (Texts.PresenterLabel, saved.Presenter, typed.Presenter),
            (Texts.MinutesLabel, $"{saved.Minutes}", $"{typed.Minutes}"),
            (Texts.CaseLabel, TextOf(saved), TextOf(typed)),
            (Texts.RecommendationLabel, string.Join('\n', saved.Recommendations), string.Join('\n', typed.Recommendations)),
            (Texts.ClosedLabel, Texts.YesNo(saved.IsClosed), Texts.YesNo(typed.IsClosed)));
    }

    private static string TextOf(AgendaItemContent content) => string.Join('\n', content.Sections.Select(section => section.Text));

    /// <summary>Whether the texts of an item fit the form; otherwise they are left alone.</summary>
    internal static bool Holds(IReadOnlyList<AgendaSection> sections) =>
        sections.Count <= MaxSections && sections.Sum(section => section.Text.Length) <= MaxTextLength;

    internal static bool Holds(IReadOnlyList<string> recommendations) => recommendations.Sum(line => line.Length + 1) <= MaxTextLength;

    /// <summary>Whether a form can come back with all that was typed; otherwise the press is refused, and the form stays as it is.</summary>
    /// <param name="before">What the form was filled with: a text too long for it was not typed there.</param>
    internal static bool CanHold(AgendaItemContent typed, AgendaItemContent before) =>
        (Holds(typed.Sections) || typed.Sections.SequenceEqual(before.Sections)) && (Holds(typed.Recommendations) || !Holds(before.Recommendations));

    private static AdaptiveCard Form(
        MeetingView meeting, string heading, AgendaItemContent draft, IEnumerable<CardElement> first, ExecuteAction save, PresenterUnclear? question) => new AdaptiveCard
        {
            Speak = CardParts.Spoken(question?.Text ?? heading),
            FallbackText = heading,
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. first,
                new TextInput(Title, Texts.TitleLabel)
                {
                    Value = draft.Title,
                    IsRequired = true,
                    ErrorMessage = Texts.TitleNeeded,
                },
                KindChoice(draft.Kind),
                new TextInput(Presenter, Texts.PresenterLabel) { Value = draft.Presenter },
                .. question is null ? [] : Ask(question, save),
                // No limits here: the renderer of Teams reads an empty number as NaN, which is within none, and would not send the form.
                new NumberInput(Minutes, Texts.MinutesLabel) { Value = draft.Minutes },
                .. Sections(draft),
                Recommended(draft),
                new ToggleInput(Closed, Texts.ClosedLabel, Texts.ClosedTitle) { Value = draft.IsClosed ? "true" : "false" },
            ],
            Actions = [save, CardParts.BackToAgenda(meeting.ForumId, meeting.Id)],
        }.WithButtonsInLines();

    /// <summary>Each answer sends the whole form, with the name that it says.</summary>
    private static IEnumerable<CardElement> Ask(PresenterUnclear question, ExecuteAction save)
    {
        yield return new TextBlock(CardText.Escape(question.Text)) { Color = TextColor.Attention, Spacing = Spacing.Small };
        foreach (var (title, name) in question.Choices.Select(choice => (choice, choice)).Append((Texts.KeepPresenter(question.Whole), question.Whole)))
        {
            var data = (JsonObject)save.Data!.DeepClone();
            data[PresenterIs] = name;
            yield return new ActionSet(new ExecuteAction(title, save.Verb) { Data = data }) { Spacing = Spacing.Small };
        }
    }

    private static ChoiceSetInput KindChoice(AgendaItemKind kind) =>
        new(Kind, Texts.KindLabel, [.. Enum.GetValues<AgendaItemKind>().Select(value => new Choice(Texts.Kind(value), $"{(int)value}"))])
        {
            Value = $"{(int)kind}",
            Style = ChoiceInputStyle.Expanded,
        };

    private static CardElement Recommended(AgendaItemContent draft) => Holds(draft.Recommendations)
        ? new TextInput(Recommendations, Texts.RecommendationLabel)
        {
            Value = string.Join('\n', draft.Recommendations),
            IsMultiline = true,
            Placeholder = Texts.RecommendationHint,
        }
        : CardParts.Subtle(Texts.LongRecommendationsKept);

    private static IEnumerable<CardElement> Sections(AgendaItemContent draft)
    {
        if (!Holds(draft.Sections))
        {
            yield return CardParts.Subtle(Texts.LongTextKept);
            yield break;
        }

        var sections = FieldsOf(draft.Sections);
        for (var index = 0; index < sections.Count; index++)
        {
            yield return new TextInput($"{Section}{index}", sections[index].Heading is { Length: > 0 } heading ? heading : Texts.CaseLabel)
            {
                Value = sections[index].Text,
                IsMultiline = true,
            };
        }
    }

    private static IEnumerable<CardElement> Meetings(MeetingView meeting, IReadOnlyList<MeetingChoice> meetings)
    {
        if (meetings.Count > 1)
        {
            yield return new ChoiceSetInput(Target, Texts.ToMeeting, [.. meetings.Take(20).Select(choice => choice.ToChoice())])
            {
                Value = CardIds.Write(meeting.Id),
            };
        }
    }
}
