using System.Text.RegularExpressions;
using Klynge.Application.Minutes;
using Klynge.Documents.Tests;

namespace Klynge.Application.Tests.Minutes.Import;

public sealed partial class NothingIsLostTests
{
    /// <summary>Labels, weekdays, the forum as subject of a recommendation: words that became a field, not words that a field holds.</summary>
    private static readonly HashSet<string> Structure = new(
        ("referat møde tid sted deltagere afbud sagsnr dok nr referent bilag det indstilles at mødedato mødested indholdsfortegnelse punkt beslutning "
        + "sagsfremstilling ordstyrer mødeleder gæster sekretariat dato tidspunkt formand medlemmer administrative fraværende pkt indstilling resumé "
        + "dagsorden dagsordenen til dato og kl min ved fra ansvarlig åben ikke stede møde den d i af side baggrund stedfortræder observatør medformand "
        + "mødested journalnr vindsund region til stede fra administrationen medlemmer mødetidspunkt april august næstformand v a b koordineringsgruppen syd driftsforum fredag onsdag maj marts november februar december januar").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> Fixtures => MinutesFixtures.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Import_KeepsEveryWordOfTheText(string name)
    {
        var kept = Words(MinutesJson.Serialize(await MinutesFixtures.ReadAsync(name)));
        var text = Hyphens().Replace(MinutesFixtures.TextOf(name), "");

        var lost = Words(text).Where(word => !kept.Contains(word) && !Structure.Contains(word) && !word.All(char.IsDigit));

        Assert.Empty(lost);
    }

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal)).Select(match => match.Value)];

    [GeneratedRegex(@"(?<=\p{Ll}{2})-\r?\n(?=\p{Ll})(?!og\b)")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
