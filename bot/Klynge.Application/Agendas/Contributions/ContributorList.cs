using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>Who can be asked to contribute to an item: everybody who sits in the forum, and in any other forum of the same board.</summary>
internal sealed class ContributorList : IPeopleList
{
    private const int MaxTitle = 120;

    public string Kind => PeopleSource.Contributors;

    public async Task<IReadOnlyList<PersonChoice>?> ListAsync(
        KlyngeContext db, ForumAccess reader, PeopleSource source, LocalDate today, CancellationToken cancellationToken)
    {
        var item = new AgendaItemId(source.Record.Value);
        if (!reader.May(AskContribution.Needs) || !await db.AgendaItems.AnyAsync(one => one.Id == item && one.ForumId == source.Forum, cancellationToken))
            return null;

        return [.. (await ReadAsync(db, source.Forum, today, cancellationToken)).Select(ToChoice)];
    }

    /// <summary>The forum's own people first, then those of the others, the chairs before the rest: they are asked most.</summary>
    internal static async Task<IReadOnlyList<Contributor>> ReadAsync(KlyngeContext db, ForumId forumId, LocalDate today, CancellationToken cancellationToken = default)
    {
        var rows = await (
            from seat in db.Members
            join forum in db.Forums on seat.ForumId equals forum.Id
            where !forum.IsClosed && seat.From <= today && (seat.To == null || seat.To >= today)
                && forum.BoardId == db.Forums.Where(own => own.Id == forumId).Select(own => own.BoardId).FirstOrDefault()
            select new { Seat = seat, seat.Person, Forum = forum }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.Forum.Id == forumId)
                .ThenByDescending(row => row.Seat.Role is Role.Chair or Role.CoChair or Role.DeputyChair)
                .ThenBy(row => row.Forum.Level).ThenBy(row => row.Forum.Name, StringComparer.Ordinal).ThenBy(row => row.Seat.Order)
                .DistinctBy(row => row.Person.Id)
                .Select(row => new Contributor(row.Person.Id, row.Person.Name, row.Forum.Id == forumId ? row.Seat.Organisation : row.Forum.Name, row.Seat.Organisation)),
        ];
    }

    internal static PersonChoice ToChoice(Contributor person) => new(
        ListedId.Of(person.Id), person.Name, DanishText.Shorten(person.Heading, MaxTitle), CardIds.Write(person.Id), person.Organisation, person.From);
}

/// <summary>Somebody who can be asked.</summary>
/// <param name="From">The organisation of one of the forum's own; the forum of one from another.</param>
internal sealed record Contributor(PersonId Id, string Name, string From, string Organisation)
{
    /// <summary>»Bo Ørum, Driftsforum«: how the choice reads, and how the section will be headed.</summary>
    internal string Heading => $"{Name}, {From}";
}
