using System.Diagnostics;
using System.Text.RegularExpressions;
using Klynge.Documents.Tests;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using Klynge.Testing;
using UglyToad.PdfPig;

namespace Klynge.Application.Tests.Minutes.Rendering;

public sealed class MinutesPdfTests : IDisposable
{
    private const int PerRun = 25;

    private static readonly int Documents = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1" ? 500 : PerRun;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-pdf-");

    [Fact]
    public async Task LibreOffice_TurnsTheDocumentIntoPagesOfDanishText()
    {
        var office = RequiredTool.OrSkip(RequiredTool.FindOnPath("soffice", "libreoffice"), "This test needs LibreOffice: install the package libreoffice-writer-nogui.");
        var reader = RequiredTool.OrSkip(RequiredTool.FindOnPath("pdftotext"), "This test needs pdftotext: install the package poppler-utils.");
        var file = Path.Combine(_folder.FullName, "referat.docx");
        await using (var stream = File.Create(file))
            MinutesDocumentWriter.Write(await MinutesFixtures.ReadAsync(MinutesFixtures.Export), stream);

        await RunAsync(office, $"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, file);
        var text = await RunAsync(reader, Path.Combine(_folder.FullName, "referat.pdf"), "-");

        Assert.Contains("Side 1 af", text, StringComparison.Ordinal);
        Assert.Contains("Ventetid i akutmodtagelsen", text, StringComparison.Ordinal);
        Assert.Contains("Sundhedsråd Bælthavet", text, StringComparison.Ordinal);
        Assert.True(text.Contains('\f', StringComparison.Ordinal), "The PDF has no pages.");
    }

    /// <summary>Of texts put together of what people type, marks and traps among it: valid for Word, and every one is laid out with its items.</summary>
    [Fact]
    public async Task GeneratedDocuments_AreValidAndLaidOut()
    {
        var office = RequiredTool.OrSkip(RequiredTool.FindOnPath("soffice", "libreoffice"), "This test needs LibreOffice: install the package libreoffice-writer-nogui.");
        var random = new Random(21);
        var looks = Enum.GetValues<MinutesLook>();
        for (var documents = 0; documents < Documents; documents += PerRun)
        {
            var minutes = Enumerable.Range(0, PerRun).Select(_ => GeneratedMinutes.Next(random)).ToList();
            var files = minutes.Index().Select(one => Path.Combine(_folder.FullName, $"{one.Index}.docx")).ToList();
            foreach (var (one, file) in minutes.Zip(files))
            {
                using var stream = new MemoryStream();
                MinutesDocumentWriter.Write(one, stream, layout: new MinutesLayout(looks[random.Next(looks.Length)]));
                MinutesDocumentWriterTests.AssertValid(stream.ToArray());
                await File.WriteAllBytesAsync(file, stream.ToArray(), TestContext.Current.CancellationToken);
            }

            await RunAsync(office, [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, .. files]);

            foreach (var (one, file) in minutes.Zip(files))
            {
                using var pdf = PdfDocument.Open(Path.ChangeExtension(file, ".pdf"));
                var text = string.Concat(pdf.GetPages().Select(page => page.Text));
                Assert.All(one.Items, item => Assert.True(Regex.Count(text, Regex.Escape(item.Title), RegexOptions.None, TimeSpan.FromSeconds(10)) >= 2, $"{documents}, {file}: {item.Title}"));
                File.Delete(Path.ChangeExtension(file, ".pdf"));
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
