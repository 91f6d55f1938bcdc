namespace Klynge.Application.Forums.BoardFile;

/// <summary>Everything that is wrong in a file, in the order of the file.</summary>
internal sealed class FileProblems
{
    private readonly List<FileProblem> _found = [];

    internal IReadOnlyList<FileProblem> InOrder => [.. _found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    internal bool IsEmpty => _found.Count == 0;

    internal bool IsAt(FileNode node) => _found.Exists(problem => problem.Path == node.Place.Path);

    internal void Add(FileNode node, string message) =>
        _found.Add(new FileProblem(node.Place.Path, node.Place.Line, node.Place.Column, message));
}
