using Klynge.Application.Agendas;
using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>What a use case about one deadline begins and ends with.</summary>
internal static class DeadlineScope
{
    /// <summary>What it takes to settle one's own deadline.</summary>
    internal const Permission Needs = DeadlineQueries.Needs;

    /// <summary>What it takes to settle another's.</summary>
    internal const Permission NeedsOfOthers = Permission.ManageDeadlines;

    /// <summary>The deadline, when it is the forum's and the caller may change it: its own responsible, the chairs and the secretariat.</summary>
    internal static async Task<Result<DeadlineOfForum>> DeadlineAsync(this WriteScope scope, ForumId forumId, DeadlineId id)
    {
        var entered = await scope.EnterAsync(forumId, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var deadline = await scope.Db.Deadlines
            .Include(candidate => candidate.History)
            .SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forumId);
        if (deadline is null)
            return new DeadlineNotFound();

        return visit.Access.MayChange(deadline.Responsible) ? new DeadlineOfForum(visit.Forum, deadline) : new DeadlineNotYours(visit.Forum.Name);
    }

    /// <summary>Plans the reminders anew, and lets the agenda show the day.</summary>
    internal static async Task ChangedAsync(this WriteScope scope, Forum forum, Deadline deadline)
    {
        deadline.Plan(forum.Rules.Reminders, scope.Now);
        if (deadline.Kind == DeadlineKind.Agreement)
            await scope.FillFollowUpAsync(forum.Id);

        if (deadline is { ItemId: not null, MeetingId: { } meeting })
            await scope.RefreshAsync(AgendaCards.Key(meeting));
    }

    /// <summary>The start of a meeting is taken back, and with it that its own deadlines were over. What a person has settled stays settled.</summary>
    /// <param name="began">When the meeting had begun: what was settled before stays as it is.</param>
    internal static async Task ReviveDeadlinesAsync(this WriteScope scope, Forum forum, MeetingId meeting, Instant began)
    {
        var settled = await scope.Db.Deadlines
            .Include(deadline => deadline.History)
            .Where(deadline => deadline.MeetingId == meeting && deadline.Origin != null
                && deadline.Status == DeadlineStatus.Done && deadline.SettledAt >= began)
            .ToListAsync();
        foreach (var deadline in settled.Where(deadline => deadline.History.MaxBy(change => change.Version) is { ById: null }))
        {
            deadline.Undo(deadline.Version, by: null, scope.Now);
            deadline.Plan(forum.Rules.Reminders, scope.Now);
        }
    }

    /// <summary>Whoever is given a deadline by another hears of it at once: the first reminder may be weeks away. A role is told by its reminders.</summary>
    /// <param name="before">Who saw to it so far.</param>
    internal static async Task TellResponsibleAsync(this WriteScope scope, Forum forum, Deadline deadline, Responsible before)
    {
        if (deadline.ResponsibleId is not { } person || person == before.PersonId || person == scope.Caller.PersonId)
            return;

        var reader = (await scope.Db.VisitAsync(person, forum.Id, scope.Today))!;
        var surroundings = await DeadlineSurroundings.LoadAsync(scope.Db, forum, [deadline], CancellationToken.None);
        scope.Notify(person, ReminderCard.Given(surroundings.ToView(deadline, DeadlineReader.Of(reader.Access)), DanishTime.ToDanish(scope.Now).Date));
    }

    internal static bool MayChange(this ForumAccess access, Responsible responsible) =>
        access.May(NeedsOfOthers) || access.IsResponsible(responsible);

    /// <summary>It is the person's own, by name or by a role that the person has.</summary>
    internal static bool IsResponsible(this ForumAccess access, Responsible responsible) =>
        (access.IsInForum && responsible.PersonId == access.PersonId)
        || (responsible.Role is { } role && access.Own.Any(seat => role.Covers(seat.Role)));

    /// <summary>Whose it is to see to, of some seats: whoever is named, a substitute as well, or the holders of its role.</summary>
    internal static IEnumerable<Person> SeeTo(this IEnumerable<ForumMember> seats, Deadline deadline) => seats
        .SelectMany(seat => deadline.ResponsibleId is { } named ? seat.SubstitutePeople.Prepend(seat.Person).Where(person => person.Id == named)
            : deadline.ResponsibleRole is { } role && role.Covers(seat.Role) ? [seat.Person]
            : [])
        .DistinctBy(person => person.Id);

    /// <summary>The chairs and the deputy chair see to it together (formandskabet), and members are all who have a member's seat.</summary>
    internal static bool Covers(this Role asked, Role seat) => asked switch
    {
        Role.Chair or Role.CoChair => seat.Leads(),
        Role.Member => seat.IsMember(),
        _ => asked == seat,
    };
}

internal sealed record DeadlineOfForum(Forum Forum, Deadline Deadline);
