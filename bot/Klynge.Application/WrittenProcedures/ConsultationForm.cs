using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Which forum is asked about a draft, and until when.</summary>
public static class ConsultationForm
{
    private const string ForumField = "asked";

    /// <param name="forums">Those that can be asked.</param>
    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<Forum> forums, LocalDate today, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.Consult}: {view.NoticeTitle}",
            FallbackText = $"{Texts.Consult}: {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Default),
                ProcedureParts.Title(view.Case.Title),
                ProcedureParts.Note(Texts.ConsultExplained),
                new ChoiceSetInput(ForumField, Texts.WhichForumToConsult, [.. forums.Select(forum => new Choice(forum.Name, forum.Id.Value.ToString()))]),
                new DateInput(ProcedureForm.DateField, Texts.ConsultDate) { Value = LocalDatePattern.Iso.Format(Workdays.Add(today, 5)) },
                new TimeInput(ProcedureForm.TimeField, Texts.TimeLabel) { Value = "12:00" },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Consult, Verbs.Consult, view) with { Style = ActionStyle.Positive },
                ProcedureParts.Button(Texts.Back, Verbs.Preview, view) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    internal static Result<(ForumId Forum, Instant Deadline)> Read(ActionData data)
    {
        var date = LocalDatePattern.Iso.Parse(data.Text(ProcedureForm.DateField) ?? string.Empty);
        var time = ProcedureForm.TimePattern.Parse(data.Text(ProcedureForm.TimeField) ?? string.Empty);
        return data.Id(ForumField) is { } forum && date.Success && time.Success
            ? (new ForumId(forum), DanishTime.ToInstant(date.Value, time.Value))
            : new ConsultationIncomplete();
    }
}
