using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Meetings;

/// <summary>
/// When an item or a bilag of a meeting is late by the forum's own rules: councils send the agenda 4 hverdage before and bilag 3, »så vidt muligt«.
/// What is late is never refused, because the body itself may take it up; its reason is asked, and printed: »eftersendt, fordi …«.
/// </summary>
/// <param name="ItemsBy">The last day within the limit of the agenda; for a meeting on Tuesday 13 January 2026 and 4 hverdage it is Wednesday 7.</param>
/// <param name="ItemsLateFrom">The first instant that is too late for an item.</param>
/// <param name="AttachmentsBy">The last day within the limit of bilag; null where the rules set none, and then no bilag is late.</param>
/// <param name="AttachmentsLateFrom">The first instant that is too late for a bilag.</param>
public sealed record AgendaClock(LocalDate ItemsBy, Instant ItemsLateFrom, LocalDate? AttachmentsBy, Instant? AttachmentsLateFrom)
{
    public static AgendaClock Of(RulesOfProcedure rules, LocalDate meeting)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new AgendaClock(
            rules.AgendaOut.DayBefore(meeting), rules.AgendaOut.Before(meeting), rules.AttachmentsOut?.DayBefore(meeting), rules.AttachmentsOut?.Before(meeting));
    }

    /// <param name="sentAt">When the agenda went out: whatever comes after that is late, also before the limit. Null where it has not.</param>
    public bool IsItemLate(Instant? sentAt, Instant now) => sentAt is not null || now >= ItemsLateFrom;

    public bool IsAttachmentLate(Instant now) => AttachmentsLateFrom is { } from && now >= from;
}
