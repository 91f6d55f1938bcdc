using Klynge.Application.Documents;

namespace Klynge.Application.Tests.Documents;

/// <summary>Links to documents that the host serves: nobody can make one up, and they stay the same from host to host.</summary>
public sealed class DocumentLinksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly DocumentPath _path = DocumentPath.Of("Chefforum", 2026, "Beslutningsprotokol 2026-01-13 Ækvivalens / 50 %");

    private DocumentLinks Links => new(new ApplicationSettings("", _folder, new Uri("https://bot.example/")), new LinkKey(Path.Combine(_folder, "documents")));

    [Fact]
    public void Link_LeadsToItsDocument_AlsoOnAnotherHostOfTheSameFolder()
    {
        var link = Links.To(_path).AbsoluteUri;

        Assert.Equal(_path, Links.PathOf(link));
        Assert.Equal(_path, Links.PathOf(link + "&x=1#y"));
        Assert.Equal(link, Links.To(_path).AbsoluteUri);
        Assert.Equal(_path.AsClosed(), Links.PathOf(Links.To(_path.AsClosed()).AbsoluteUri));
    }

    [Theory]
    [InlineData("https://bot.example/documents/Chefforum/2026/Beslutningsprotokol 2026-01-13.docx")]
    [InlineData("https://bot.example/documents/Chefforum/2026/Beslutningsprotokol 2026-01-13.docx?seal=AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("https://bot.example/documents/Chefforum/2026/Beslutningsprotokol 2026-01-13.docx?seal=")]
    [InlineData("https://bot.example/documents/")]
    public void Link_ThatWasMadeUp_LeadsNowhereAndIsStillKnownAsOurs(string link)
    {
        Assert.Null(Links.PathOf(link));
        Assert.True(Links.IsOurs(link));
    }

    [Fact]
    public void Link_WithTheSealOfAnotherDocument_LeadsNowhere()
    {
        var seal = Links.To(_path).Query["?seal=".Length..];

        Assert.Null(Links.PathOf($"https://bot.example/documents/Chefforum/2026/Andet.docx?seal={seal}"));
        Assert.Null(Links.Read(_path.AsClosed().ToString(), seal));
        Assert.Equal(_path, Links.Read(_path.ToString(), seal));
        Assert.Equal(22, seal.Length);
    }

    [Fact]
    public void Key_IsReadableByItsOwnerAlone()
    {
        _ = Links.To(_path);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "documents", ".key")));
    }

    /// <summary>Many times over, each on a folder without a key: once would find two hosts at the very same moment too seldom.</summary>
    [Fact]
    public void Key_OfHostsThatStartAtOnce_IsOne()
    {
        for (var round = 0; round < 200; round++)
        {
            var folder = Path.Combine(_folder, $"{round}");
            var seals = new string[8];
            Parallel.For(0, seals.Length, new ParallelOptions { MaxDegreeOfParallelism = seals.Length }, index => seals[index] = new LinkKey(folder).SealOf(_path));

            Assert.Single(seals.Distinct());
        }
    }

    [Theory]
    [InlineData("Chefforum/Lukket/2026/Referat.docx", true)]
    [InlineData("Chefforum/lukket/2026/Referat.docx", false)]
    [InlineData("Chefforum/Aaben/2026/Referat.docx", false)]
    [InlineData("Chefforum/Lukket/../2026/Referat.docx", false)]
    [InlineData("Chefforum/../2026/Referat.docx", false)]
    [InlineData("Chefforum/Lukket/Lukket/2026/Referat.docx", false)]
    public void ClosedPlace_IsTheOneFolderThatIsCalledSo(string text, bool expected)
    {
        var path = DocumentPath.Parse(text);

        Assert.Equal(expected, path is { IsClosed: true });
        Assert.Equal(expected ? text : null, path?.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
