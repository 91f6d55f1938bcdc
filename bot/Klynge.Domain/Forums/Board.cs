using Klynge.Domain.Common;

namespace Klynge.Domain.Forums;

/// <summary>
/// The body that the forums belong to: a cluster until the end of 2026, a health council from 1 January 2027.
/// Its kind and name are data; no rule of ours depends on them.
/// </summary>
public sealed class Board
{
    public BoardId Id { get; private init; } = BoardId.New();

    /// <summary>What a person calls such a body, in Danish: »Sundhedsråd«, »Sundhedsklynge«.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }
}

public readonly record struct BoardId(Guid Value) : IRecordId
{
    public static BoardId New() => new(Guid.CreateVersion7());
}
