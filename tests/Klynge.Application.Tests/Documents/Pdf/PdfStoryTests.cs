using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Klynge.Application.Documents.Pdf;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Minutes;
using Klynge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Documents.Pdf;

/// <summary>Minutes in a folder with LibreOffice beside the bot: the Word document has its page numbers, and the approved one a PDF.</summary>
public sealed class PdfStoryTests
{
    [Fact]
    public async Task Minutes_AreWrittenWithPageNumbersAndApprovedWithAPdf()
    {
        var office = RequiredTool.OrSkip(RequiredTool.FindOnPath("soffice", "libreoffice"), "This test needs LibreOffice: install the package libreoffice-writer-nogui.");
        // Time stands: the answer waits for the document, however long the program takes.
        await using var minutes = await MinutesBoard.CreateAsync(services: services => services
            .AddSingleton(new PdfProgram(office))
            .AddSingleton<TimeProvider>(new ManualTimer()));

        await minutes.Chat.PressAsync(minutes.Board.Secretary, "minutes.write", minutes.Target);
        var word = Path.Combine(minutes.Chat.Documents, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx");
        using (var file = WordprocessingDocument.Open(word, isEditable: false))
            Assert.DoesNotContain("–", string.Concat(file.MainDocumentPart!.Document!.Body!.Elements().Where(element => element.InnerXml.Contains("TOC1", StringComparison.Ordinal)).Select(element => element.InnerText)), StringComparison.Ordinal);

        var card = (await minutes.Chat.PressAsync(minutes.Board.Secretary, "minutes.approve", new { meeting = minutes.Meeting.Id.Value, forum = minutes.Board.Forum.Id.Value, sure = "yes" })).Text();

        Assert.Equal(MinutesStatus.Approved, (await minutes.MinutesAsync()).Status);
        Assert.Contains("Åbn som PDF", card, StringComparison.Ordinal);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(Path.ChangeExtension(word, ".pdf"), TestContext.Current.CancellationToken))[..5]));
    }
}
