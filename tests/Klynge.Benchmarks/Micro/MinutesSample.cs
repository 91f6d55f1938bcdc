using System.Globalization;
using System.Text;
using Klynge.Domain.Minutes;

namespace Klynge.Benchmarks.Micro;

/// <summary>Minutes of ten items and about 2,500 words, as a minutes system exports them. Invented throughout.</summary>
internal static class MinutesSample
{
    private const string Paragraph =
        "Forløbet er afprøvet i to kommuner siden foråret, og erfaringerne er samlet i en fælles evaluering. Den viser, at borgerne i højere grad "
        + "ved, hvem de skal ringe til, og at genindlæggelserne falder i den første måned efter udskrivelsen. Der er fortsat uklarhed om, hvem der "
        + "følger op, når almen praksis har lukket i ferien, og om hvordan medicinlisten kommer med hjem den samme dag som borgeren selv.";

    internal static string Text { get; } = Write();

    /// <summary>Sixty items, every third with a table of twelve rows, some forty pages.</summary>
    internal static MinutesDocument Large(MinutesDocument small)
    {
        var rows = string.Join('\n', Enumerable.Range(1, 12).Select(row => string.Create(CultureInfo.InvariantCulture, $"| **Post {row}** | [bilag](https://region.dk/{row}) | {row * 1250}.000 |")));
        var table = $"| Post | Bilag | Beløb |\n| --- | --- | ---: |\n{rows}";
        var items = Enumerable.Range(0, 60).Select(at => small.Items[1 + (at % 9)] with { Number = at + 1 });
        return small with
        {
            Items = [.. items.Select((item, at) => at % 3 == 0 ? item with { Sections = [.. item.Sections, new MinutesSection("Økonomi", table)] } : item)],
        };
    }

    private static string Write()
    {
        var text = new StringBuilder("REFERAT Chefforum Sundhedsråd Klitlandet d. 13-10-2026\n\nMødedato Tirsdag d. 13. oktober 2026 kl. 14:00\n\nMødested Teams\n\n");
        text.Append("Punkt 1: Deltagere\n\nSagsfremstilling\n\nDeltagere\n\nMarianne Toft, Region Klitlandet (medformand) **Ordstyrer**\n\n");
        text.Append("Henrik Vestermark, Egholt Kommune (medformand)\n\nNadia Elmi, Lyngbæk Kommune - afbud\n\nSekretariat\n\nSigne Dahl, Region Klitlandet\n\n");
        for (var item = 2; item <= 10; item++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Punkt {item}: Status på indsats {item}\n\nBeslutning\n\nIndstillingen blev godkendt.\n\n");
            text.Append(CultureInfo.InvariantCulture, $"Bilag\n\nEvaluering af indsats {item}.pdf\n\nSagsfremstilling\n\n");
            text.Append(Paragraph).Append("\n\n").Append(Paragraph).Append("\n\n").Append(Paragraph).Append("\n\n- Fælles opfølgning\n- Fælles tal\n\n");
            text.Append("Det indstilles, at Chefforum:\n\n1. Tager status til efterretning\n2. Godkender, at indsatsen fortsætter\n\n");
        }

        return text.ToString();
    }
}
