using System.Text.RegularExpressions;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>»Mit bord« and the card of »mine sager« are one list shown in two places.</summary>
public sealed partial class WaitingRowsTests
{
    [Fact]
    public void MyBoard_ShowsEveryListOfTheCard_InItsOrder()
    {
        var onCard = ListsIn("bot/Klynge.Application/MyCases/MyCasesCard.cs");

        Assert.True(onCard.Count > 10);
        Assert.Equal(onCard, ListsIn("bot/Klynge.Workspace/Parts/WaitingRows.cs"));
    }

    /// <summary>Each list by its first mention, so that a second look at it does not count.</summary>
    private static List<string> ListsIn(string file) =>
        [.. WaitingList.Matches(File.ReadAllText(Path.Combine(Checkout.Root, file))).Select(match => match.Groups["list"].Value).Where(list => list != "Count").Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\bwaiting\.(?<list>[A-Z]\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WaitingList { get; }
}
