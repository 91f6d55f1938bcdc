namespace Klynge.Application.Forums.BoardFile;

/// <summary>One line of what a board file would change, or changed.</summary>
/// <param name="Kind">Added, changed or ended; nothing is ever deleted.</param>
/// <param name="Subject">Danish: »Forum Chefforum«, »Signe Dahl i Chefforum«.</param>
/// <param name="Detail">Danish: what is different, from what to what; empty for what is plain from the subject.</param>
public sealed record BoardChange(BoardChangeKind Kind, string Subject, string Detail);
