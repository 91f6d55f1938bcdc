namespace Klynge.Application.Forums.BoardFile;

/// <summary>What applying a board file changes, in the order of the file; empty when it says what is on record.</summary>
public sealed record BoardChanges(IReadOnlyList<BoardChange> All);
