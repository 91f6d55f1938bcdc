using System.IO.Compression;
using System.Xml.Linq;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Files;

/// <summary>
/// Other programs than Word write .docx, too, and leave out what the format lets them: of what a file says of looks, lists and styles anything may
/// be missing or be no value, and no word of the text is lost by it.
/// </summary>
public sealed class WordPartsTests
{
    private static readonly string[] Parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml"];

    /// <summary>Elements that are or hold the text.</summary>
    private static readonly HashSet<string> Text = ["document", "body", "p", "r", "t", "delText", "ins", "del", "tbl", "tr", "tc", "sdt", "sdtContent", "hyperlink", "br", "tab", "styles", "numbering"];

    public static TheoryData<bool> Files => [false, true];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task WithoutAnyOneThingThatIsNotText_AllOfTheTextIsRead(bool isOurs)
    {
        var file = isOurs ? Ours() : WordFixture.Build();
        var words = await WordsAsync(file);

        foreach (var (what, changed) in Changes(file, isOurs ? Parts[..1] : Parts, LeftOut))
            Assert.True(words.IsSubsetOf(await WordsAsync(changed)), $"without {what}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ikke en værdi")]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    public async Task WithAValueThatIsNone_TheFileIsReadOrRefused_NeverAnException(string value)
    {
        foreach (var (what, changed) in Changes(WordFixture.Build(), Parts, part => Attributes(part).Select(one => ($"{one.Parent!.Name}/{one.Name}", (Action)(() => one.Value = value)))))
        {
            var source = await MinutesReader.ReadAsync(new MemoryStream(changed), "referat.docx", TestContext.Current.CancellationToken);

            Assert.True(source.IsSuccess || source.Error is MinutesFileDamaged, what);
        }
    }

    /// <summary>Each element with all that is in it, and each attribute, of those that are no text; what says the same twice is left out once.</summary>
    private static IEnumerable<(string, Action)> LeftOut(XDocument part)
    {
        foreach (var element in part.Descendants().Where(one => !Text.Contains(one.Name.LocalName)))
            yield return (element.ToString(SaveOptions.DisableFormatting), element.Remove);

        foreach (var attribute in Attributes(part).Where(one => !Text.Contains(one.Parent!.Name.LocalName)))
            yield return ($"{attribute.Parent!.Name.LocalName}/{attribute}", attribute.Remove);
    }

    private static IEnumerable<XAttribute> Attributes(XDocument part) => part.Descendants().Attributes().Where(one => !one.IsNamespaceDeclaration);

    private static IEnumerable<(string What, byte[] File)> Changes(byte[] file, string[] parts, Func<XDocument, IEnumerable<(string, Action)>> all)
    {
        foreach (var name in parts)
        {
            foreach (var (at, (what, _)) in all(Load(file, name)).Index().DistinctBy(one => one.Item.Item1))
            {
                var part = Load(file, name);
                all(part).ElementAt(at).Item2();
                yield return ($"{name}: {what}", With(file, name, part));
            }
        }
    }

    private static async Task<HashSet<string>> WordsAsync(byte[] file)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "referat.docx", TestContext.Current.CancellationToken);
        Assert.True(source.IsSuccess, source.Error?.Text);
        Assert.True(MinutesParser.Parse(source.Value) is { IsSuccess: true } or { Error: NotMinutes });
        return [.. source.Value.Lines.SelectMany(line => line.Text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))];
    }

    private static XDocument Load(byte[] file, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var stream = archive.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static byte[] With(byte[] file, string part, XDocument content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(file);
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = archive.GetEntry(part)!.Open();
            stream.SetLength(0);
            content.Save(stream, SaveOptions.DisableFormatting);
        }

        return buffer.ToArray();
    }

    /// <summary>A document as we write it, which is read by its styles.</summary>
    private static byte[] Ours()
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(
            new MinutesDocument
            {
                Forum = "Havneforum",
                Date = new LocalDate(2026, 2, 3),
                Participants = [new MinutesParticipant("Ida Skov", "Klit Kommune", Role: MinutesRole.Chair)],
                Items = [new MinutesItem { Number = 1, Title = "Kranen", Sections = [new MinutesSection("Sagsfremstilling", "Se **her**:\n\n- et\n- *to*\n\n| Post | Beløb |\n|---|---|\n| Løn | 4.000 |")], Recommendations = ["Godkender"], Decision = "1. Godkendt.\n2. Udsat." }],
            },
            stream);
        return stream.ToArray();
    }
}
