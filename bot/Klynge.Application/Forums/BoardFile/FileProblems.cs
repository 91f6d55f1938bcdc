using Klynge.Domain.Calendar;

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

/// <summary>One thing that is wrong in a board file, with its place.</summary>
/// <param name="Path">Such as <c>$.forums[1].members[3].role</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Message">A Danish sentence that says what to do.</param>
public sealed record FileProblem(string Path, int Line, int Column, string Message)
{
    public override string ToString() => $"linje {Line}, tegn {Column} ({Path}): {Message}";
}

/// <summary>What somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate nearest to a word, when at most a third of its letters are wrong; otherwise null.</summary>
    internal static string? Of(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Text: candidate, Distance: DanishText.Distance(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(word.Length, candidate.Text.Length) / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Text)
        .FirstOrDefault();
}
