using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>Who sits in a forum, in the order that minutes print, and who comes; those who are gone where they are asked for.</summary>
public sealed class ListMembers(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public const Permission Needs = ChangeForum.Needs;

    public async Task<Result<MemberList>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(clock);
        if (!(await db.EnterAsync(caller, forumId, Needs, today)).TryGet(out var visit, out var error))
            return error;

        return await ReadAsync(db, visit.Forum, today, cancellationToken);
    }

    internal static async Task<MemberList> ReadAsync(KlyngeContext db, Forum forum, LocalDate today, CancellationToken cancellationToken)
    {
        var seats = await db.Members.AsNoTracking()
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => seat.ForumId == forum.Id && (seat.To == null || (seat.To >= today && seat.To >= seat.From)))
            .OrderBy(seat => seat.Order).ThenBy(seat => seat.From)
            .ToListAsync(cancellationToken);
        var labels = PeopleLabels.Of(seats);
        return new MemberList(
            forum,
            [
                .. seats.Select(seat => new MemberLine(
                    seat, labels.GetValueOrDefault(seat.PersonId, seat.Person.Name), [.. seat.SubstitutePeople.Select(one => labels.GetValueOrDefault(one.Id, one.Name))], seat.From > today)),
            ]);
    }
}

/// <param name="Lines">Seats of today and of days to come.</param>
public sealed record MemberList(Forum Forum, IReadOnlyList<MemberLine> Lines)
{
    /// <summary>The seats of whoever is meant by written words; several where that fits several.</summary>
    public IReadOnlyList<MemberLine> Find(string written)
    {
        var found = PeopleDirectory.Of(Lines.Select(line => line.Seat)).Find(written).Fitting.Select(person => person.Id).ToHashSet();
        return [.. Lines.Where(line => found.Contains(line.Seat.PersonId))];
    }
}

/// <param name="Name">Told apart from another of the same name.</param>
/// <param name="Substitutes">In their order.</param>
/// <param name="IsComing">It begins on a day to come.</param>
public sealed record MemberLine(ForumMember Seat, string Name, IReadOnlyList<string> Substitutes, bool IsComing);
