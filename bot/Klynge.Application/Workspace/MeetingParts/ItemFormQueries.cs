using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Forums;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.MeetingParts;

/// <summary>Reads what an open form of an item is drawn from.</summary>
internal static class ItemFormQueries
{
    /// <returns>Null where the form is about something that is not there, or not there any more: then the agenda is shown.</returns>
    internal static async Task<ItemFormView?> ItemFormAsync(
        this KlyngeContext db, ChatTurn turn, Visit visit, MeetingPage page, AgendaLine line, CancellationToken cancellationToken)
    {
        var (look, parts) = (page.Look, page.Parts.GetValueOrDefault(line.Id, ItemParts.None));
        return look.Shows switch
        {
            MeetingShows.Agreement or MeetingShows.DropAgreement => await db.AgreementAsync(turn, visit, look, parts),
            MeetingShows.FollowUp => parts.Found.FirstOrDefault(one => one.Id == look.Found) is { KeptBack: null } found ? new FollowUpFields(found) : null,
            MeetingShows.Contribution => await db.ContributionAsync(turn, visit, page.Agenda, line, cancellationToken),
            MeetingShows.Vote => await db.VoteAsync(visit, page, line, cancellationToken),
            MeetingShows.Ballot => await db.BallotAsync(visit, page, line, cancellationToken),
            MeetingShows.Addition => new AdditionFields(),
            MeetingShows.ItemAttendance => new ItemAttendanceFields(await db.AttendanceAsync(visit, page, cancellationToken)),
            MeetingShows.Exclusion => await db.ExclusionAsync(visit, page, cancellationToken),
            MeetingShows.Guest => new GuestFields(),
            _ => null,
        };
    }

    private static async Task<AgreementFields?> AgreementAsync(this KlyngeContext db, ChatTurn turn, Visit visit, MeetingLook look, ItemParts parts)
    {
        var standing = parts.Agreements.FirstOrDefault(one => one.Id == look.Agreement && one is { IsOpen: true, MayEdit: true });
        var mustStand = look.Agreement is not null || look.Shows == MeetingShows.DropAgreement;
        if (standing is null ? mustStand : look.Shows == MeetingShows.DropAgreement && standing.Kind != DeadlineKind.Agreement)
            return null;

        var (roles, people, left) = DeadlineForms.Choices(await db.ActiveSeatsAsync(visit.Forum.Id, turn.Today), standing);
        return new AgreementFields([.. roles, .. people, .. left], standing);
    }

    private static async Task<ContributionFields> ContributionAsync(
        this KlyngeContext db, ChatTurn turn, Visit visit, AgendaView view, AgendaLine line, CancellationToken cancellationToken)
    {
        var (forum, own) = (visit.Forum, view.Seats.Select(seat => seat.PersonId).ToHashSet());
        var people = (await ContributorList.ReadAsync(db, forum.Id, turn.Today, cancellationToken)).Where(person => !line.Excluded.Contains(person.Id)).ToList();
        return new ContributionFields(
            [.. people.Where(person => own.Contains(person.Id)).Select(ToChoice)],
            [.. people.Where(person => !own.Contains(person.Id)).Select(ToChoice)],
            await db.ContributionsOfItemAsync(forum.Id, line.Id, cancellationToken),
            ContributionForms.UsualDay(forum.Rules, view.Meeting.Time.Date, turn.Today));

        static Choice ToChoice(Contributor person) => new(person.Heading, CardIds.Write(person.Id));
    }

    private static async Task<VoteFields?> VoteAsync(this KlyngeContext db, Visit visit, MeetingPage page, AgendaLine line, CancellationToken cancellationToken)
    {
        var standing = line.Content.Votes.FirstOrDefault(vote => vote.Id == page.Look.Vote);
        if (page.Look.Vote is not null && standing is null)
            return null;

        var attendance = await db.AttendanceAsync(visit, page, cancellationToken);
        var ballot = standing is null ? null : await db.ItemBallots.Include(one => one.Answers).AsNoTracking().SingleOrDefaultAsync(one => one.Id == standing.Id, cancellationToken);
        var pressed = attendance.PressedIn(ballot, line.Id);
        return new VoteFields(
            [.. attendance.VotersAt(line.Id).Where(voter => !pressed.ContainsKey(voter.Seat.Id))], pressed.Count, standing, attendance.QuorumAt(line.Id));
    }

    private static async Task<BallotFields> BallotAsync(this KlyngeContext db, Visit visit, MeetingPage page, AgendaLine line, CancellationToken cancellationToken)
    {
        var voters = await db.VotersAsync(visit.Forum, await db.MeetingOfAsync(page, cancellationToken), line.Id, cancellationToken);
        return new BallotFields([.. Names(isReached: true)], [.. Names(isReached: false)]);

        IEnumerable<string> Names(bool isReached) => voters.Where(voter => voter.IsReached == isReached).Select(voter => voter.Sitting.Name!);
    }

    private static async Task<ExclusionFields> ExclusionAsync(this KlyngeContext db, Visit visit, MeetingPage page, CancellationToken cancellationToken)
    {
        var readers = await db.ReadersOfClosedAsync(visit.Forum.Id, await db.MeetingOfAsync(page, cancellationToken), cancellationToken);
        return new ExclusionFields([.. readers.Where(one => !one.Access.May(ExcludeFromItem.Needs)).Select(one => (one.Person.Id, one.Person.Name))]);
    }

    private static async Task<ItemAttendance> AttendanceAsync(this KlyngeContext db, Visit visit, MeetingPage page, CancellationToken cancellationToken) =>
        await ItemAttendance.OfAsync(db, visit.Forum, await db.MeetingOfAsync(page, cancellationToken), cancellationToken);

    private static Task<Meeting> MeetingOfAsync(this KlyngeContext db, MeetingPage page, CancellationToken cancellationToken)
    {
        var id = page.Agenda.Meeting.Id;
        return db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
    }
}
