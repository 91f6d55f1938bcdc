using System.ComponentModel;
using System.Diagnostics;
using Klynge.Domain.Common;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Documents.Pdf;

/// <summary>
/// Turns Word documents into tagged PDF (ISO 14289, so that a screen reader reads headings, lists and tables) with LibreOffice. One at a
/// time, in a process of its own with a profile and a folder of its own, which are gone afterwards.
/// </summary>
public sealed partial class PdfConverter(PdfProgram program, TimeProvider time, ILogger<PdfConverter> logger) : IDisposable
{
    // As the export dialog has them: tagged, headings as bookmarks, the title in the window's bar.
    private const string Format = """
        pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}
        """;

    /// <summary>Two hundred pages take ten seconds; what takes longer than this hangs.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Whether there is a program that makes PDF.</summary>
    public bool IsAvailable => program.Path is not null;

    /// <param name="word">A whole .docx.</param>
    /// <param name="cancellationToken">Ends the program as well.</param>
    /// <returns>A whole PDF; an empty one where no program makes any; <see cref="PdfNotMade"/> when the program failed, with the cause in the log.</returns>
    public async Task<Result<ReadOnlyMemory<byte>>> ConvertAsync(ReadOnlyMemory<byte> word, CancellationToken cancellationToken)
    {
        if (program.Path is null)
            return ReadOnlyMemory<byte>.Empty;

        await _turn.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("klynge-pdf-");
        try
        {
            return await ConvertAsync(program.Path, folder.FullName, word, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Result<ReadOnlyMemory<byte>>> ConvertAsync(string soffice, string folder, ReadOnlyMemory<byte> word, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "document.docx"), word, cancellationToken);
        using var limit = new CancellationTokenSource(MaxTime, time);
        using var process = Start(soffice, folder);
        if (process is null)
            return new PdfNotMade();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // What it says is of no use to anybody, but a full pipe would stop it.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token), process.WaitForExitAsync(end.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            LogTooSlow(MaxTime);
            return new PdfNotMade();
        }

        var pdf = Path.Combine(folder, "document.pdf");
        if (File.Exists(pdf))
            return new ReadOnlyMemory<byte>(await File.ReadAllBytesAsync(pdf, cancellationToken));

        LogNoFile(process.ExitCode);
        return new PdfNotMade();
    }

    private Process? Start(string soffice, string folder)
    {
        var start = new ProcessStartInfo(soffice)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", Format, "--outdir", folder, Path.Combine(folder, "document.docx"),
            },
        };
        try
        {
            var process = Process.Start(start);
            process?.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            LogNotStarted(exception.NativeErrorCode);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to start the program of Klynge:Pdf:Converter: operating system error {Code}")]
    private partial void LogNotStarted(int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The program of Klynge:Pdf:Converter exited with code {Code} and made no PDF")]
    private partial void LogNoFile(int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Killed the program of Klynge:Pdf:Converter: no PDF after {Limit}")]
    private partial void LogTooSlow(TimeSpan limit);
}
