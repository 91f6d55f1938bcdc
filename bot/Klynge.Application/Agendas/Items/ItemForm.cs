using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
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
    internal const string Recommendations = "recommendations";
    internal const string Lead = "lead";
    internal const string CaseNumber = "caseNumber";
    internal const string MayBeDropped = "mayBeDropped";
    internal const string Closed = "closed";
    internal const string ClosedBecause = "closedBecause";

    internal const string LateReason = "lateReason";

    /// <summary>In the button: the headings of the boxes that were shown, so that a template that is changed meanwhile moves no text.</summary>
    internal const string Headings = "headings";
    internal const string Target = "target";
    internal const string New = "new";
    internal const string CopyOf = "copyOf";
    internal const int MaxReasonLength = 500;

    /// <summary>What a form carries at the most, so that the card stays within what Teams takes; a longer text is kept as it is.</summary>
    internal const int MaxTextLength = 12_000;

    /// <summary>More sections than this come from imported minutes and are not for a form. An item that many contribute to has one of each.</summary>
    internal const int MaxSections = 12;

    /// <summary>Boxes at the most: those of the item, and of the forum's template.</summary>
    internal const int MaxFields = MaxSections + ItemTemplate.MaxSections;

    /// <param name="meeting">The meeting it is for.</param>
    /// <param name="draft">What stands in the form.</param>
    /// <param name="meetings">To choose from; one or none needs no question.</param>
    /// <param name="isProposal">The secretariat will be asked.</param>
    /// <param name="template">What the forum wants to read in an item.</param>
    /// <param name="id">The id that the item gets, so that a form that is sent twice makes one.</param>
    /// <param name="from">The question to the chairs that it is made of; null for none.</param>
    /// <param name="isLate">It comes after the time limit of the agenda, so its reason is asked.</param>
    internal static AdaptiveCard Add(
        MeetingView meeting,
        AgendaItemContent draft,
        IReadOnlyList<MeetingChoice> meetings,
        bool isProposal,
        ItemTemplate? template = null,
        AgendaItemId? id = null,
        PresenterUnclear? question = null,
        ChairQuestionId? from = null,
        bool isLate = false)
    {
        var heading = Texts.AddTo(meeting.Forum, isProposal);
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id);
        if (id is { } made)
            data.With(New, made);

        data.With(CardIds.Question, from);
        var save = CardParts.Submit(isProposal ? Texts.Send : Texts.Save, AgendaVerbs.Add, data);
        return Form(meeting, heading, draft, template, Meetings(meeting, meetings), save, question, isProposal, isLate);
    }

    /// <param name="meeting">The meeting it is on.</param>
    /// <param name="line">The item as it stands.</param>
    /// <param name="typed">What the person has written, for a form that comes back; null for the item as it stands.</param>
    /// <param name="question">Who presents the item; null where another has saved what stands there now.</param>
    /// <param name="template">What the forum wants to read in an item.</param>
    /// <param name="seen">The version that was typed over, for a form that comes back with a question.</param>
    internal static AdaptiveCard Edit(
        MeetingView meeting, AgendaLine line, AgendaItemContent? typed = null, PresenterUnclear? question = null, int? seen = null, ItemTemplate? template = null, bool isLate = false)
    {
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
        data[CardParts.Version] = seen ?? line.Version;
        var other = question is null ? typed : null;
        var save = CardParts.Submit(other is null ? Texts.Save : Klynge.Application.Meetings.Texts.SaveMine, AgendaVerbs.Edit, data);
        return Form(
            meeting, Texts.EditItem(line.Number), typed ?? line.Content, template, other is null ? [] : [Conflict(meeting, line, other).ToElement()], save, question, isLate: isLate);
    }

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
            (ItemTexts.LeadLabel, RecommendationLead.Of(saved), RecommendationLead.Of(typed)),
            (Texts.RecommendationLabel, string.Join('\n', saved.Recommendations), string.Join('\n', typed.Recommendations)),
            (LateTexts.Label, saved.LateReason, typed.LateReason),
            (ItemTexts.CaseNumberLabel, saved.CaseNumber, typed.CaseNumber),
            (ItemTexts.MayBeDroppedLabel, Texts.YesNo(saved.MayBeDropped), Texts.YesNo(typed.MayBeDropped)),
            (Texts.ClosedLabel, Texts.YesNo(saved.IsClosed), Texts.YesNo(typed.IsClosed)),
            (ItemTexts.ClosedBecauseLabel, saved.ClosedBecause, typed.ClosedBecause));
    }

    private static string TextOf(AgendaItemContent content) => string.Join('\n', RecommendationLead.Without(content).Select(section => section.Text));

    /// <summary>Whether the texts of an item fit the form; otherwise they are left alone.</summary>
    internal static bool Holds(IReadOnlyList<AgendaSection> sections) =>
        sections.Count <= MaxSections && sections.Sum(section => section.Text.Length) <= MaxTextLength;

    internal static bool Holds(IReadOnlyList<string> recommendations) => recommendations.Sum(line => line.Length + 1) <= MaxTextLength;

    /// <summary>Whether a form can come back with all that was typed; otherwise the press is refused, and the form stays as it is.</summary>
    /// <param name="before">What the form was filled with: a text too long for it was not typed there.</param>
    internal static bool CanHold(AgendaItemContent typed, AgendaItemContent before) =>
        (Holds(typed.Sections) || typed.Sections.SequenceEqual(before.Sections)) && (Holds(typed.Recommendations) || !Holds(before.Recommendations));

    private static AdaptiveCard Form(
        MeetingView meeting,
        string heading,
        AgendaItemContent draft,
        ItemTemplate? template,
        IEnumerable<CardElement> first,
        ExecuteAction save,
        PresenterUnclear? question,
        bool isProposal = false,
        bool isLate = false)
    {
        template ??= ItemTemplate.Usual;
        var sections = SectionsOf(draft, template);
        save.Data![Headings] = new JsonArray([.. sections.Select(section => JsonValue.Create(section.Heading ?? string.Empty))]);
        return new AdaptiveCard
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
                .. Holds(draft.Sections) ? sections.Select(Box) : Enumerable.Repeat<CardElement>(CardParts.Subtle(Texts.LongTextKept), 1),
                .. Recommended(draft, template),
                .. isLate || (meeting.AgendaSentAt is not null && !isProposal) ? Late(meeting, draft) : [],
                .. isProposal ? [] : Bookkeeping(draft),
                new ToggleInput(Closed, Texts.ClosedLabel, Texts.ClosedTitle) { Value = draft.IsClosed ? "true" : "false" },
                new TextInput(ClosedBecause, ItemTexts.ClosedBecauseLabel) { Value = draft.ClosedBecause, Placeholder = ItemTexts.ClosedBecauseHint },
            ],
            Actions = [save, CardParts.BackToAgenda(meeting.ForumId, meeting.Id)],
        }.WithButtonsInLines();
    }

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
        new(Kind, Texts.KindLabel, [.. Enum.GetValues<AgendaItemKind>().Select(value => new Choice(ItemTexts.Kind(value), $"{(int)value}"))])
        {
            Value = $"{(int)kind}",
            Style = ChoiceInputStyle.Expanded,
        };

    private static IEnumerable<CardElement> Recommended(AgendaItemContent draft, ItemTemplate template) => Holds(draft.Recommendations)
        ?
        [
            .. Holds(draft.Sections) ? [LeadBox(RecommendationLead.Of(draft), template)] : Array.Empty<CardElement>(),
            new TextInput(Recommendations, Texts.RecommendationLabel)
            {
                Value = string.Join('\n', draft.Recommendations),
                IsMultiline = true,
                Placeholder = Texts.RecommendationHint,
            },
        ]
        : [CardParts.Subtle(Texts.LongRecommendationsKept)];

    private static TextInput LeadBox(string? lead, ItemTemplate template) => new(Lead, ItemTexts.LeadLabel)
    {
        Value = lead,
        Placeholder = template.RecommendationLead ?? ItemTexts.LeadHint,
        IsMultiline = lead?.Contains('\n', StringComparison.Ordinal) == true,
    };

    /// <summary>Why it comes after the time limit, with the day that it was; whoever puts it forward is asked, a member as well.</summary>
    private static IEnumerable<CardElement> Late(MeetingView meeting, AgendaItemContent draft) =>
    [
        .. meeting.Clock is { } clock && meeting.AgendaSentAt is null ? LateTexts.PastItems(clock).Select(line => CardParts.Subtle(line)) : [],
        new TextInput(LateReason, LateTexts.Label) { Value = draft.LateReason, Placeholder = LateTexts.Hint },
    ];

    /// <summary>What the secretariat knows of an item; nobody else is asked.</summary>
    private static CardElement[] Bookkeeping(AgendaItemContent draft) =>
    [
        new TextInput(CaseNumber, ItemTexts.CaseNumberLabel) { Value = draft.CaseNumber },
        new ToggleInput(MayBeDropped, ItemTexts.MayBeDroppedLabel, ItemTexts.MayBeDroppedTitle) { Value = draft.MayBeDropped ? "true" : "false" },
    ];

    /// <summary>A box for each section, for those of the template that are missing, and where it has none for the text of the case.</summary>
    internal static IReadOnlyList<AgendaSection> SectionsOf(AgendaItemContent draft, ItemTemplate template)
    {
        var sections = template.Fill(RecommendationLead.Without(draft));
        return template.Sections.Count > 0 || sections.Any(section => section.Heading is null or Texts.CaseLabel)
            ? sections
            : [new AgendaSection(Texts.CaseLabel, string.Empty), .. sections];
    }

    private static TextInput Box(AgendaSection section, int index) =>
        new($"{Section}{index}", section.Heading is { Length: > 0 } heading ? heading : Texts.CaseLabel) { Value = section.Text, IsMultiline = true };

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
