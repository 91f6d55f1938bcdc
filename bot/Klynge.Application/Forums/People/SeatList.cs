using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.People;

/// <summary>Who sits in a forum on the day of a meeting, or today: chosen by seat for an apology, by person for everything else.</summary>
internal sealed class SeatList(string kind) : IPeopleList
{
    private const int MaxTitle = 100;

    public string Kind => kind;

    private bool IsOfSeats => kind == PeopleSource.Seats;

    public async Task<IReadOnlyList<PersonChoice>?> ListAsync(
        KlyngeContext db, ForumAccess reader, PeopleSource source, LocalDate today, CancellationToken cancellationToken)
    {
        if (!MayRead(reader))
            return null;

        var day = today;
        if (source.Record != default)
        {
            var id = new MeetingId(source.Record.Value);
            var days = await db.Meetings.Where(one => one.Id == id && one.ForumId == source.Forum).Select(one => one.Date).ToListAsync(cancellationToken);
            if (days is not [var ofMeeting])
                return null;

            day = ofMeeting;
        }

        var seats = await db.ActiveSeatsAsync(source.Forum, day);
        return [.. (IsOfSeats ? seats : seats.DistinctBy(seat => seat.PersonId)).Select(ToChoice)];
    }

    /// <summary>Those who have a form with such a field.</summary>
    private bool MayRead(ForumAccess reader) => IsOfSeats
        ? reader.May(Permission.RegisterApologyForOthers)
        : reader.May(Permission.ManageMeetings) || reader.May(Permission.ManageDeadlines) || reader.May(Permission.ManageAnnualWheel);

    private PersonChoice ToChoice(ForumMember seat)
    {
        var (id, value) = IsOfSeats ? (ListedId.Of(seat.Id), CardIds.Write(seat.Id)) : (ListedId.Of(seat.PersonId), CardIds.Write(seat.PersonId));
        var title = DanishText.Shorten($"{seat.Person.Name}, {seat.Organisation}", MaxTitle);
        return new PersonChoice(id, seat.Person.Name, title, value, seat.Organisation);
    }
}
