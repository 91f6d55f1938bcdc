using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Tests.Deadlines.Finding;

/// <summary>Sentences with what a person makes of them.</summary>
/// <param name="Expected">»2025-04-30«, »?« for one without a certain day, »-« for none.</param>
internal sealed record LabelledSentence(string Expected, string Text)
{
    /// <summary>The day that all of them are seen from.</summary>
    internal static LocalDate Reference { get; } = new(2025, 2, 4);

    internal static IReadOnlyList<LabelledSentence> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Deadlines", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => new LabelledSentence(cells[0], cells[1])),
    ];

    /// <summary>As <see cref="Expected"/> says it.</summary>
    internal static string Show(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "?";
}
