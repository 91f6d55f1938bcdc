using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members.Rosters;

/// <summary>Somebody in the chat who may get a seat.</summary>
/// <param name="Account">The Entra object id (<c>3f2504e0-…</c>), as the channel has proven it.</param>
/// <param name="Known">Whose account it is; null for somebody who is not on record by it.</param>
/// <param name="Doubtful">Others on record who have the name or the address: whether one of them is meant only people can say. Empty for none.</param>
public sealed record RosterMember(string Account, string Name, string? Email, Person? Known, IReadOnlyList<Person> Doubtful);

/// <summary>A forum's chat, person by person.</summary>
/// <param name="There">Sit in the forum, or are a substitute there, and are in the chat.</param>
/// <param name="Others">In the chat and without a seat.</param>
/// <param name="Gone">Seats whose holder's account is not in the chat.</param>
/// <param name="Unsure">Seats whose holder has no account on record yet: nobody can say whether they are in the chat.</param>
/// <param name="Unproven">In the chat, with no account that the channel proves, or perhaps somebody of <paramref name="Unsure"/>: by name.</param>
public sealed record ChatRoster(
    IReadOnlyList<string> There, IReadOnlyList<RosterMember> Others, IReadOnlyList<ForumMember> Gone, IReadOnlyList<string> Unsure, IReadOnlyList<string> Unproven);

/// <summary>
/// Reads who is in the forum's chat, held against its seats and against everybody on record: by the account alone. A name or an address that
/// fits is a question. It changes nothing; what is chosen of it is a <see cref="ForumChange"/>, as from a table.
/// </summary>
public sealed class ReadRoster(IDbContextFactory<KlyngeContext> contexts, IChatRoster roster, IClock clock)
{
    public const Permission Needs = ChangeForum.Needs;

    /// <returns>Or <see cref="ForumHasNoChat"/>, <see cref="RosterNotTold"/>.</returns>
    public async Task<Result<ChatRoster>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await CompareWithChat.ReadAsync(db, roster, caller, forumId, DanishTime.Today(clock), cancellationToken);
        return read.TryGet(out var at, out var error) ? Of(at.Members, at.Seats, await db.People.AsNoTracking().ToListAsync(cancellationToken)) : error;
    }

    private static ChatRoster Of(IReadOnlyList<ChatMember> members, List<ForumMember> seats, List<Person> everybody)
    {
        var here = seats.SelectMany(seat => seat.SubstitutePeople.Prepend(seat.Person)).DistinctBy(person => person.Id).ToList();
        var (unsure, gone) = (new List<string>(), new List<ForumMember>());
        foreach (var seat in seats.Where(seat => !members.Any(member => CompareWithChat.Is(member, seat.Person))))
        {
            if (seat.Person.EntraObjectId is null && seat.Person.TeamsUserId is null)
                unsure.Add(seat.Person.Name);
            else
                gone.Add(seat);
        }

        var (others, unproven) = (new List<RosterMember>(), new List<string>());
        foreach (var member in members.Where(member => !here.Exists(person => CompareWithChat.Is(member, person))).OrderBy(member => member.Name, DanishText.Comparer))
        {
            if (Other(member, here, everybody) is { } other)
                others.Add(other);
            else
                unproven.Add(member.Name);
        }

        return new ChatRoster(
            [.. here.Where(person => members.Any(member => CompareWithChat.Is(member, person))).Select(person => person.Name).Order(DanishText.Comparer)],
            [.. others.DistinctBy(other => other.Account, StringComparer.Ordinal)], gone, unsure, unproven);
    }

    /// <returns>Null for somebody whom nobody can be made of: no account, or perhaps one who sits here and has none on record.</returns>
    private static RosterMember? Other(ChatMember member, List<Person> here, List<Person> everybody)
    {
        if (!Guid.TryParse(member.ObjectId, out var account) || account == Guid.Empty)
            return null;

        if (everybody.Find(person => CompareWithChat.Is(member, person)) is { } known)
            return new RosterMember(account.ToString(), known.Name, known.Email, known, []);

        var email = BoardFile.BoardAccounts.Email(member.Email ?? string.Empty);
        var name = DanishText.Clean(member.Name);
        var alike = everybody.FindAll(person => DanishText.Fold(person.Name) == DanishText.Fold(name) || (email is not null && person.Email == email));
        return alike.Exists(person => here.Exists(one => one.Id == person.Id)) ? null : new RosterMember(account.ToString(), name, email, Known: null, alike);
    }
}
