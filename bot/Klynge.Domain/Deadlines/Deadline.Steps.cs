using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Deadlines;

public sealed partial class Deadline
{
    public Result<Done> Finish(int? seenVersion, PersonId? by, Instant now)
    {
        if (Refusal(seenVersion) is { } refusal)
            return refusal;

        Step(DeadlineChangeKind.Done, by, now);
        (Status, SettledAt) = (DeadlineStatus.Done, now);
        return default(Done);
    }

    /// <param name="today">The new day must not lie before it.</param>
    public Result<Done> Postpone(LocalDate date, string? reason, int? seenVersion, PersonId? by, Instant now, LocalDate today)
    {
        if (date == Date && IsRepeat(DeadlineChangeKind.Postponed, seenVersion, by) && _history.MaxBy(change => change.Version)!.Reason == reason)
            return default(Done);

        if (Refusal(seenVersion) is { } refusal)
            return refusal;

        if (date < today)
            return new DeadlineInThePast();

        if (date == Date)
            return new DeadlineOnThatDay(date);

        Step(DeadlineChangeKind.Postponed, by, now, reason);
        (Date, Status) = (date, DeadlineStatus.Postponed);
        return default(Done);
    }

    /// <summary>
    /// Corrects what stands there. The title of one that follows from something else is not its own, and with another day it no longer
    /// follows: it stays where it was put.
    /// </summary>
    /// <param name="today">Another day than before must not lie before it.</param>
    public Result<Done> Edit(DeadlineEdit edit, int? seenVersion, PersonId? by, Instant now, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (IsRepeat(DeadlineChangeKind.Edited, seenVersion, by) && edit with { Title = Origin is null ? edit.Title : Title } == new DeadlineEdit(Title, Date, Responsible, Reminders) { Time = Time })
            return default(Done);

        if (Refusal(seenVersion) is { } refusal)
            return refusal;

        if (edit.Date != Date && edit.Date < today)
            return new DeadlineInThePast();

        var title = Origin is null ? edit.Title : Title;
        if (edit with { Title = title } == new DeadlineEdit(Title, Date, Responsible, Reminders) { Time = Time })
            return new DeadlineUnchanged();

        Step(DeadlineChangeKind.Edited, by, now);
        RemindedAt = edit.Responsible == Responsible ? RemindedAt : null;
        Status = Origin is not null && edit.Date != Date ? DeadlineStatus.Postponed : Status;
        (Title, Date, Time, Reminders) = (title, edit.Date, edit.Time, edit.Reminders);
        (ResponsibleId, ResponsibleRole, ResponsibleBody) = (edit.Responsible.PersonId, edit.Responsible.Role, edit.Responsible.Body);
        return default(Done);
    }

    /// <summary>Follows what it comes from. One that a person has postponed or settled stays as that person left it.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Follow(LocalDate date, string title, Instant now)
    {
        if (Status != DeadlineStatus.Open || (Date == date && Title == title))
            return false;

        Step(DeadlineChangeKind.Moved, by: null, now);
        (Date, Title) = (date, title);
        return true;
    }

    /// <param name="reason">Why an agreement is dropped; null for what should not be there.</param>
    public Result<Done> Remove(int? seenVersion, PersonId? by, Instant now, string? reason = null)
    {
        if (Refusal(seenVersion) is { } refusal)
            return refusal;

        Step(DeadlineChangeKind.Removed, by, now, reason);
        (Status, SettledAt) = (DeadlineStatus.Removed, now);
        return default(Done);
    }

    /// <summary>Takes the latest step back. What was just set is removed; a step back can be taken back itself.</summary>
    /// <param name="seenVersion">The version that the person saw: after another's step there is nothing left to undo here.</param>
    public Result<Done> Undo(int seenVersion, PersonId? by, Instant now)
    {
        if (IsRepeat(DeadlineChangeKind.Undone, seenVersion, by))
            return default(Done);

        if (seenVersion != Version)
            return new ChangedMeanwhile();

        var last = _history.MaxBy(change => change.Version)!;
        Step(DeadlineChangeKind.Undone, by, now);
        (Date, Status) = last.Kind == DeadlineChangeKind.Created ? (Date, DeadlineStatus.Removed) : (last.DateBefore, last.StatusBefore);
        if (last.TitleBefore is { } title)
        {
            (Title, Time, Reminders) = (title, last.TimeBefore, last.RemindersBefore);
            RemindedAt = Responsible == last.ResponsibleBefore ? RemindedAt : null;
            (ResponsibleId, ResponsibleRole, ResponsibleBody) = (last.ResponsibleIdBefore, last.ResponsibleRoleBefore, last.ResponsibleBodyBefore);
        }

        SettledAt = IsOpen ? null : now;
        return default(Done);
    }

    /// <summary>
    /// »Påmind nu«: once a Danish day at the most, whoever presses. It changes nothing of the deadline, so it is no step: nothing is there to be
    /// undone, and cards that lie open stay good.
    /// </summary>
    /// <returns>Whether it was reminded; false when it was reminded earlier on the same day.</returns>
    public bool Remind(Instant now)
    {
        if (RemindedAt is { } at && DanishTime.ToDanish(at).Date == DanishTime.ToDanish(now).Date)
            return false;

        RemindedAt = now;
        return true;
    }

    /// <summary>Sets <see cref="NextReminderAt"/> to the first reminder after an instant; to be called after every change.</summary>
    public void Plan(DeadlineReminders reminders, Instant after) =>
        NextReminderAt = IsOpen ? ReminderCalendar.Next(Rounds(reminders), after) : null;

    /// <summary>All its reminders: by its own plan, or by the forum's. When it is overdue is the forum's alone.</summary>
    public IReadOnlyList<ReminderRound> Rounds(DeadlineReminders reminders)
    {
        ArgumentNullException.ThrowIfNull(reminders);
        var plan = Reminders?.ToLimits() is { } own ? reminders with { Before = own, BeforeOfMeetings = own } : reminders;
        return ReminderCalendar.Rounds(plan, Kind, Date, Time);
    }

    /// <summary>The same person has done just this to the version that they name: the button was pressed twice.</summary>
    private bool IsRepeat(DeadlineChangeKind kind, int? seenVersion, PersonId? by) =>
        seenVersion + 1 == Version && _history.MaxBy(change => change.Version) is { } last && last.Kind == kind && last.ById == by;

    private Error? Refusal(int? seenVersion) =>
        !IsOpen ? new DeadlineIsSettled() : seenVersion is { } seen && seen != Version ? new ChangedMeanwhile() : null;

    private void Step(DeadlineChangeKind kind, PersonId? by, Instant now, string? reason = null)
    {
        Version++;
        Note(kind, by, now, reason);
    }

    private void Note(DeadlineChangeKind kind, PersonId? by, Instant now, string? reason = null) => _history.Add(new DeadlineChange
    {
        DeadlineId = Id,
        Version = Version,
        Kind = kind,
        At = now,
        ById = by,
        DateBefore = Date,
        StatusBefore = Status,
        TitleBefore = Title,
        ResponsibleIdBefore = ResponsibleId,
        ResponsibleRoleBefore = ResponsibleRole,
        ResponsibleBodyBefore = ResponsibleBody,
        RemindersBefore = Reminders,
        TimeBefore = Time,
        Reason = reason,
    });
}
