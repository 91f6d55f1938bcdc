using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums;

/// <summary>The questions about seats that every feature asks, answered in one place.</summary>
public static class ForumQueries
{
    /// <summary>
    /// A forum, open or closed, and what a person may do in it; null for a forum that there is not. The one question about access: the gate
    /// asks it for a turn, <see cref="EnterAsync(KlyngeContext, Caller, ForumId, Permission, LocalDate)"/> for everything else that is asked
    /// to do something, and what is sent to others by themselves asks what its readers may read.
    /// </summary>
    public static Task<Visit?> VisitAsync(this KlyngeContext db, PersonId person, ForumId forumId, LocalDate date) =>
        db.VisitAsync(new Caller(person), forumId, date);

    private static async Task<Visit?> VisitAsync(this KlyngeContext db, Caller caller, ForumId forumId, LocalDate date)
    {
        var person = caller.Row is null ? caller.PersonId : null;
        var rows = await (
            from forum in db.Forums
            join board in db.Boards on forum.BoardId equals board.Id
            from seat in db.Members
                .Where(seat => seat.ForumId == forum.Id && person != null && (seat.PersonId == person || seat.Substitutes.Any(one => one.PersonId == person)))
                .DefaultIfEmpty()
            where forum.Id == forumId
            select new { Forum = forum, Board = board.Name, Seat = seat }).ToListAsync();
        return rows.Count == 0 ? null : new Visit(
            rows[0].Forum,
            rows[0].Board,
            person is { } known
                ? rows.Select(row => row.Seat).OfType<ForumMember>().AccessOf(known, forumId, date)
                : ForumAccess.OfSystem(forumId, caller.Row?.Needs ?? []));
    }

    /// <summary>
    /// The one check that a use case begins with: the forum exists and the caller may do this in it: a person by their seats, the system by
    /// its row. Nobody begins anything in a forum that is closed down, and nobody changes anything in one that is history; the system finishes there
    /// what was begun.
    /// </summary>
    public static async Task<Result<Visit>> EnterAsync(
        this KlyngeContext db, Caller caller, ForumId forumId, Permission permission, LocalDate date) =>
        await db.VisitAsync(caller, forumId, date) is not { } visit ? new ForumNotFound()
        : !caller.IsSystem && visit.IsHistoricFor(permission, date) ? new ForumIsHistoric()
        : visit.Forum.IsOverFor(permission) ? new ForumNotFound()
        : visit.Access.May(permission) ? visit
        : visit.Access.Refuse(visit.Forum);

    /// <summary>The same as a write begins: by its own caller, on its own day, in its transaction.</summary>
    public static async Task<Result<Visit>> EnterAsync(this WriteScope scope, ForumId forumId, Permission permission)
    {
        var entered = await scope.Db.EnterAsync(scope.Caller, forumId, permission, scope.Today);
        if (entered.IsSuccess)
            scope.HasEntered = true;

        return entered;
    }

    /// <summary>The same as a job enters: there is nobody to tell of a refusal, so it fails the run.</summary>
    /// <exception cref="InvalidOperationException">Its row does not declare the permission, or the forum is closed down for it.</exception>
    internal static async Task<Visit> EnterAsJobAsync(this WriteScope scope, ForumId forumId, Permission permission) =>
        (await scope.EnterAsync(forumId, permission)).TryGet(out var visit, out var error) ? visit
        : throw new InvalidOperationException($"{scope.Intent.UseCase} may not {permission} in this forum: {error.Code}.");

    /// <summary>The open forums where a person sits, or stands in for somebody, with what they may do there: from the lowest rung up.</summary>
    /// <param name="closedToo">Also those that are closed down: what was decided there is still read.</param>
    public static async Task<List<Visit>> VisitsAsync(this KlyngeContext db, PersonId person, LocalDate date, bool closedToo = false)
    {
        var rows = await (
            from seat in db.Members
            join forum in db.Forums on seat.ForumId equals forum.Id
            join board in db.Boards on forum.BoardId equals board.Id
            where (closedToo || !forum.IsClosed) && (seat.PersonId == person || seat.Substitutes.Any(one => one.PersonId == person)) && seat.From <= date && (seat.To == null || seat.To >= date)
            select new { Forum = forum, Board = board.Name, Seat = seat }).ToListAsync();
        return rows.Select(row => (row.Forum, row.Board, row.Seat)).VisitsOf(person, date);
    }

    /// <summary>The same from rows that were read for something else as well, such as everybody's seats.</summary>
    internal static List<Visit> VisitsOf(this IEnumerable<(Forum Forum, string Board, ForumMember Seat)> rows, PersonId person, LocalDate date) =>
        [.. rows.GroupBy(row => row.Forum.Id)
            .Select(ofForum => new Visit(ofForum.First().Forum, ofForum.First().Board, ofForum.Select(row => row.Seat).AccessOf(person, ofForum.Key, date)))
            .OrderBy(visit => visit.Forum.Level).ThenBy(visit => visit.Forum.Name, StringComparer.Ordinal)];

    /// <summary>What somebody else may do by the seats of a day: the readers of what is sent, and who sat there when a meeting was held.</summary>
    internal static ForumAccess AccessOf(this IEnumerable<ForumMember> seats, PersonId person, ForumId forum, LocalDate date) => new(person, forum, seats, date);

    /// <summary>The seats that are active on a day, with their people, in the board file's order.</summary>
    public static Task<List<ForumMember>> ActiveSeatsAsync(this KlyngeContext db, ForumId forum, LocalDate date) =>
        db.ActiveSeats(forum, date).ToListAsync();

    internal static IQueryable<ForumMember> ActiveSeats(this KlyngeContext db, ForumId forum, LocalDate date) =>
        db.Members
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => seat.ForumId == forum && seat.From <= date && (seat.To == null || seat.To >= date))
            .OrderBy(seat => seat.Order);

    /// <summary>The open forums where a person sits, or stands in for somebody, from the lowest rung up.</summary>
    public static Task<List<Forum>> ForumsOfAsync(this KlyngeContext db, PersonId person, LocalDate date) =>
        db.Forums
            .Where(forum => !forum.IsClosed && db.Members.Any(seat =>
                seat.ForumId == forum.Id
                && (seat.PersonId == person || seat.Substitutes.Any(one => one.PersonId == person))
                && seat.From <= date && (seat.To == null || seat.To >= date)))
            .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name)
            .ToListAsync();

    /// <summary>The seats of all secretariats on a day: the one place that says who they are.</summary>
    internal static IQueryable<ForumMember> SecretariatSeats(this KlyngeContext db, LocalDate date) =>
        db.Members.Where(seat => seat.Role == Role.Secretariat && seat.From <= date && (seat.To == null || seat.To >= date));

    /// <summary>The people of the secretariat of a forum on a day.</summary>
    public static Task<List<PersonId>> SecretariatAsync(this KlyngeContext db, ForumId forum, LocalDate date) =>
        db.SecretariatSeats(date)
            .Where(seat => seat.ForumId == forum)
            .OrderBy(seat => seat.Order)
            .Select(seat => seat.PersonId)
            .ToListAsync();
}
