using System.Diagnostics;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Pdf;
using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Application.Tests.Minutes.Rendering;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using Klynge.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Klynge.Application.Tests.Documents.Pdf;

/// <summary>PDF by the real LibreOffice, read by another program; and what a program that fails comes to.</summary>
public sealed partial class PdfConverterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-pdf-test-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MinutesLook.Continuous)]
    [InlineData(MinutesLook.PagePerItem)]
    public async Task Pdf_IsTaggedAndTitledAndItsContentsNameThePages(MinutesLook look)
    {
        var word = Write(LongMinutes, look);
        var pdf = await ConvertAsync(word);

        var facts = await RunAsync("pdfinfo", pdf);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Referat – Chefforum – tirsdag d\. 3\. februar 2026", facts);

        var pages = (await RunAsync("pdftotext", pdf, "-layout")).Split('\f');
        foreach (var item in LongMinutes.Items)
        {
            var page = ShownPage(pages[0], item);
            Assert.True(page > 1 || (item.Number == 1 && look == MinutesLook.Continuous), item.Title);
            Assert.Contains(pages[page - 1].Split('\n'), line => line.TrimEnd().EndsWith(item.Title, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task WordDocument_GetsThePagesOfItsContents_AndStaysWhatItWas()
    {
        var word = Write(LongMinutes);
        var pdf = await ConvertAsync(word);

        var filled = ContentsPages.Fill(word, pdf);

        Assert.NotNull(filled);
        MinutesDocumentWriterTests.AssertValid(filled);
        Assert.Equal(filled, ContentsPages.Fill(word, pdf));
        using var file = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var main = file.MainDocumentPart!;
        Assert.Null(main.DocumentSettingsPart!.Settings!.GetFirstChild<UpdateFieldsOnOpen>());
        var contents = main.Document!.Body!.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "TOC1").Select(paragraph => paragraph.InnerText).ToList();
        var first = (await RunAsync("pdftotext", pdf, "-layout")).Split('\f')[0];
        Assert.Equal(LongMinutes.Items.Count, contents.Count);
        Assert.All(LongMinutes.Items.Zip(contents), one => Assert.EndsWith($" {ShownPage(first, one.First)}", one.Second, StringComparison.Ordinal));

        Assert.Equal(await ReadAsync(word), await ReadAsync(filled));
    }

    [Fact]
    public void WordDocument_WhoseItemsThePdfDoesNotHave_IsLeftAsItIs()
    {
        var other = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        other.AddPage(UglyToad.PdfPig.Content.PageSize.A4);

        Assert.Null(ContentsPages.Fill(Write(LongMinutes), other.Build()));
        Assert.Null(ContentsPages.Fill(Write(new MinutesDocument { Forum = "Chefforum" }), other.Build()));
    }

    [Fact]
    public async Task Program_ThatIsNotThere_OrMakesNothing_IsAnErrorAndLeavesNothingBehind()
    {
        Assert.IsType<PdfNotMade>((await Converter(Path.Combine(_folder.FullName, "ingen")).ConvertAsync(new byte[1], Ct)).Error);
        Assert.IsType<PdfNotMade>((await Converter(Script("exit 3")).ConvertAsync(new byte[1], Ct)).Error);
        Assert.True((await Converter(null).ConvertAsync(new byte[1], Ct)).Value.IsEmpty);
    }

    [Fact]
    public async Task Program_ThatHangs_IsEndedWithWhatItStarted()
    {
        // Who reads a named pipe waits for who writes to it: the first says that the program runs, the second ends with what it started.
        var (runs, held) = (Pipe("runs"), Pipe("held"));
        var time = new ManualTimer();
        using var converter = new PdfConverter(new PdfProgram(Script($"sleep 600 > {held} & echo x > {runs}; wait")), time, NullLogger<PdfConverter>.Instance);
        var ended = Task.Run(() => File.ReadAllText(held), Ct);
        var hanging = converter.ConvertAsync(new byte[1], Ct);
        await Task.Run(() => File.ReadAllText(runs), Ct);
        using var other = new CancellationTokenSource();
        var waiting = converter.ConvertAsync(new byte[1], other.Token);
        await other.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        time.Tick();

        Assert.IsType<PdfNotMade>((await hanging).Error);
        await ended.WaitAsync(TimeSpan.FromMinutes(1), Ct);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("none", false)]
    [InlineData("None", false)]
    public void Setting_FindsWhatIsInstalled_UnlessItSaysNone(string? value, bool finds)
    {
        _ = Office;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Klynge:Pdf:Converter"] = value }).Build();

        Assert.Equal(finds, PdfProgram.Find(configuration).Path is not null);
        Assert.Null(PdfProgram.Find(null).Path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Fourteen items over many pages, the titles of two alike at their ends.</summary>
    private static MinutesDocument LongMinutes { get; } = new()
    {
        Forum = "Chefforum",
        Date = new LocalDate(2026, 2, 3),
        Items = [.. Enumerable.Range(1, 14).Select(number => new MinutesItem
        {
            Number = number,
            Title = $"Sag om emne nr. {number}",
            Sections = [new MinutesSection("Sagsfremstilling", LongTextSamples.Of(600 * number))],
            Decision = "Godkendt.",
        })],
    };

    private static string Office => RequiredTool.OrSkip(RequiredTool.FindOnPath("soffice", "libreoffice"), "This test needs LibreOffice: install the package libreoffice-writer-nogui.");

    private static PdfConverter Converter(string? program) => new(new PdfProgram(program), TimeProvider.System, NullLogger<PdfConverter>.Instance);

    private static async Task<byte[]> ConvertAsync(byte[] word)
    {
        using var converter = Converter(Office);
        return (await converter.ConvertAsync(word, Ct)).Value.ToArray();
    }

    private static async Task<List<string>> ReadAsync(byte[] word)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(word), "referat.docx", Ct);
        return [.. MinutesParser.Parse(source.Value).Value.Items.Select(item => $"{item.Title}: {string.Concat(item.Sections.Select(section => section.Text))} {item.Decision}")];
    }

    private static byte[] Write(MinutesDocument document, MinutesLook look = MinutesLook.Continuous)
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(document, stream, layout: new MinutesLayout(look));
        return stream.ToArray();
    }

    private string Pipe(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var process = Process.Start("mkfifo", path);
        process.WaitForExit();
        return path;
    }

    private string Script(string body)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.sh");
        File.WriteAllText(file, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return file;
    }

    private async Task<string> RunAsync(string tool, byte[] pdf, params string[] options)
    {
        var program = RequiredTool.OrSkip(RequiredTool.FindOnPath(tool), $"This test needs {tool}: install the package poppler-utils.");
        var file = Path.Combine(_folder.FullName, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf, Ct);
        var start = new ProcessStartInfo(program, [.. options, file, .. tool == "pdftotext" ? ["-"] : Array.Empty<string>()]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return output;
    }

    /// <summary>What stands behind an item in the contents: »3. Sag om emne nr. 3     7«.</summary>
    private static int ShownPage(string contents, MinutesItem item) => Entry().Matches(contents)
        .Where(match => match.Groups["title"].Value == item.Title)
        .Select(match => int.Parse(match.Groups["page"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
        .Single();

    [GeneratedRegex(@"^\s*\d+\.\s+(?<title>\S.*?)[\s.]{3,}(?<page>\d+)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Entry();
}
