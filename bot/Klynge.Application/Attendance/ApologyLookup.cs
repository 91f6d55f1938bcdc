using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Attendance;

/// <param name="Forum">The key of the forum that was named; null for the chat's, or all of the sender's.</param>
/// <param name="Days">None for the next meeting.</param>
/// <param name="Who">Whose seat, as written; null for the sender's own.</param>
/// <param name="OnlyMissed">Only where an apology stands.</param>
internal sealed record SeatsAsked(string? Forum, IReadOnlyList<LocalDate> Days, string? Who, bool OnlyMissed)
{
    /// <summary>Every meeting ahead, to choose from.</summary>
    internal bool All { get; init; }

    internal bool NamesDay => Days.Count > 0;
}

/// <summary>Finds the seats and meetings that the words of an apology can mean.</summary>
internal sealed class ApologyLookup(Gate gate, IDbContextFactory<KlyngeContext> contexts)
{
    private const int MaxChoices = 6;
    private const int MaxMeetings = 24;

    /// <returns>One place: that is meant. Several: to be asked about. None is an error that says why.</returns>
    internal async Task<Result<List<ApologySeat>>> FindAsync(ChatTurn turn, SeatsAsked asked, CancellationToken cancellationToken)
    {
        var found = await LookAsync(turn, asked, cancellationToken);
        if (found.Error is ForumNotFound or NotAllowed)
            turn.Found.Refuse(found.Error, turn.ChosenForumId ?? turn.ConversationForumId);

        return found;
    }

    private async Task<Result<List<ApologySeat>>> LookAsync(ChatTurn turn, SeatsAsked asked, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await ForumsAsync(db, turn, asked.Forum, cancellationToken);
        if (forums.Count == 0 || await IsHiddenAsync(turn, forums[0].Id, cancellationToken))
            return new ForumNotFound();

        var meetings = await MeetingsAsync(db, forums, turn.Today, [.. asked.Days], cancellationToken);
        var seats = new Dictionary<(ForumId, LocalDate), List<ForumMember>>();
        var found = new List<ApologySeat>();
        Error? refusal = null;
        foreach (var meeting in meetings)
        {
            var key = (meeting.ForumId, meeting.Date);
            if (!seats.TryGetValue(key, out var ofForum))
                seats[key] = ofForum = await db.ActiveSeatsAsync(meeting.ForumId, meeting.Date);

            var forum = forums.Find(one => one.Id == meeting.ForumId)!;
            var meant = Meant(turn, forum, meeting, ofForum, asked.Who);
            refusal ??= meant.Error;
            if (meant.IsSuccess)
                found.AddRange(meant.Value);
        }

        var missed = asked.OnlyMissed ? await MissedAsync(db, found, cancellationToken) : found;
        return missed.Count > 0 ? Narrow(missed, asked, turn)
            : asked is { OnlyMissed: true, Who: not null } && found.Count > 0 ? new NoApologyOf(found[0].Label)
            : NoneFound(asked, refusal);
    }

    /// <summary>A forum that somebody names, or chose, without being in it: who sits there is not theirs to ask, nor that it is there.</summary>
    private async Task<bool> IsHiddenAsync(ChatTurn turn, ForumId forum, CancellationToken cancellationToken) =>
        turn.ConversationForumId != forum && (await gate.VisitAsync(turn, forum, cancellationToken))?.Access.IsInForum != true;

    private static Error NoneFound(SeatsAsked asked, Error? refusal) =>
        refusal is WhoUnknown or WhoHasNoSeat or NotAllowed ? refusal
        : asked.OnlyMissed ? new Domain.Attendance.NoApology()
        : asked.NamesDay ? new NoMeetingThatDay(asked.Days)
        : new NoMeetingToMiss();

    /// <summary>Without a date the next meeting is meant, in each forum where a seat fits; several people who fit are all kept.</summary>
    private static List<ApologySeat> Narrow(List<ApologySeat> found, SeatsAsked asked, ChatTurn turn)
    {
        var own = found.Exists(one => !one.IsStoodInFor) ? found.FindAll(one => !one.IsStoodInFor) : found;
        var kept = !asked.NamesDay && !asked.OnlyMissed && !asked.All
            ? own.GroupBy(one => one.Forum.Id).SelectMany(ofForum => ofForum.Where(one => one.Meeting.Id == ofForum.First().Meeting.Id)).ToList()
            : own;
        return kept.Count > 1 && asked.OnlyMissed && !asked.NamesDay && (turn.ChosenForumId ?? turn.ConversationForumId) is not null
            ? kept.FindAll(one => one.Meeting.Id == kept[0].Meeting.Id)
            : asked.Days.Count > 1 ? kept
            : [.. kept.Take(MaxChoices)];
    }

    private static Result<List<ApologySeat>> Meant(ChatTurn turn, Forum forum, Meeting meeting, List<ForumMember> seats, string? who)
    {
        var people = PeopleDirectory.Of(seats);
        var access = seats.AccessOf(turn.PersonId, forum.Id, meeting.Date);
        if (who is null)
        {
            var own = seats.FindAll(seat => seat.PersonId == turn.PersonId);
            return own.Count > 0
                ? own.ConvertAll(seat => Of(seat))
                : [.. access.StandsInFor.Select(seat => Of(seat) with { IsStoodInFor = true })];
        }

        var named = people.Find(who) is { Fitting.Count: > 0 } found ? found : people.OfOrganisation(who);
        if (named.Fitting.Count == 0)
            return new WhoUnknown(who, forum.Name, Places(seats.Where(seat => named.Near.Any(one => one.Id == seat.PersonId) && access.MaySpeakFor(seat))));

        var theirs = seats.FindAll(seat => named.Fitting.Any(one => one.Id == seat.PersonId));
        if (theirs.Count == 0)
            return new WhoHasNoSeat(people.LabelOf(named.Fitting[0].Id, who), forum.Name);

        // Who fits is decided before who may: a namesake whom the sender may speak for is no reason to take the name for theirs.
        return theirs.Exists(access.MaySpeakFor) ? Places(theirs.Where(access.MaySpeakFor)) : new NotAllowed(forum.Name);

        List<ApologySeat> Places(IEnumerable<ForumMember> some) => [.. some.Select(Of)];

        ApologySeat Of(ForumMember seat) =>
            new(forum, meeting, seat, people.LabelOf(seat.PersonId, seat.Person.Name), seat.PersonId == turn.PersonId);
    }

    private static async Task<List<Forum>> ForumsAsync(KlyngeContext db, ChatTurn turn, string? named, CancellationToken cancellationToken)
    {
        if (named is not null)
            return await db.Forums.AsNoTracking().Where(forum => forum.Key == named).ToListAsync(cancellationToken);

        return (turn.ChosenForumId ?? turn.ConversationForumId) is { } known
            ? await db.Forums.AsNoTracking().Where(forum => forum.Id == known).ToListAsync(cancellationToken)
            : await db.ForumsOfAsync(turn.PersonId, turn.Today);
    }

    private static Task<List<Meeting>> MeetingsAsync(
        KlyngeContext db, List<Forum> forums, LocalDate today, List<LocalDate> days, CancellationToken cancellationToken)
    {
        var ids = forums.ConvertAll(forum => forum.Id);
        return db.Meetings.AsNoTracking()
            .Where(meeting => ids.Contains(meeting.ForumId) && meeting.Date >= today && (days.Count == 0 || days.Contains(meeting.Date))
                && (meeting.Status == MeetingStatus.Planned || meeting.Status == MeetingStatus.AgendaSent || meeting.Status == MeetingStatus.InProgress))
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .Take(MaxMeetings)
            .ToListAsync(cancellationToken);
    }

    private static async Task<List<ApologySeat>> MissedAsync(KlyngeContext db, List<ApologySeat> found, CancellationToken cancellationToken)
    {
        var meetings = found.ConvertAll(one => one.Meeting.Id);
        var standing = await db.Apologies.AsNoTracking()
            .Where(apology => meetings.Contains(apology.MeetingId) && apology.WithdrawnAt == null)
            .Select(apology => new { apology.MeetingId, apology.MemberId })
            .ToListAsync(cancellationToken);
        return found.FindAll(one => standing.Exists(apology => apology.MeetingId == one.Meeting.Id && apology.MemberId == one.Seat.Id));
    }
}
