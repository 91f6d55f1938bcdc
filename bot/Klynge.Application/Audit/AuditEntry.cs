using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Audit;

/// <summary>
/// One row of the append-only audit log: who did, or tried to do, what. Written in the transaction of the change itself; the database
/// refuses to change or delete a row.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The row's number: 1, 2, 3 … in the order of the commits, without holes.</summary>
    public long Sequence { get; internal set; }

    public required Instant At { get; init; }

    /// <summary>The use case, by its name in the code: <c>CastVote</c>.</summary>
    public required string UseCase { get; init; }

    /// <summary>Null for what nobody asked for: a timer, a start-up, the command line.</summary>
    public PersonId? ActorId { get; init; }

    public ForumId? ForumId { get; init; }

    /// <summary>The record that it is about, for the use cases that name one: a refusal changes nothing that could tell.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The channel activity that asked for it; null where there was none.</summary>
    public string? ActivityKey { get; init; }

    /// <summary>The code of the error for a refusal; null for what was done.</summary>
    public string? Refusal { get; init; }

    /// <summary>What changed, as a JSON list of <c>{"entity","id","before":{…},"after":{…}}</c>; an empty list for a refusal.</summary>
    public required string Changes { get; init; }

    /// <summary>The hash of the row before, which makes the log a chain: see <see cref="AuditHash"/>.</summary>
    public byte[] PreviousHash { get; internal set; } = [];

    /// <summary>The row's own hash.</summary>
    public byte[] Hash { get; internal set; } = [];
}

/// <summary>
/// How far the audit log has come, in the one row of a table of its own: rows that are taken away at the end of the log leave it
/// behind. Moved on in the transaction of the rows that it counts; whoever writes holds its lock until then.
/// </summary>
public sealed class AuditHead
{
    internal const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The number of the last row; 0 while there is none.</summary>
    public long Sequence { get; init; }

    /// <summary>The hash of the last row; <see cref="AuditHash.Nothing"/> while there is none.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>What people and forums are called today, to make an export readable.</summary>
internal sealed class AuditNames(Dictionary<PersonId, string> people, Dictionary<ForumId, string> forums)
{
    internal static async Task<AuditNames> ReadAsync(KlyngeContext db, CancellationToken cancellationToken) => new(
        await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken),
        await db.Forums.AsNoTracking().ToDictionaryAsync(forum => forum.Id, forum => forum.Name, cancellationToken));

    internal string? Of(PersonId? person) => person is { } id ? people.GetValueOrDefault(id) : null;

    internal string? Of(ForumId? forum) => forum is { } id ? forums.GetValueOrDefault(id) : null;
}
