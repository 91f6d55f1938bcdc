using System.Diagnostics;
using Klynge.Documents.Tests;
using Klynge.Documents.Word;
using Klynge.Testing;

namespace Klynge.Application.Tests.Minutes.Rendering;

public sealed class MinutesPdfTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-pdf-");

    [Fact]
    public async Task LibreOffice_TurnsTheDocumentIntoPagesOfDanishText()
    {
        var office = RequiredTool.OrSkip(RequiredTool.FindOnPath("soffice", "libreoffice"), "This test needs LibreOffice: install the package libreoffice-writer-nogui.");
        var reader = RequiredTool.OrSkip(RequiredTool.FindOnPath("pdftotext"), "This test needs pdftotext: install the package poppler-utils.");
        var file = Path.Combine(_folder.FullName, "referat.docx");
        await using (var stream = File.Create(file))
        {
            MinutesDocumentWriter.Write(await MinutesFixtures.ReadAsync(MinutesFixtures.Export), stream);
        }

        await RunAsync(office, $"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, file);
        var text = await RunAsync(reader, Path.Combine(_folder.FullName, "referat.pdf"), "-");

        Assert.Contains("Side 1 af", text, StringComparison.Ordinal);
        Assert.Contains("Ventetid i akutmodtagelsen", text, StringComparison.Ordinal);
        Assert.Contains("Sundhedsråd Bælthavet", text, StringComparison.Ordinal);
        Assert.True(text.Contains('\f', StringComparison.Ordinal), "The PDF has no pages.");
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
