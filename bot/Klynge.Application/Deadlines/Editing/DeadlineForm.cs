using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>What stands in the form of a deadline: as it is, or as it was typed, which is given back with what is wrong beside its field.</summary>
/// <param name="Responsible">A choice of the form; null for the secretariat.</param>
internal sealed record DeadlineForm(string? Title, LocalDate? Date, string? Responsible)
{
    internal const string NewField = "new";

    internal static DeadlineForm Empty { get; } = new(null, null, null);

    /// <summary>The time on the last day; null where the whole day counts.</summary>
    internal LocalTime? Time { get; init; }

    /// <summary>How many days before, as typed; null for the forum's plan.</summary>
    internal string? Reminders { get; init; }

    /// <summary>The id of the deadline that the form sets; null where it corrects one.</summary>
    internal DeadlineId? Id { get; init; }

    /// <summary>Why it was refused; null for a form that was not sent yet.</summary>
    internal Error? Wrong { get; init; }

    internal static DeadlineForm Typed(ActionData data, Error? wrong) =>
        new(data.Text(DeadlineParts.Title), DateOf(data), PersonInput.Text(data, DeadlineParts.Responsible))
        {
            Time = TimeOf(data),
            Reminders = data.Text(DeadlineParts.Reminders),
            Wrong = wrong,
            Id = IdIn(data),
        };

    internal static DeadlineId? IdIn(ActionData data) => data.Id<DeadlineId>(NewField);

    /// <summary>The value of a date field; null for none, or for one that is no date.</summary>
    internal static LocalDate? DateOf(ActionData data) =>
        data.Text(DeadlineParts.Date) is { } text && LocalDatePattern.Iso.Parse(DanishText.Clean(text)) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The value of a time field, »HH:mm«; null for none, or for one that is no time.</summary>
    internal static LocalTime? TimeOf(ActionData data) =>
        data.Text(DeadlineParts.Time) is { } text && MeetingForms.Clock.Parse(DanishText.Clean(text)) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The field that an error is about; null for one that is about something else.</summary>
    internal static string? FieldOf(Error? error) => error switch
    {
        TextMissing or TextTooLong => DeadlineParts.Title,
        DeadlineDateMissing or DeadlineInThePast => DeadlineParts.Date,
        ResponsibleUnknown => DeadlineParts.Responsible,
        ReminderDaysUnknown => DeadlineParts.Reminders,
        _ => null,
    };
}
