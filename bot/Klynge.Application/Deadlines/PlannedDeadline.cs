using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>A deadline as it should be, by what it follows from.</summary>
/// <param name="Origin">Names what it follows from, once in a forum.</param>
/// <param name="IsSettled">What it asks for has been done: the agenda is out, the minutes are.</param>
internal sealed record PlannedDeadline(
    string Origin, string Title, LocalDate Date, DeadlineKind Kind, MeetingId? MeetingId, Responsible Responsible, bool IsSettled);
