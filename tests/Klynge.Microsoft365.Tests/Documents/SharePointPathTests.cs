using FsCheck;
using FsCheck.Fluent;
using Klynge.Application.Documents;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Whatever a title says, SharePoint takes the path, which the stand-in's own rules decide.</summary>
public sealed class SharePointPathTests
{
    private static readonly SharePointPlace Usual = Place("/sites/sundhedsraad/Delte dokumenter");
    private static readonly SharePointPlace Deep = Place("/sites/" + new string('s', 240) + "/" + new string('d', 40));

    private static readonly string[] Nasty =
    [
        "CON", "nul.docx", "desktop.ini", "~$Referat", "_vti_cnf", "Forms", ".lock", "a_VTI_b", "...", " . ", "%2e%2e/%2f", "..\\..", "#?%&{}",
        "\" * : < > ? / \\ |", "A\u030Arshjul", "e\u0301\u202Etxt.exe", "\uD83C", "🎉", "LPT1 .x", "COM0",
    ];

    [Fact]
    public void AnyTitle_BecomesAPathThatSharePointTakes()
    {
        var text = Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), Gen.Elements(Nasty), Gen.Elements(Nasty).Select(part => part + new string('å', 300)));
        var pair = Gen.Zip(text, text);

        Prop.ForAll(Arb.From(pair), titles =>
        {
            var path = DocumentPath.Of(titles.Item1, 2026, titles.Item2);
            return IsTaken(Usual, path) && IsTaken(Deep, path) && path == DocumentPath.Parse(path.ToString());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TwoLongTitles_StayTwoPathsInADeepLibrary()
    {
        var (one, two) = (Of(Deep, new string('a', 170) + "1"), Of(Deep, new string('a', 170) + "2"));

        Assert.NotEqual(one, two);
        Assert.EndsWith(".docx", one, StringComparison.Ordinal);
        Assert.Equal(one, Of(Deep, new string('a', 170) + "1"));
    }

    [Fact]
    public void AUsualTitle_IsNotTouched() =>
        Assert.Equal("Chefforum/2026/Referat%20%C3%A6ldre.docx", Of(Usual, "Referat ældre"));

    [Fact]
    public async Task AnotherTag_OfTheSameDocument_IsAnotherUpload()
    {
        Assert.NotEqual((await FileAsync(null)).Key, (await FileAsync("\"1\"")).Key);
        Assert.Equal((await FileAsync(null)).Key, (await FileAsync(null)).Key);

        static Task<LargeFile> FileAsync(string? seen) =>
            LargeFile.OfAsync("d", SharePointFixture.Minutes, new MemoryStream(new byte[3]), seen, TestContext.Current.CancellationToken);
    }

    /// <summary>Examples: nothing, a text, and more than one turn of the ring, held against the definition written out another way.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(159)]
    [InlineData(161)]
    [InlineData(5000)]
    [InlineData(300_001)]
    public async Task Hash_IsSharePoints(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        Assert.Equal(SharePointHash.Of(content), await QuickXorHash.OfAsync(new MemoryStream(content), TestContext.Current.CancellationToken));
    }

    private static bool IsTaken(SharePointPlace place, DocumentPath path)
    {
        var decoded = string.Join('/', SharePointPath.Of(place, path).Split('/').Select(Uri.UnescapeDataString));
        return decoded.IsNormalized() && SharePointNames.Check(place.Root, decoded) is null && decoded.Split('/').Length == 3;
    }

    private static string Of(SharePointPlace place, string title) => SharePointPath.Of(place, DocumentPath.Of("Chefforum", 2026, title));

    private static SharePointPlace Place(string root) => new("host", "site", "list", "drive", root, new HashSet<string>());
}
