namespace Klynge.Application.Forums.BoardFile;

/// <summary>One thing that is wrong in a board file, with its place.</summary>
/// <param name="Path">Such as <c>$.forums[1].members[3].role</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Message">A Danish sentence that says what to do.</param>
public sealed record FileProblem(string Path, int Line, int Column, string Message)
{
    public override string ToString() => $"linje {Line}, tegn {Column} ({Path}): {Message}";
}
