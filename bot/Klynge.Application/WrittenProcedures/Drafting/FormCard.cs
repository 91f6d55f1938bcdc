using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>The form of a case: what was typed stays, and what is wrong stands at its field.</summary>
public sealed record FormCard
{
    internal const string DraftField = "draft";
    internal const string RevisionField = "version";
    internal const string OnlyDeadlineField = "onlyDeadline";

    private static readonly Dictionary<string, string> NothingWrong = [];

    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required WrittenProcedureRules Rules { get; init; }

    public required LocalDate Earliest { get; init; }

    /// <summary>The draft that is corrected; null for a new one.</summary>
    public WrittenProcedureId? Procedure { get; init; }

    /// <summary>The id that a new draft gets, so that a form that is sent twice makes one; null for a case that is there.</summary>
    public WrittenProcedureId? Draft { get; init; }

    /// <summary>The <see cref="WrittenProcedure.Revision"/> that the form was drawn from; null for a new case.</summary>
    public int? Revision { get; init; }

    /// <summary>What a change of an open case means for those who were asked; null for a draft.</summary>
    public string? AmendWarning { get; init; }

    /// <summary>The button that sends the change of an open case out to everybody; null for a draft.</summary>
    public string? SendAgain { get; init; }

    /// <summary>The button that moves the deadline of an open case and nothing else, and says who hears of it; null for a draft.</summary>
    public string? MoveDeadline { get; init; }

    /// <summary>What another has saved while the form was open; null for nothing.</summary>
    internal EditConflict? Conflict { get; init; }

    /// <summary>The links that stay links, of which the form tells; sent again, it is with them.</summary>
    public IReadOnlyList<LinkOnly> Links { get; init; } = [];

    /// <summary>The item that is to be treated in writing; null for a case of its own.</summary>
    public AgendaItemId? Item { get; init; }

    /// <summary>Made of a closed item, or sent out as closed: it is not opened up again, so there is no box to tick.</summary>
    public bool StaysClosed { get; init; }

    public static FormCard For(Forum forum, LocalDate today, WrittenProcedureId? procedure = null, AgendaItemId? item = null)
    {
        ArgumentNullException.ThrowIfNull(forum);
        return new()
        {
            ForumId = forum.Id,
            Forum = forum.Name,
            Rules = forum.Rules.WrittenProcedures,
            Earliest = OpeningRules.EarliestDay(forum, today),
            Procedure = procedure,
            Item = item,
        };
    }

    public AdaptiveCard Build(ProcedureForm form, IReadOnlyDictionary<string, string>? wrong = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var errors = wrong ?? NothingWrong;
        var heading = $"{(Procedure is null ? Texts.NewCase : Texts.ChangeCase)} · {Forum}";
        return new AdaptiveCard
        {
            Speak = errors.Count == 0 ? heading : Texts.FixTheForm,
            FallbackText = heading,
            Body = [.. Heading(errors), .. Fields(form).Concat(Reason(form)).SelectMany(input => WithError(input, errors))],
            Actions = [.. Send()],
        }.WithButtonsInLines();
    }

    /// <summary>What was typed, beside what another has saved meanwhile: the person says which it is to be.</summary>
    internal AdaptiveCard Against(ProcedureView view, ProcedureForm typed)
    {
        var saved = ProcedureForm.Of(view.Case, view.Deadline);
        var conflict = EditConflict.Of(
            view.IsOpen ? Verbs.AmendForm : Verbs.Edit,
            ProcedureParts.Data(view.ForumId, view.Id),
            (Texts.TitleLabel, saved.Title, typed.Title),
            (Texts.SummaryLabel, saved.Summary, typed.Summary),
            (Texts.PresentationLabel, saved.Presentation, typed.Presentation),
            (Texts.RecommendationsLabel, saved.Recommendations, typed.Recommendations),
            (Texts.AttachmentsLabel, saved.Attachments, typed.Attachments),
            (Texts.DeadlineLabel, Texts.AnswerBy(view.Deadline), saved.Date == typed.Date && saved.Time == typed.Time ? Texts.AnswerBy(view.Deadline) : $"{typed.Date} {typed.Time}"),
            (Texts.ClosedCaseTitle, Agendas.Texts.YesNo(saved.IsClosed == true), Agendas.Texts.YesNo((typed.IsClosed ?? saved.IsClosed) == true)));
        return (this with { Revision = view.Revision, Conflict = conflict }).Build(typed);
    }

    private IEnumerable<CardElement> Heading(IReadOnlyDictionary<string, string> errors)
    {
        yield return AmendWarning is null ? ProcedureParts.Head(Forum, Texts.PreviewState, TextColor.Default) : ProcedureParts.Head(Forum, Texts.OpenState, TextColor.Accent);
        yield return ProcedureParts.Title(Procedure is null ? Texts.NewCase : Texts.ChangeCase);
        yield return ProcedureParts.Note(Texts.Rule(Rules, Rules.AnswerPerRecommendation ? SeparateAnswers.Fewest : null));
        if (AmendWarning is { } warning)
        {
            yield return new TextBlock(warning) { Color = TextColor.Warning };
            yield return ProcedureParts.Note(Texts.AmendFreezes);
        }

        if (StaysClosed)
            yield return ProcedureParts.Note(Texts.StaysClosed);

        if (errors.Count > 0)
            yield return ProcedureParts.Wrong(Texts.FixTheForm);

        if (Conflict is { } conflict)
            yield return conflict.ToElement();

        foreach (var element in PreviewCard.Links(Links))
            yield return element;
    }

    private IEnumerable<ExecuteAction> Send()
    {
        var send = SendAgain is { } title ? new ExecuteAction(title, Verbs.Amend)
            : new ExecuteAction(Conflict is null ? Texts.ShowPreview : Meetings.Texts.SaveMine, Verbs.Draft);
        yield return send with { Style = ActionStyle.Positive, Data = Data() };
        if (MoveDeadline is { } move)
        {
            var data = Data();
            data[OnlyDeadlineField] = "true";
            yield return new ExecuteAction(move, Verbs.Amend) { Data = data };
        }
    }

    private IEnumerable<CardInput> Reason(ProcedureForm form) => AmendWarning is null
        ? []
        : [Lines(ProcedureForm.ReasonField, Texts.ReasonLabel, form.Reason)];

    private IEnumerable<CardInput> Fields(ProcedureForm form)
    {
        yield return new TextInput(ProcedureForm.TitleField, Texts.TitleLabel) { Value = form.Title };
        yield return Lines(ProcedureForm.SummaryField, Texts.SummaryLabel, form.Summary);
        yield return Lines(ProcedureForm.PresentationField, Texts.PresentationLabel, form.Presentation) with
        {
            Placeholder = Texts.PresentationPlaceholder,
        };
        yield return Lines(ProcedureForm.RecommendationsField, Texts.RecommendationsLabel, form.Recommendations) with
        {
            Placeholder = Texts.RecommendationsPlaceholder,
        };
        yield return Lines(ProcedureForm.AttachmentsField, Texts.AttachmentsLabel, form.Attachments) with
        {
            Placeholder = Texts.AttachmentsPlaceholder,
        };
        yield return new DateInput(ProcedureForm.DateField, Texts.DateLabel) { Value = form.Date, Min = LocalDatePattern.Iso.Format(Earliest) };
        yield return new TimeInput(ProcedureForm.TimeField, Texts.TimeLabel) { Value = form.Time };
        if (!StaysClosed)
        {
            yield return new ToggleInput(ProcedureForm.ClosedField, Texts.ClosedCaseTitle, Texts.ClosedCaseMeaning)
            {
                Value = form.IsClosed == true ? "true" : "false",
            };
        }
    }

    private static TextInput Lines(string id, string label, string value) => new(id, label) { Value = value, IsMultiline = true };

    private static IEnumerable<CardElement> WithError(CardInput input, IReadOnlyDictionary<string, string> errors)
    {
        yield return input;
        if (errors.TryGetValue(input.Id!, out var error))
            yield return ProcedureParts.Wrong(error);
    }

    private JsonObject Data()
    {
        var data = new JsonObject().With(CardIds.Forum, ForumId).With(CardIds.Procedure, Procedure);
        if (Revision is { } revision)
            data[RevisionField] = revision;

        data.With(DraftField, Draft).With(CardIds.Item, Item);
        if (LinkOnly.Tokens(Links) is { } accepted)
            data[PreviewCard.AcceptedField] = accepted;

        return data;
    }
}
