using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.BoardFile;

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
