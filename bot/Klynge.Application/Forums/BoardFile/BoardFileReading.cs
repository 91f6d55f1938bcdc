using System.Diagnostics.CodeAnalysis;

namespace Klynge.Application.Forums.BoardFile;

/// <param name="Board">Null when there are problems.</param>
public sealed record BoardFileReading(BoardDescription? Board, IReadOnlyList<FileProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Board))]
    public bool IsValid => Board is not null;
}
