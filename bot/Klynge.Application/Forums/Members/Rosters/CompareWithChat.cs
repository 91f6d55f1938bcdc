using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members.Rosters;

/// <summary>Somebody in a chat, as the channel tells of them.</summary>
/// <param name="Name">What the account calls itself: to be shown, never to recognise by.</param>
public sealed record ChatMember(string Name, string? Email, string? ObjectId, string? TeamsUserId);

/// <summary>The list of a chat's members: outside the program.</summary>
public interface IChatRoster
{
    /// <returns>Null where the channel does not tell.</returns>
    Task<IReadOnlyList<ChatMember>?> ReadAsync(Conversation chat, CancellationToken cancellationToken);
}

/// <summary>A forum's members beside those of its chat.</summary>
/// <param name="Others">In the chat and with no seat in the forum.</param>
/// <param name="Missing">With a seat and not in the chat: by name, with whether their account is known. A substitute comes when asked.</param>
public sealed record RosterComparison(IReadOnlyList<ChatMember> Others, IReadOnlyList<(string Name, bool IsKnown)> Missing);

/// <summary>
/// Says who is in the forum's chat and not in the forum, and the other way round. People are recognised by their account alone, since two
/// may have one name; it changes nothing.
/// </summary>
public sealed class CompareWithChat(IDbContextFactory<KlyngeContext> contexts, IChatRoster roster, IClock clock)
{
    public const Permission Needs = ChangeForum.Needs;

    /// <returns>Or <see cref="ForumHasNoChat"/>, <see cref="RosterNotTold"/>.</returns>
    public async Task<Result<RosterComparison>> HandleAsync(Caller caller, ForumId forumId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReadAsync(db, roster, caller, forumId, DanishTime.Today(clock), cancellationToken);
        return read.TryGet(out var at, out var error) ? Compare(at.Members, at.Seats) : error;
    }

    /// <summary>Who is in the forum's chat, and the seats of the day.</summary>
    /// <returns>Or why the caller is not told, <see cref="ForumHasNoChat"/>, <see cref="RosterNotTold"/>.</returns>
    internal static async Task<Result<(IReadOnlyList<ChatMember> Members, List<ForumMember> Seats)>> ReadAsync(
        KlyngeContext db, IChatRoster roster, Caller caller, ForumId forumId, LocalDate today, CancellationToken cancellationToken)
    {
        if (!(await db.EnterAsync(caller, forumId, Needs, today)).TryGet(out _, out var error))
            return error;

        if (await ChatOfAsync(db, forumId, cancellationToken) is not { } chat)
            return new ForumHasNoChat();

        return await roster.ReadAsync(chat, cancellationToken) is { } members
            ? (members, await db.ActiveSeats(forumId, today).AsNoTracking().ToListAsync(cancellationToken))
            : new RosterNotTold();
    }

    /// <summary>The chat or team that the forum is tied to; the one that was last heard of where there are several.</summary>
    private static Task<Conversation?> ChatOfAsync(KlyngeContext db, ForumId forumId, CancellationToken cancellationToken) => db.Conversations.AsNoTracking()
        .Where(one => one.ForumId == forumId && !one.IsGone && one.Kind != ConversationKind.Personal)
        .OrderByDescending(one => one.SeenAt).FirstOrDefaultAsync(cancellationToken);

    internal static bool Is(ChatMember member, Person person) =>
        (member.ObjectId is { Length: > 0 } id && string.Equals(id, person.EntraObjectId, StringComparison.OrdinalIgnoreCase))
        || (member.TeamsUserId is { Length: > 0 } account && account == person.TeamsUserId);

    private static RosterComparison Compare(IReadOnlyList<ChatMember> members, List<ForumMember> seats)
    {
        var people = seats.SelectMany(seat => seat.SubstitutePeople.Prepend(seat.Person)).DistinctBy(person => person.Id).ToList();
        var holders = seats.Select(seat => seat.Person).DistinctBy(person => person.Id);
        return new RosterComparison(
            [.. members.Where(member => !people.Exists(person => Is(member, person))).OrderBy(member => member.Name, DanishText.Comparer)],
            [.. holders.Where(person => !members.Any(member => Is(member, person))).Select(person => (person.Name, person.EntraObjectId is not null || person.TeamsUserId is not null))]);
    }
}

public sealed record ForumHasNoChat()
    : Error("Forummet har ingen chat endnu. Sæt mig ind i den, og tryk »Vælg forum«, så kan jeg sammenligne.");

public sealed record RosterNotTold()
    : Error("Teams siger ikke lige nu, hvem der er i chatten. Prøv igen om lidt.");
