using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>The facts of one meeting as cards, pages and minutes head them.</summary>
public sealed record MeetingView
{
    public required MeetingId Id { get; init; }

    public required ForumId ForumId { get; init; }

    /// <summary>»Chefforum«</summary>
    public required string Forum { get; init; }

    /// <summary>»Sundhedsråd Limfjorden«</summary>
    public required string Board { get; init; }

    public required MeetingTime Time { get; init; }

    public required MeetingStatus Status { get; init; }

    public required int Version { get; init; }

    public string Place { get; init; } = string.Empty;

    public string? JoinUrl { get; init; }

    public PersonId? ChairId { get; init; }

    public string? Chair { get; init; }

    public PersonId? MinuteTakerId { get; init; }

    public string? MinuteTaker { get; init; }

    public string? CaseNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public Instant? AgendaSentAt { get; init; }

    /// <inheritdoc cref="Meeting.ChangesToldAt"/>
    public Instant? ChangesToldAt { get; init; }

    public string? CancellationReason { get; init; }

    /// <summary>When an item or a bilag of it is late; null where it is drawn without the forum's rules.</summary>
    public AgendaClock? Clock { get; init; }

    private bool IsToCome => Status is not (MeetingStatus.Held or MeetingStatus.Cancelled);

    /// <summary>An item that comes now is asked why; once the meeting is over nothing is.</summary>
    internal bool AsksWhyItem(Instant now) => IsToCome && Clock?.IsItemLate(AgendaSentAt, now) == true;

    /// <inheritdoc cref="AsksWhyItem"/>
    internal bool AsksWhyAttachment(Instant now) => IsToCome && Clock?.IsAttachmentLate(now) == true;
}

/// <summary>A meeting to choose from in a form.</summary>
/// <param name="When">»Tirsdag d. 4. februar 2025 kl. 14.00–16.00«</param>
internal sealed record MeetingChoice(MeetingId Id, string When)
{
    internal static MeetingChoice Of(Meeting meeting) => new(meeting.Id, DanishFormat.Capitalised(CardParts.When(meeting.Time)));

    internal Choice ToChoice() => new(When, CardIds.Write(Id));
}

/// <summary>What is said of a date on which the administration is closed: never refused, since the person may mean it.</summary>
internal static class ClosedDay
{
    /// <returns>»Datoen er en lukkedag: juleaftensdag.«, »Datoen er en lørdag.«; null for a hverdag.</returns>
    internal static string? Warning(LocalDate date) => DanishHolidays.NameOf(date) is { } holiday ? Texts.IsHoliday(holiday)
        : IsWeekend(date) ? Texts.IsWeekend(DanishNames.Weekday(date.DayOfWeek))
        : null;

    /// <summary>As <see cref="Warning"/>, of a deadline that follows from a meeting by the rules of procedure: »Fristen for punkter, søndag d. …«.</summary>
    internal static string? WarningOf(string deadline, LocalDate date) => DanishHolidays.NameOf(date) is { } holiday
        ? Texts.DeadlineIsOnHoliday(deadline, date, holiday)
        : IsWeekend(date) ? Texts.DeadlineIsInWeekend(deadline, date)
        : null;

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
