using System.Text.Json.Nodes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The form of a case: what was typed stays, and what is wrong stands at its field.</summary>
public sealed record FormCard
{
    internal const string DraftField = "draft";

    private static readonly Dictionary<string, string> NothingWrong = [];

    public required Guid ForumId { get; init; }

    public required string Forum { get; init; }

    public required WrittenProcedureRules Rules { get; init; }

    public required LocalDate Earliest { get; init; }

    /// <summary>The draft that is corrected; null for a new one.</summary>
    public Guid? Procedure { get; init; }

    /// <summary>The id that a new draft gets, so that a form that is sent twice makes one; null for a case that is there.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The version of the open case that the form was drawn from; null for a draft.</summary>
    public int? Version { get; init; }

    /// <summary>What a change of an open case means for those who were asked; null for a draft.</summary>
    public string? AmendWarning { get; init; }

    /// <summary>The button that sends the change of an open case out; null for a draft.</summary>
    public string? SendAgain { get; init; }

    /// <summary>The links that stay links, of which the form tells; sent again, it is with them.</summary>
    public IReadOnlyList<LinkOnly> Links { get; init; } = [];

    /// <summary>The item that is to be treated in writing; null for a case of its own.</summary>
    public Guid? Item { get; init; }

    /// <summary>Made of a closed item, or sent out as closed: it is not opened up again, so there is no box to tick.</summary>
    public bool StaysClosed { get; init; }

    public static FormCard For(Forum forum, LocalDate today, Guid? procedure = null, Guid? item = null)
    {
        ArgumentNullException.ThrowIfNull(forum);
        return new()
        {
            ForumId = forum.Id.Value,
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
        var heading = $"{Texts.NewCase} · {Forum}";
        return new()
        {
            Speak = errors.Count == 0 ? heading : Texts.FixTheForm,
            FallbackText = heading,
            Body = [.. Heading(errors), .. Fields(form).Concat(Reason(form)).SelectMany(input => WithError(input, errors))],
            Actions = [Send() with { Style = ActionStyle.Positive, Data = Data() }],
        };
    }

    private IEnumerable<CardElement> Heading(IReadOnlyDictionary<string, string> errors)
    {
        yield return ProcedureParts.Head(Forum, Texts.PreviewState, TextColor.Default);
        yield return ProcedureParts.Title(Procedure is null ? Texts.NewCase : Texts.ChangeCase);
        yield return ProcedureParts.Note(Texts.Rule(Rules));
        if (AmendWarning is { } warning)
        {
            yield return new TextBlock(warning) { Color = TextColor.Warning };
            yield return ProcedureParts.Note(Texts.AmendFreezes);
        }

        if (StaysClosed)
        {
            yield return ProcedureParts.Note(Texts.StaysClosed);
        }

        if (errors.Count > 0)
        {
            yield return ProcedureParts.Wrong(Texts.FixTheForm);
        }

        foreach (var element in PreviewCard.Links(Links))
        {
            yield return element;
        }
    }

    private ExecuteAction Send() =>
        SendAgain is { } title ? new ExecuteAction(title, Verbs.Amend) : new ExecuteAction(Texts.ShowPreview, Verbs.Draft);

    private IEnumerable<CardInput> Reason(ProcedureForm form) => AmendWarning is null
        ? []
        : [Lines(ProcedureForm.ReasonField, Texts.ReasonLabel, form.Reason, WrittenProcedure.LongestNote)];

    private IEnumerable<CardInput> Fields(ProcedureForm form)
    {
        yield return new TextInput(ProcedureForm.TitleField, Texts.TitleLabel) { Value = DanishText.Shorten(form.Title, 1_000), MaxLength = CaseText.LongestTitle };
        yield return Lines(ProcedureForm.SummaryField, Texts.SummaryLabel, form.Summary, CaseText.LongestSummary);
        yield return Lines(ProcedureForm.PresentationField, Texts.PresentationLabel, form.Presentation, CaseText.LongestPresentation) with
        {
            Placeholder = Texts.PresentationPlaceholder,
        };
        yield return Lines(ProcedureForm.RecommendationsField, Texts.RecommendationsLabel, form.Recommendations, 6_500) with
        {
            Placeholder = Texts.RecommendationsPlaceholder,
        };
        yield return Lines(ProcedureForm.AttachmentsField, Texts.AttachmentsLabel, form.Attachments, 11_000) with
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

    private static TextInput Lines(string id, string label, string value, int most) =>
        new(id, label) { Value = DanishText.Shorten(value, most), IsMultiline = true, MaxLength = most };

    private static IEnumerable<CardElement> WithError(CardInput input, IReadOnlyDictionary<string, string> errors)
    {
        yield return input;
        if (errors.TryGetValue(input.Id!, out var error))
        {
            yield return ProcedureParts.Wrong(error);
        }
    }

    private JsonObject Data()
    {
        var data = new JsonObject { ["forum"] = ForumId.ToString() };
        if (Procedure is { } procedure)
        {
            data["procedure"] = procedure.ToString();
        }

        if (Version is { } version)
        {
            data["version"] = version;
        }

        if (Draft is { } draft)
        {
            data[DraftField] = draft.ToString();
        }

        if (Item is { } item)
        {
            data["item"] = item.ToString();
        }

        if (LinkOnly.Tokens(Links) is { } accepted)
        {
            data[PreviewCard.AcceptedField] = accepted;
        }

        return data;
    }
}
