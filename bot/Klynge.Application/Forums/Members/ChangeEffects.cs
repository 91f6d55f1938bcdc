using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>What a change of a forum's seats touches, said before it is confirmed; and the two that it must not leave the forum without.</summary>
internal sealed class ChangeEffects(KlyngeContext db, Forum forum, LocalDate today)
{
    /// <returns>Sentences; or <see cref="LastSecretary"/>, <see cref="LastChair"/>.</returns>
    internal async Task<Result<IReadOnlyList<string>>> FindAsync(List<SeatSnapshot> before, List<SeatSnapshot> after, Dictionary<PersonId, string> names)
    {
        if (DayWithout(before, after, seat => seat.Role == Role.Secretariat) is { } unkept)
            return new LastSecretary(forum.Name, DanishFormat.PlainDate(unkept));

        if (DayWithout(before, after, seat => seat.Role is Role.Chair or Role.CoChair) is { } unled)
            return new LastChair(forum.Name, DanishFormat.PlainDate(unled));

        var leavers = LeaversOf(before, after);
        return
        (List<string>)[
            .. Votes(before, after),
            .. await MeetingsAsync(before, after, leavers, names),
            .. await CasesAsync(leavers, names),
            .. await DeadlinesAsync(leavers, names),
        ];
    }

    /// <summary>The first day from today on which there was somebody before and is nobody any more; null for none.</summary>
    private LocalDate? DayWithout(List<SeatSnapshot> before, List<SeatSnapshot> after, Predicate<SeatSnapshot> holds)
    {
        var days = before.Concat(after).SelectMany(seat => new LocalDate?[] { seat.From, seat.To?.PlusDays(1) }).OfType<LocalDate>().Where(day => day > today).Append(today);
        foreach (var day in days.Distinct().Order())
        {
            if (before.Exists(seat => holds(seat) && seat.IsActive(day)) && !after.Exists(seat => holds(seat) && seat.IsActive(day)))
                return day;
        }

        return null;
    }

    /// <summary>Those who sit there now, and from some day on no more.</summary>
    private Dictionary<PersonId, LocalDate> LeaversOf(List<SeatSnapshot> before, List<SeatSnapshot> after)
    {
        var leavers = new Dictionary<PersonId, LocalDate>();
        foreach (var person in before.Where(seat => seat.IsActive(today)).Select(seat => seat.Person).Distinct())
        {
            if (LastDay(after, person) is { } last && last != LastDay(before, person))
                leavers[person] = last;
        }

        return leavers;
    }

    /// <summary>Null while no end is known.</summary>
    private static LocalDate? LastDay(List<SeatSnapshot> seats, PersonId person)
    {
        var own = seats.FindAll(seat => seat.Person == person && (seat.To is null || seat.To >= seat.From));
        return own.Exists(seat => seat.To is null) || own.Count == 0 ? null : own.Max(seat => seat.To);
    }

    private IEnumerable<string> Votes(List<SeatSnapshot> before, List<SeatSnapshot> after)
    {
        var ahead = before.Concat(after).SelectMany(seat => new LocalDate?[] { seat.From, seat.To?.PlusDays(1) }).OfType<LocalDate>().Where(day => day >= today).Append(today).Max();
        var (had, has) = (Count(before), Count(after));
        if (had != has)
            yield return Texts.Votes(had, has, forum.Rules.Quorum.SeatsNeeded(has));
        if (has == 0 && had > 0)
            yield return Texts.NobodyVotes;

        int Count(List<SeatSnapshot> seats) => seats.Count(seat => seat.HasVote && seat.IsActive(ahead));
    }

    /// <summary>Meetings ahead that can decide now and no more then, and those that somebody was to lead or to take the minutes of.</summary>
    private async Task<List<string>> MeetingsAsync(
        List<SeatSnapshot> before, List<SeatSnapshot> after, Dictionary<PersonId, LocalDate> leavers, Dictionary<PersonId, string> names)
    {
        var lines = new List<string>();
        var meetings = await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.ForumId == forum.Id && meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start).ToListAsync();
        var ids = meetings.ConvertAll(meeting => meeting.Id);
        var apologies = ids.Count == 0 ? [] : await db.Apologies.AsNoTracking().Where(apology => ids.Contains(apology.MeetingId) && apology.WithdrawnAt == null).ToListAsync();
        foreach (var meeting in meetings)
        {
            var away = apologies.FindAll(apology => apology.MeetingId == meeting.Id);
            if (IsMet(before, meeting, away) && !IsMet(after, meeting, away))
                lines.Add(Texts.NoQuorum(meeting.Date));

            foreach (var (person, last) in leavers.Where(leaver => leaver.Value < meeting.Date))
            {
                if (meeting.ChairId == person)
                    lines.Add(Texts.LeadsMeeting(names[person], meeting.Date));
                if (meeting.MinuteTakerId == person)
                    lines.Add(Texts.TakesMinutes(names[person], meeting.Date));
            }

            lines.AddRange(away.Where(apology => apology.SubstituteId is { } one && !StandsIn(after, apology, one, meeting.Date) && StandsIn(before, apology, one, meeting.Date))
                .Select(apology => Texts.SubstituteGone(names[apology.SubstituteId!.Value], meeting.Date)));
        }

        return lines;
    }

    private static bool StandsIn(List<SeatSnapshot> seats, Apology apology, PersonId person, LocalDate date) =>
        seats.Exists(seat => seat.Id == apology.MemberId && seat.IsActive(date) && seat.Substitutes.Contains(person));

    private bool IsMet(List<SeatSnapshot> seats, Meeting meeting, List<Apology> apologies)
    {
        var active = seats.Where(seat => seat.IsActive(meeting.Date)).Select(seat => new ForumMember
        {
            Id = seat.Id,
            ForumId = forum.Id,
            PersonId = seat.Person,
            Role = seat.Role,
            HasVote = seat.HasVote,
            Organisation = seat.Sector,
            Sector = seat.Sector,
            From = seat.From,
        }).ToList();
        return active.Exists(seat => seat.HasVote) && QuorumForecast.Of(forum.Rules.Quorum, active, apologies).IsMet;
    }

    /// <summary>The roll was frozen when the case opened: the vote stays on it, and the secretariat hears when the day has come.</summary>
    private async Task<List<string>> CasesAsync(Dictionary<PersonId, LocalDate> leavers, Dictionary<PersonId, string> names)
    {
        if (leavers.Count == 0)
            return [];

        var open = await db.WrittenProcedures.AsNoTracking().Include(one => one.Roll)
            .Where(one => one.ForumId == forum.Id && one.Status == ProcedureStatus.Open).OrderBy(one => one.Deadline).ToListAsync();
        return
        [
            .. from one in open
               from entry in one.Roll.OrderBy(entry => entry.Order)
               where leavers.ContainsKey(entry.PersonId) || leavers.ContainsKey(entry.VoterId)
               select Texts.OnRoll(leavers.ContainsKey(entry.VoterId) ? entry.VoterName : names[entry.PersonId], NoticeTitle.Of(one.Case).ToString(), one.Deadline, entry.HasAnswered),
        ];
    }

    private async Task<List<string>> DeadlinesAsync(Dictionary<PersonId, LocalDate> leavers, Dictionary<PersonId, string> names)
    {
        if (leavers.Count == 0)
            return [];

        var people = leavers.Keys.Select(person => (PersonId?)person).ToList();
        var open = await db.Deadlines.AsNoTracking()
            .Where(deadline => deadline.ForumId == forum.Id && deadline.Status == DeadlineStatus.Open && people.Contains(deadline.ResponsibleId))
            .OrderBy(deadline => deadline.Date).ToListAsync();
        return [.. open.GroupBy(deadline => deadline.ResponsibleId!.Value).Select(own => Texts.SeesTo(names[own.Key], own.Count(), own.First().Date))];
    }
}
