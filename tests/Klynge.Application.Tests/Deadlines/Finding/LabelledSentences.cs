using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Tests.Deadlines.Finding;

/// <summary>A sentence with what a person makes of it.</summary>
/// <param name="SeenFrom">The day of the meeting whose minutes the sentence could stand in.</param>
/// <param name="Expected">»2025-04-30«, »2025-04-30 12:00«, »?« for a deadline without a certain day; none for no deadline.</param>
/// <param name="Responsible">The words that name who is to do it; empty where nobody is named or it was not labelled.</param>
internal sealed record LabelledSentence(LocalDate SeenFrom, IReadOnlyList<string> Expected, string Text, string Responsible)
{
    /// <summary>Where no line of the file says otherwise.</summary>
    internal static LocalDate Reference { get; } = new(2025, 2, 4);

    internal static IEnumerable<LabelledSentence> Read(string file)
    {
        var seenFrom = Reference;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Deadlines", file)))
        {
            if (line.StartsWith('@'))
                seenFrom = LocalDatePattern.Iso.Parse(line[1..].Trim()).Value;
            else if (line.Length > 0 && line[0] != '#')
                yield return Parse(line.Split('\t'), seenFrom);
        }
    }

    private static LabelledSentence Parse(string[] cells, LocalDate seenFrom) =>
        new(seenFrom, cells[0] == "-" ? [] : cells[0].Split(", "), cells[1], cells.Length > 2 ? cells[2] : "");
}
