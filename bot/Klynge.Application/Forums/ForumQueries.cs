using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums;

/// <summary>The questions about seats that every feature asks, answered in one place.</summary>
public static class ForumQueries
{
    /// <summary>What a person may do in a forum on a day; an access without any seat for a stranger.</summary>
    public static async Task<ForumAccess> AccessAsync(this KlyngeContext db, PersonId person, ForumId forum, LocalDate date)
    {
        var seats = await db.Members
            .Where(seat => seat.ForumId == forum && (seat.PersonId == person || seat.SubstituteId == person))
            .ToListAsync();
        return new ForumAccess(person, forum, seats, date);
    }

    /// <summary>
    /// The one check that a use case begins with: the forum exists and the caller may do this in it. The system itself may do all.
    /// </summary>
    public static async Task<Result<Forum>> RequireAsync(
        this KlyngeContext db, Caller caller, ForumId forumId, Permission permission, LocalDate date)
    {
        if (await db.Forums.SingleOrDefaultAsync(candidate => candidate.Id == forumId) is not { } forum)
        {
            return new ForumNotFound();
        }

        if (caller.PersonId is not { } person)
        {
            return forum;
        }

        var access = await db.AccessAsync(person, forumId, date);
        return access.May(permission) ? forum : new NotAllowed(forum.Name);
    }

    /// <summary>The seats that are active on a day, with their people, in the board file's order.</summary>
    public static Task<List<ForumMember>> ActiveSeatsAsync(this KlyngeContext db, ForumId forum, LocalDate date) =>
        db.Members
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitute)
            .Where(seat => seat.ForumId == forum && seat.From <= date && (seat.To == null || seat.To >= date))
            .OrderBy(seat => seat.Order)
            .ToListAsync();

    /// <summary>The open forums where a person sits, or stands in for somebody, from the lowest rung up.</summary>
    public static Task<List<Forum>> ForumsOfAsync(this KlyngeContext db, PersonId person, LocalDate date) =>
        db.Forums
            .Where(forum => !forum.IsClosed && db.Members.Any(seat =>
                seat.ForumId == forum.Id
                && (seat.PersonId == person || seat.SubstituteId == person)
                && seat.From <= date && (seat.To == null || seat.To >= date)))
            .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name)
            .ToListAsync();

    /// <summary>The people of the secretariat of a forum on a day.</summary>
    public static Task<List<PersonId>> SecretariatAsync(this KlyngeContext db, ForumId forum, LocalDate date) =>
        db.Members
            .Where(seat => seat.ForumId == forum && seat.Role == Role.Secretariat
                && seat.From <= date && (seat.To == null || seat.To >= date))
            .OrderBy(seat => seat.Order)
            .Select(seat => seat.PersonId)
            .ToListAsync();
}
