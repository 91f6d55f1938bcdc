using Klynge.Documents.Markup;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>Minutes whose texts are put together of what people type and paste, marks and traps among it.</summary>
internal static class GeneratedMinutes
{
    private static readonly string[] Pieces =
    [
        "Løn", "1.200.000 kr.", "3. maj", "\n1. ", "\n2. ", "\n12) ", "\nb) ", "\n- ", "\n  - ", "\n    - ", "*", "**", "**fed**", "*kursiv*", "_", "[", "]", "[note](https://region.dk/a_b) ",
        "https://region.dk/_x_ ", "[x](javascript:alert(1))", "\\", "\\*", "|", "\n\n| a | b |\n|---|--:|\n| c | 1.000 |\n\n", "\n\nPost\tBeløb\nLøn\t900\n\n", "\t", "\n", "\n\n", "\n\n## Økonomi\n\n",
        " ", "<b>rå</b>", "&amp;", "]]>", "æøå", "😀", "\u0000", "\uD800", "(", ")", ".", "2*3*4",
    ];

    public static MinutesDocument Next(Random random) => new()
    {
        Kind = random.Next(2) == 0 ? MinutesKind.Agenda : MinutesKind.Minutes,
        Forum = "Forum <&> Øst",
        Date = new LocalDate(2026, 11, 1 + random.Next(28)),
        Sections = Sections(random),
        Items = [.. Enumerable.Range(1, 1 + random.Next(4)).Select(number => new MinutesItem
        {
            Number = number,
            Title = $"Punkt {number}",
            CaseNumber = number % 2 == 0 ? $"27.00.00-A00-{number}-26" : null,
            Sections = Sections(random),
            Recommendations = [.. Enumerable.Range(0, random.Next(3)).Select(_ => RichText.ReadEntry("Godkender " + Text(random)).ToMarkdown())],
            Decision = Text(random) is { Length: > 0 } decision ? decision : null,
        })],
    };

    private static List<MinutesSection> Sections(Random random) =>
        [.. new[] { "Sagsfremstilling", "Perspektiv" }.Take(random.Next(3)).Select(heading => new MinutesSection(heading, Text(random))).Where(section => section.Text.Length > 0)];

    /// <summary>A text as it was typed.</summary>
    public static string Typed(Random random) => string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Text(Random random) => RichText.Read(Typed(random)).ToMarkdown();
}
