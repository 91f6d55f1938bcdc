using System.Text;
using Klynge.Documents.Reading;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Lists of people as secretariats type them: every role behind the name in every way, under every heading, behind every line of the head.</summary>
public sealed class PeopleListTests
{
    private static readonly string[] Before =
    [
        "Dato: 4. februar 2025", "Mødedato: tirsdag den 4. februar 2025 kl. 14.00 - 16.00", "Dato: 4. februar 2025\nTidspunkt: kl. 14.00 - 16.00",
        "Dato: 4. februar 2025\nSted: Rådhuset i Birkelse", "4. februar 2025",
    ];

    private static readonly string[] Headings = ["Deltagere:", "Deltagere", "Til stede:", "Mødedeltagere:", "Medlemmer", "Fremmødte:"];

    private static readonly string[] Bullets = ["", "- ", "• "];

    /// <summary>Around what stands behind a name.</summary>
    private static readonly (string Begin, string End)[] Ways = [(" (", ")"), (", ", ""), (" - ", ""), (" – ", "")];

    private static readonly (string Word, MinutesRole Role)[] Roles =
    [
        ("formand", MinutesRole.Chair), ("medformand", MinutesRole.CoChair), ("næstformand", MinutesRole.DeputyChair), ("medlem", MinutesRole.Member),
        ("observatør", MinutesRole.Observer), ("tilforordnet", MinutesRole.Observer), ("sekretær", MinutesRole.Secretariat), ("sekretariat", MinutesRole.Secretariat),
        ("gæst", MinutesRole.Guest), ("oplægsholder", MinutesRole.Guest), ("inviteret", MinutesRole.Guest), ("inviteret gæst", MinutesRole.Guest),
        ("administrativ deltager", MinutesRole.Administrative), ("administration", MinutesRole.Administrative), ("deltager", MinutesRole.Member),
        ("kommunaldirektør", MinutesRole.Member), ("praktiserende læge", MinutesRole.Member), ("suppleant", MinutesRole.Member), ("chef for sundhed", MinutesRole.Member),
    ];

    /// <summary>With what other words of a head are made of: »gård« is a house, »Vest« a region, »Sted« a label.</summary>
    private static readonly string[] Names = ["Anna Østergård", "Bo Kirkegaard", "Una Friis", "Per Huus-Madsen", "Liv Salen Vest", "Kaj Skole", "Ib Møller", "Mia Stedholt", "Ea Formann"];

    [Fact]
    public void Everybody_IsThere_WithTheirRole_WhicheverWayItIsTyped()
    {
        var wrong = new List<string>();
        foreach (var (before, heading, bullet, way) in
                 from before in Before from heading in Headings from bullet in Bullets from way in Ways select (before, heading, bullet, way))
        {
            for (var from = 0; from < Roles.Length; from += 5)
                wrong.AddRange(Check(before, heading, bullet, way, [.. Roles.Skip(from).Take(5)]));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(40))}");
    }

    private static IEnumerable<string> Check(string before, string heading, string bullet, (string Begin, string End) way, (string Word, MinutesRole Role)[] roles)
    {
        var text = new StringBuilder($"Referat\nChefforum\n{before}\n\n{heading}\n");
        for (var at = 0; at < roles.Length; at++)
            text.Append(bullet).Append(Names[at]).Append(way.Begin).Append(roles[at].Word).Append(way.End).Append('\n');

        text.Append(bullet).Append(Names[roles.Length]).Append("\n\nPunkt 1: Godkendelse af dagsordenen\nBeslutning\nGodkendt.\n");
        var read = MinutesParser.Parse(text.ToString()).Value;
        var place = before.Contains("Sted", StringComparison.Ordinal) ? "Rådhuset i Birkelse" : null;
        var context = $"{before.ReplaceLineEndings("/")}|{heading}|{bullet}|{way.Begin}";
        if (read.Place != place)
            yield return $"{context}: place {read.Place}";

        for (var at = 0; at <= roles.Length; at++)
        {
            var person = read.Participants.SingleOrDefault(one => one.Name == Names[at]);
            var role = at < roles.Length ? roles[at].Role : MinutesRole.Member;
            if (person?.Role != role)
                yield return $"{context}: {Names[at]} {(at < roles.Length ? roles[at].Word : "")} is {person?.Role.ToString() ?? "gone"}";
        }

        if (read.Participants.Count != roles.Length + 1 || read.Doubts.Count > 0)
            yield return $"{context}: {read.Participants.Count} people, asked {string.Join(" / ", read.Doubts.Select(doubt => doubt.Question))}";
    }
}
