using Klynge.Application.Chat;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.People;

/// <summary>Which list of people a form chooses from. On a card it is <c>roll/FORUM/CASE</c>, which comes back as untrusted as all of it.</summary>
/// <param name="Record">The case or the meeting that it is about; empty for none.</param>
public sealed record PeopleSource(string Kind, ForumId Forum, ListedId Record = default)
{
    /// <summary>The seats on the day of the meeting, whose apologies somebody sends.</summary>
    public const string Seats = "seats";

    /// <summary>The people in the forum on the day of the meeting, or today.</summary>
    public const string People = "people";

    /// <summary>The seats on the roll of a case.</summary>
    public const string Roll = "roll";

    /// <summary>Who stands on a meeting's list of participants.</summary>
    public const string Participants = "participants";

    /// <summary>Those of the board who can be asked to contribute to an item.</summary>
    public const string Contributors = "contributors";

    private static readonly string NoRecord = CardIds.Write(default(ListedId));

    public string Dataset => $"{Kind}/{CardIds.Write(Forum)}/{CardIds.Write(Record)}";

    /// <returns>Null for anything that no card of ours says.</returns>
    public static PeopleSource? Parse(string? dataset) =>
        dataset?.Split('/') is [var kind, var forum, var record] && CardIds.Read<ForumId>(forum) is { } forumId
            && (record == NoRecord ? default(ListedId) : CardIds.Read<ListedId>(record)) is { } id
            ? new PeopleSource(kind, forumId, id)
            : null;
}

/// <summary>Of a case, a meeting, a seat, a person or a line; which, the kind of the list says.</summary>
public readonly record struct ListedId(Guid Value) : IRecordId
{
    internal static ListedId Of<TId>(TId id)
        where TId : struct, IRecordId => new(id.Value);
}
