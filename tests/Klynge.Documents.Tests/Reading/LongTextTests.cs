using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>A paragraph of any length is text wherever it stands: no rule for names, titles or labels takes it, and none of its words is lost.</summary>
public sealed class LongTextTests
{
    public static TheoryData<string, int> Places => new MatrixTheoryData<string, int>(["head", "people", "mark", "label", "title", "section", "attachment", "recommendation", "decision"], [70, 130, 320, 450, 700, 1100, 2100, 4200, 6500]);

    [Theory]
    [MemberData(nameof(Places))]
    public void ALongParagraph_IsKept(string place, int length)
    {
        var text = "Kajen var lang";
        for (var word = 1; text.Length < length; word++)
            text += $" og mast{word} høj";

        var minutes = Read(place, text);

        Assert.Contains(Texts(minutes), one => one.Contains(text, StringComparison.Ordinal));
        Assert.True(minutes.Participants.Count(person => person.Name.Length < 20) == 3 || (place == "mark" && minutes.Doubts.Any(doubt => doubt.Path == "participants")));
        Assert.Equal(place == "title" && length > 300 ? 2 : 3, minutes.Items.Count);
    }

    private static MinutesDocument Read(string place, string text) => place switch
    {
        "head" => Papers.With(people: $"{text}.\n\n{Papers.People}"),
        "people" => Papers.With(people: $"Deltagere:\nIda Bang (formand)\nTor Vang Holm\nUna Friis\n\n{text}."),
        "mark" => Papers.With(people: $"Deltagere:\nIda Bang (formand)\nTor Vang Holm\nUna Friis ({text})"),
        "label" => Papers.With(second: $"Ny vagtplan\n\n{text}:\n\nPlanen er klar."),
        "title" => Papers.With(second: text),
        "section" => Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\n{text}."),
        "attachment" => Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\nKlar.\n\nBilag\n1. {text}\n2. Notat"),
        "recommendation" => Papers.With(second: $"Ny vagtplan\n\nDet indstilles, at udvalget\n\n1. godkender planen, idet {text}\n2. drøfter den"),
        _ => Papers.With(decision: $"Planen blev drøftet.\n\n{text}"),
    };

    private static IEnumerable<string> Texts(MinutesDocument minutes) =>
    [
        minutes.Place ?? "", minutes.Title ?? "", minutes.Forum ?? "",
        .. minutes.Participants.SelectMany(person => new[] { person.Name, person.Title ?? "", person.Organisation ?? "" }),
        .. minutes.Sections.Select(section => section.Text),
        .. minutes.Items.SelectMany(item => (string[])[item.Title, item.Decision ?? "", .. item.Attachments, .. item.Recommendations, .. item.Sections.Select(section => $"{section.Heading}\n{section.Text}")]),
    ];
}
