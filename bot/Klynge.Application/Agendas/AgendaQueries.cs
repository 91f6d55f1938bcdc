using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>Reads agendas. Whether the person may read them at all is the caller's to check.</summary>
public static class AgendaQueries
{
    /// <summary>What it takes to read them; the command and the buttons that show them ask for this.</summary>
    public const Permission Needs = Permission.ReadAgenda;

    /// <summary>The items on a meeting's agenda in their order.</summary>
    public static Task<List<AgendaItem>> ItemsOnAgendaAsync(
        this KlyngeContext db, MeetingId meeting, CancellationToken cancellationToken = default) =>
        db.AgendaItems
            .Where(item => item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted)
            .OrderBy(item => item.Number)
            .ToListAsync(cancellationToken);

    /// <summary>The agenda of a forum's meeting; null when the meeting is not the forum's.</summary>
    /// <param name="reader">What they may not read of closed items comes without title and text.</param>
    public static Task<AgendaView?> AgendaAsync(
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, ClosedReader reader, CancellationToken cancellationToken = default) =>
        db.AgendaAsync(forumId, meetingId, reader, itemsOnly: false, cancellationToken);

    /// <inheritdoc cref="AgendaAsync(KlyngeContext, ForumId, MeetingId, ClosedReader, CancellationToken)"/>
    /// <param name="itemsOnly">For a card of one item or of decisions: nobody's attendance is read.</param>
    internal static async Task<AgendaView?> AgendaAsync(
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, ClosedReader reader, bool itemsOnly, CancellationToken cancellationToken)
    {
        var (untold, turns) = (AgendaChanges.Untold(db), GuestTurn.Of(db));
        var facts = await db.FactsOf(forumId, meetingId)
            .Select(one => new
            {
                Of = one,
                Proposals = db.AgendaItems.Count(item => item.MeetingId == meetingId && item.Status == AgendaItemStatus.Proposed),
                Untold = untold.Count(item => item.MeetingId == meetingId),
                InTurn = turns.Count(turn => turn.MeetingId == meetingId),
                IsFinal = db.Minutes.Any(minutes => minutes.MeetingId == meetingId && minutes.Status == MinutesStatus.Approved),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (facts is null)
            return null;

        var (meeting, rules) = (facts.Of.ToView(), facts.Of.Forum.Rules);
        var isOver = meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled;
        var all = await db.LinesAsync(meetingId, cancellationToken);
        var items = all.FindAll(line => line.Item.IsOnAgenda);
        var times = AgendaTimes.Of(meeting.Time, items.ConvertAll(line => line.Item));
        var guests = all.SelectMany(line => line.Guests.Select(guest => GuestAt.Of(meeting, guest, line.Item, times.StartOf(items.IndexOf(line))))).ToList();
        var (seats, apologies) = itemsOnly ? ([], []) : await db.AttendanceAsync(meetingId, forumId, meeting.Time.Date, cancellationToken);
        return new AgendaView
        {
            Meeting = meeting,
            Lines = AgendaLines.WithGuests(AgendaLines.Of(meeting, items, times, reader), guests),
            Overrun = isOver ? null : times.Overrun,
            Invitations = isOver || itemsOnly
                ? null
                : await db.InvitationsAsync(meetingId, seats, apologies.Select(apology => apology.MemberId).ToHashSet(), cancellationToken),
            Absences = await db.AbsencesAsync(seats, apologies, cancellationToken),
            Quorum = QuorumForecast.Of(rules.Quorum, seats, apologies),
            NeedsEverySector = rules.Quorum.EverySector,
            AllowsDissent = rules.DissentingOpinion.Allowed,
            AllowsStop = rules.StopExecution.Allowed,
            Proposals = facts.Proposals,
            Untold = isOver ? 0 : facts.Untold,
            GuestsToTell = guests.ToTell(),
            GuestsInTurn = facts.InTurn,
            IsFinal = facts.IsFinal,
            Seats = seats,
            Readers = [.. seats.OrderByDescending(seat => seat.Role == Role.Secretariat).Select(seat => new AgendaReader(seat.PersonId, seat.Person.TeamsUserId)).Distinct()],
        };
    }

    /// <summary>
    /// The items with what stands beside them: the case that an item went on as (a draft, which nobody has been told of, and one that was
    /// taken back say nothing), the nearest open deadline of it, or of the item that it continues, and its guests. Items that are off the agenda
    /// come too where somebody was invited to them.
    /// </summary>
    private static Task<List<ItemOnAgenda>> LinesAsync(this KlyngeContext db, MeetingId meeting, CancellationToken cancellationToken) =>
        db.AgendaItems
            .Where(item => item.MeetingId == meeting
                && (item.Status == AgendaItemStatus.Accepted || db.ItemGuests.Any(guest => guest.ItemId == item.Id && guest.ToldAt != null)))
            .OrderBy(item => item.Number)
            .Select(item => new ItemOnAgenda(
                item,
                db.WrittenProcedures
                    .Where(one => one.AgendaItemId == item.Id && one.Status != ProcedureStatus.Draft && one.Outcome != Outcome.Withdrawn)
                    .OrderByDescending(one => one.OpenedAt)
                    .Select(one => (WrittenProcedureId?)one.Id)
                    .FirstOrDefault(),
                db.Deadlines
                    .Where(one => (one.ItemId == item.Id || (item.ContinuesId != null && one.ItemId == item.ContinuesId))
                        && (one.Status == DeadlineStatus.Open || one.Status == DeadlineStatus.Postponed))
                    .OrderBy(one => one.Date)
                    .Select(one => (LocalDate?)one.Date)
                    .FirstOrDefault())
            {
                Guests = db.ItemGuests.Where(guest => guest.ItemId == item.Id).OrderBy(guest => guest.AddedAt).ThenBy(guest => guest.Id).ToList(),
                HasBallot = db.ItemBallots.Any(ballot => ballot.ItemId == item.Id && ballot.EndedAt == null),
                Excluded = db.ItemExclusions.Where(one => one.ItemId == item.Id).Select(one => one.PersonId).ToList(),
            })
            .ToListAsync(cancellationToken);

    /// <summary>The seats of the day in the forum's order, and the apologies that stand.</summary>
    private static async Task<(List<ForumMember> Seats, List<Apology> Apologies)> AttendanceAsync(
        this KlyngeContext db, MeetingId meeting, ForumId forum, LocalDate date, CancellationToken cancellationToken)
    {
        var rows = await db.ActiveSeats(forum, date)
            .SelectMany(
                seat => db.Apologies.Where(apology => apology.MeetingId == meeting && apology.MemberId == seat.Id && apology.WithdrawnAt == null).DefaultIfEmpty(),
                (seat, apology) => new { Seat = seat, Apology = apology })
            .ToListAsync(cancellationToken);
        return (rows.ConvertAll(row => row.Seat), [.. rows.Select(row => row.Apology).OfType<Apology>()]);
    }

    private static async Task<IReadOnlyList<Absence>> AbsencesAsync(
        this KlyngeContext db, List<ForumMember> seats, List<Apology> apologies, CancellationToken cancellationToken)
    {
        var bySeat = apologies.ToDictionary(apology => apology.MemberId);
        var substitutes = apologies.Select(apology => apology.SubstituteId ?? apology.AskedId).OfType<PersonId>().ToList();
        var names = await db.LabelsAsync(substitutes, cancellationToken);
        var labels = PeopleLabels.Of(seats);
        return
        [
            .. seats.Where(seat => bySeat.ContainsKey(seat.Id))
                .Select(seat => new Absence(
                    seat.Id, labels.GetValueOrDefault(seat.PersonId, seat.Person.Name), Substitute(bySeat[seat.Id], names), seat.HasVote, Asked(bySeat[seat.Id], names))),
        ];
    }

    private static string? Asked(Apology apology, Dictionary<PersonId, string> names) =>
        apology is { IsAsking: true, AskedId: { } id } ? names.GetValueOrDefault(id) : null;

    private static string? Substitute(Apology apology, Dictionary<PersonId, string> names) =>
        apology.SubstituteName ?? (apology.SubstituteId is { } id ? names.GetValueOrDefault(id) : null);
}

/// <param name="Case">What the item went on as, in writing.</param>
/// <param name="Deadline">The nearest that is open.</param>
public sealed record ItemOnAgenda(AgendaItem Item, WrittenProcedureId? Case, LocalDate? Deadline)
{
    /// <summary>In the order in which they were written on, also those who were taken off and do not know.</summary>
    internal IReadOnlyList<ItemGuest> Guests { get; init; } = [];

    /// <summary>A vote on cards runs.</summary>
    internal bool HasBallot { get; init; }

    /// <summary>Readers of closed items who are kept out of it.</summary>
    internal IReadOnlyList<PersonId> Excluded { get; init; } = [];
}
