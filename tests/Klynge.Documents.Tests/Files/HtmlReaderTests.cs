using System.Text;
using Klynge.Documents.Files;

namespace Klynge.Documents.Tests.Files;

/// <summary>Pages as agenda systems save them, with the tags they forget: a line of the page is a line that is read.</summary>
public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>Kajen</p><p>Kranen</p>", "Kajen|Kranen")]
    [InlineData("Kajen<div>Kranen</div>Molen", "Kajen|Kranen|Molen")]
    [InlineData("<span>Kaj</span>en<br/>Kranen", "Kajen|Kranen")]
    [InlineData("<li>Kajen<li>Kranen", "• Kajen|• Kranen")]
    [InlineData("</ul><ol><li>Kajen</li><li>Kranen</li></ol></ol><li>Molen", "1. Kajen|2. Kranen|• Molen")]
    [InlineData("<ol><li>Kajen<ul><li>Kranen</ul><li>Molen</ol>", "1. Kajen|  • Kranen|2. Molen")]
    [InlineData("<table><tr><td>Kajen</td><th>Kranen</th></tr><tr></tr><tr><td></td></tr></table>", "Kajen\tKranen")]
    [InlineData("<table><tr><td><p>Kajen</p><div>ved havnen</div></td><td><ul><li>Kranen<li>Molen</ul></td></tr></table>", "Kajen ved havnen\tKranen Molen")]
    [InlineData("<table><tr><td><p>Kajen</table><p>Kranen", "Kajen|Kranen")]
    [InlineData("<table><caption>Molen</caption><tr><td><ul><li>Kajen", "Molen|Kajen")]
    [InlineData("<td>Kajen</td><p>Kranen</p>", "Kajen|Kranen")]
    [InlineData("<h2>Kajen</h2><hr><p>Kranen", "## Kajen|Kranen")]
    [InlineData("<input type=\"text\" hidden value=\"x\">Kajen", "Kajen")]
    [InlineData("<div hidden/>Kajen", "Kajen")]
    [InlineData("<div aria-hidden=\"true\"><div>Skjult</div><br/><div/>Skjult</div>Kajen", "Kajen")]
    [InlineData("<p style=\"visibility: hidden\">Skjult</p>Kajen", "Kajen")]
    [InlineData("<script>var punkt = \"<p>9</p>\";</script><!-- Punkt 9 --><svg/>Kajen", "Kajen")]
    [InlineData("Kajen er 3 < 4 meter & lang&nbsp;nok", "Kajen er 3 < 4 meter & lang nok")]
    [InlineData("<a.b>Kajen</a.b>", "Kajen")]
    public async Task ALineOfThePage_IsALine(string body, string lines) =>
        Assert.Equal(lines.Split('|'), (await ReadAsync($"<html><body>{body}</body></html>")).Select(Shown));

    /// <summary>What only looks like a page is the text that it is.</summary>
    [Theory]
    [InlineData("<!DOCTYPE html><body><p>Kajen", "Kajen")]
    [InlineData("\n  <HTML><p>Kajen", "Kajen")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Kajen</p></body></html>", "Kajen")]
    [InlineData("<?xml version=\"1.0\"?><sag>Kajen</sag>", "<?xml version=\"1.0\"?><sag>Kajen</sag>")]
    [InlineData("<Kajen>", "<Kajen>")]
    public async Task APage_IsToldByItsBeginning(string text, string line) => Assert.Equal(line, Assert.Single(await ReadAsync(text)).Text);

    [Fact]
    public async Task ListsInListsWithoutEnd_AreRead()
    {
        var read = await ReadAsync($"<html>{string.Concat(Enumerable.Repeat("<ul><li>", 200))}Kajen{string.Concat(Enumerable.Repeat("</ul>", 300))}<p>Kranen");

        Assert.Equal(["Kajen", "Kranen"], read.Select(line => line.Text));
    }

    [Fact]
    public async Task ATagWithAPictureInIt_IsNotSearchedForBeingHidden() =>
        Assert.Equal("Kajen", Assert.Single(await ReadAsync($"<html><img src=\"data:{new string('a', 5000)}\" hidden><p>Kajen")).Text);

    private static string Shown(SourceLine line) =>
        $"{new string(' ', line.ListLevel * 2)}{(line.HeadingLevel > 0 ? new string('#', line.HeadingLevel) + " " : "")}{(line.ListLabel.Length > 0 ? line.ListLabel + " " : "")}{line.Text}";

    private static async Task<IReadOnlyList<SourceLine>> ReadAsync(string page) =>
        (await MinutesReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(page)), "side.html", TestContext.Current.CancellationToken)).Value.Lines;
}
