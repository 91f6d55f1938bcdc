using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.People;

/// <summary>
/// Reads the lists that forms choose people from, for those who may: while somebody types in a field, and when a name was typed in place of a
/// choice. What comes of it is a choice as any other, which the use case checks again as it writes.
/// </summary>
public sealed class PeopleLists(IEnumerable<IPeopleList> lists, IDbContextFactory<KlyngeContext> contexts)
{
    private readonly Dictionary<string, IPeopleList> _lists = lists.ToDictionary(list => list.Kind, StringComparer.Ordinal);

    /// <returns>Nobody for somebody who may not see the list, and for a list that there is not.</returns>
    public async Task<IReadOnlyList<PersonChoice>> ReadAsync(
        PersonId reader, PeopleSource? source, LocalDate today, CancellationToken cancellationToken)
    {
        if (source is null || !_lists.TryGetValue(source.Kind, out var list))
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await db.VisitAsync(reader, source.Forum, today) is { Access: { IsInForum: true } access } ? await list.ListAsync(db, access, source, today, cancellationToken) ?? [] : [];
    }

    /// <summary>What a <see cref="PersonInput"/> was answered with.</summary>
    /// <returns>The value of a choice, empty for none; <see cref="PersonNotClear"/> for a typed name that fits nobody, or several.</returns>
    public async Task<Result<string>> AnswerAsync(
        PersonId reader, PeopleSource source, LocalDate today, ActionData data, string field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return PersonInput.Typed(data, field) is { } typed
            ? Resolve(await ReadAsync(reader, source, today, cancellationToken), typed)
            : data.Text(field) ?? string.Empty;
    }

    internal static Result<string> Resolve(IReadOnlyList<PersonChoice> people, string typed)
    {
        if (typed.Length > PersonInput.MaxName)
            return new PersonNameTooLong(typed.Length);

        var known = people.Where(one => one.Id != default).DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        var directory = new PeopleDirectory(known.Values.Select(one => new ListedPerson(new PersonId(one.Id.Value), one.Name, one.Organisations)));
        var found = directory.Find(typed);
        return found.Only is { } meant
            ? known[ListedId.Of(meant.Id)].Value
            : new PersonNotClear(
                typed,
                [.. (found.Fitting.Count > 0 ? found.Fitting : found.Near).Select(one => directory.LabelOf(one.Id, one.Name))],
                IsNear: found.Fitting.Count == 0);
    }
}
