using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>What everybody in a forum is told when a meeting they know of changes.</summary>
internal static class MeetingNotices
{
    internal static AdaptiveCard Moved(MeetingView meeting, MeetingTime before, bool hasApologised) => CardParts.Note(
        meeting,
        Texts.MovedHeading,
        [
            Texts.NewTime(meeting.Time),
            Texts.OldTime(before),
            .. meeting.Place.Length > 0 ? new[] { Texts.At(meeting.Place) } : [],
        ],
        hasApologised ? [Texts.ApologyStands] : [],
        CardParts.ToAgenda(meeting.ForumId, meeting.Id),
        CardParts.Button(Texts.Apologise, Attendance.AttendanceChat.FormVerb, CardParts.Data(meeting.ForumId, meeting.Id)));

    internal static AdaptiveCard Cancelled(MeetingView meeting) => CardParts.Note(
        meeting,
        Texts.CancelledHeading,
        [
            DanishFormat.Capitalised(CardParts.When(meeting.Time)),
            meeting.CancellationReason is { } reason ? Texts.Because(reason) : Texts.AskWhy,
        ],
        []);
}

/// <summary>Who is told about a meeting.</summary>
internal static class MeetingPeople
{
    /// <summary>Everybody with a seat, once, but the one who causes the message.</summary>
    internal static IReadOnlyList<Person> ExceptCaller(this IEnumerable<ForumMember> seats, Caller caller) =>
        [.. seats.Select(seat => seat.Person).Where(person => person.Id != caller.PersonId).DistinctBy(person => person.Id)];

    /// <summary>Whether anybody can know of the meeting: its agenda has gone out, or its card stands in a chat.</summary>
    internal static async Task<bool> IsToldAsync(
        this KlyngeContext db, MeetingId meeting, bool agendaSent, CancellationToken cancellationToken = default)
    {
        var key = AgendaCards.Key(meeting).ToString();
        return agendaSent || await db.SharedCards.AnyAsync(card => card.Key == key, cancellationToken);
    }

    /// <summary>How many people a change of the meeting is told to; 0 while nobody knows of it.</summary>
    internal static async Task<int> ReachAsync(
        this KlyngeContext db, MeetingView meeting, Caller caller, CancellationToken cancellationToken = default) =>
        await db.IsToldAsync(meeting.Id, meeting.AgendaSentAt is not null, cancellationToken)
            ? (await db.ActiveSeatsAsync(meeting.ForumId, meeting.Time.Date)).ExceptCaller(caller).Count
            : 0;
}
