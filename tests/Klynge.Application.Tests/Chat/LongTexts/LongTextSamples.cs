namespace Klynge.Application.Tests.Chat.LongTexts;

/// <summary>Long texts as secretariats write and paste them.</summary>
internal static class LongTextSamples
{
    internal const string Rich = """
        Opgørelsen viser et **mindreforbrug** i forhold til [budgettet for 2026](https://fjordlandet.example/budget), se også *notat af 3. marts*.
        Spørgsmål: [Sofie Bech](mailto:sofie.bech@fjordlandet.example).

        ## Forbrug

        | Indsats | Budget | Forbrug |
        | --- | --- | --- |
        | Hjemmebesøg | 1.518.000 | 99.900 |
        | **Fælles vagt** | 640.000 | 36.638 |

        ## Fordeling på parter

        | Part | Repræsentant | Indsats i 2026 | Bemærkning | Beløb |
        | --- | --- | --- | --- | --- |
        | Region Fjordlandet | Karen Ravn | Sygehusenes udskrivningsvejledning | Aftalt til og med 2027 | 740.000 |
        | Birkelse Kommune | Mads Holt | Rehabilitering | | 410.500 |

        Det videre arbejde:
        - kommunerne melder tilbage
          - senest den 30. april
          - til sekretariatet
        - regionen samler op
        1) udkast
        2) høring
        """;

    /// <summary>Paragraphs, lists and tables, as many as make up that length.</summary>
    internal static string Of(int length)
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(number => $"## Afsnit {number}\n\n{Rich}"));
        return text[..text.LastIndexOf('\n', length - 1)];
    }
}
