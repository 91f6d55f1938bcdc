using Klynge.Domain.Forums;
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
