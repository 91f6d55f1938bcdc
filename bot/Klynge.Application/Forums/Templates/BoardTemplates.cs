using System.Text;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.Templates;

/// <summary>
/// Board files to begin one's own from, a kind each. The people are placeholders (»NN Formand«), the numbers and rules are data with their
/// source, and what no rule is known to allow is off. »board apply« takes one as it is.
/// </summary>
public static class BoardTemplates
{
    /// <summary>What they are asked for by: »sundhedsråd«.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sundhedsråd", "klynge", "ældreråd", "bestyrelse", "udvalg"];

    /// <returns>The text of the file; null for a kind that there is none of. »Sundhedsraad« is »sundhedsråd«.</returns>
    public static string? Find(string? written)
    {
        var folded = DanishText.Fold(written);
        return Names.FirstOrDefault(name => DanishText.Fold(name) == folded) is { } found ? Read(DanishText.Fold(found)) : null;
    }

    private static string Read(string name)
    {
        using var resource = typeof(BoardTemplates).Assembly.GetManifestResourceStream($"Templates/{name}.json")
            ?? throw new InvalidOperationException($"The assembly has no template {name}.");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
