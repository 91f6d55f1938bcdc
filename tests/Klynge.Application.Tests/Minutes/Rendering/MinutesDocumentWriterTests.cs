using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Tests;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Minutes.Rendering;

public sealed class MinutesDocumentWriterTests
{
    public static TheoryData<string> Fixtures => MinutesFixtures.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Document_IsValidOffice(string name) => AssertValid(Write(await MinutesFixtures.ReadAsync(name)));

    [Fact]
    public void EmptyDocument_IsValidOffice() => AssertValid(Write(new MinutesDocument()));

    [Fact]
    public async Task IllegalCharacters_AreDropped_AndEmojiStay()
    {
        var file = Write(new MinutesDocument
        {
            Forum = "Forum\u0000\u000B nord",
            Date = new LocalDate(2026, 5, 1),
            Items = [new MinutesItem { Number = 1, Title = "Punkt \u001B😀 \uD800<at>", Decision = "Ja\u0008\uFFFF." }],
        });

        AssertValid(file);
        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "x.docx", TestContext.Current.CancellationToken);
        var again = MinutesParser.Parse(source.Value).Value;
        Assert.Equal(("Forum nord", "Punkt 😀 <at>", "Ja."), (again.Forum, again.Items[0].Title, again.Items[0].Decision));
    }

    [Fact]
    public async Task Document_HasRealStylesLanguageAndPageNumbers()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(await MinutesFixtures.ReadAsync(MinutesFixtures.Export))), isEditable: false);
        var main = file.MainDocumentPart!;
        var styles = main.Document.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).ToHashSet();

        Assert.Superset(new HashSet<string?> { "Title", "Heading1", "Heading2", "ListNumber", "ListBullet", "Beslutning", "TOC1" }, styles);
        Assert.Equal("da-DK", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value);
        Assert.Equal("Referat – Fagligt forum Sundhedsråd Bælthavet – fredag d. 6. marts 2026", file.PackageProperties.Title);
        Assert.Contains("NUMPAGES", main.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
        Assert.Contains("Fagligt forum", main.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        Assert.Contains(main.Document.Descendants<FieldCode>(), code => code.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.All(main.Document.Descendants<Table>().Skip(1), table => Assert.NotEmpty(table.Descendants<TableHeader>()));
        Assert.Equal(11906U, main.Document.Descendants<PageSize>().Single().Width!.Value);
    }

    [Fact]
    public void EachRecommendation_IsNumberedFromOne()
    {
        var item = new MinutesItem { Title = "A", Recommendations = ["x", "y"] };
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(new MinutesDocument { Items = [item, item] })), isEditable: false);

        var lists = file.MainDocumentPart!.Document.Descendants<NumberingId>().Select(list => list.Val!.Value).ToList();

        Assert.Equal(2, lists.Distinct().Count());
        Assert.Equal((lists[0], lists[2]), (lists[1], lists[3]));
    }

    [Fact]
    public void Output_IsLeftOpen_AndNeedsNoSeeking()
    {
        using var output = new ForwardOnlyStream();

        MinutesDocumentWriter.Write(new MinutesDocument { Forum = "Forum" }, output);

        Assert.True(output.Written > 1000);
    }

    private static byte[] Write(MinutesDocument document)
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var problems = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(problems.Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
    }

    private sealed class ForwardOnlyStream : MemoryStream
    {
        public long Written { get; private set; }

        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;
    }
}
