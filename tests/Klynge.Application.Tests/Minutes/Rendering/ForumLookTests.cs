using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Minutes.Rendering;

/// <summary>What is stored has the look that the forum's rules ask for, and the template of whoever runs the bot.</summary>
public sealed class ForumLookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-look-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Minutes_AreStoredInTheLookOfTheForum_AndAnewWhenItChanges()
    {
        await using var minutes = await MinutesBoard.CreateAsync();
        Assert.StartsWith("ReferatChefforum", await StoredAsync(minutes), StringComparison.Ordinal);

        await using (var db = minutes.Board.Open())
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == minutes.Board.Forum.Id, Ct);
            forum.Rules = forum.Rules with { Minutes = new MinutesLayout(MinutesLook.PagePerItem, UndecidedItems.Stated) };
            await db.SaveChangesAsync(Ct);
        }

        var text = await StoredAsync(minutes);
        Assert.StartsWith("REFERAT Chefforum d. 06-01-2026", text, StringComparison.Ordinal);
        Assert.Contains("Punkt 1: Godkendelse af dagsordenenBeslutningDagsordenen blev godkendt.Sagsfremstilling", text, StringComparison.Ordinal);
        Assert.Contains("Punkt 3: Årshjul for ældreområdetBeslutningDer er ikke noteret nogen beslutning.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Hemmelig", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MinutesAndProtocols_AreWrittenWithTheTemplate()
    {
        var template = Template();
        await using var minutes = await MinutesBoard.CreateAsync(services: services => services.AddSingleton(template));
        await StoredAsync(minutes);
        var board = minutes.Board;
        var procedures = new WrittenProcedures.ProcedureFixture(board, minutes.Chat);
        await procedures.OpenAsync();
        board.Clock.Advance(NodaTime.Duration.FromDays(20));
        Assert.Equal(1, await minutes.Chat.Get<CloseDueProcedures>().HandleAsync(Ct));
        Assert.Equal(1, await minutes.Chat.Get<StoreProcedureDocuments>().HandleAsync(Ct));

        var stored = Directory.GetFiles(minutes.Chat.Documents, "*.docx", SearchOption.AllDirectories);
        Assert.Equal(2, stored.Length);
        Assert.All(stored, file => Assert.Equal("Georgia", FontOf(file)));
    }

    private static async Task<string> StoredAsync(MinutesBoard minutes)
    {
        await minutes.Chat.PressAsync(minutes.Board.Secretary, "minutes.write", minutes.Target);
        var file = Path.Combine(minutes.Chat.Documents, "Chefforum", "2026", "Referat Chefforum 2026-01-06.docx");
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static string? FontOf(string file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Normal").StyleRunProperties?.RunFonts?.Ascii;
    }

    private WordTemplate Template()
    {
        var path = Path.Combine(_folder.FullName, "skabelon.dotx");
        using (var file = WordprocessingDocument.Create(path, DocumentFormat.OpenXml.WordprocessingDocumentType.Template))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Normal" }, new StyleRunProperties(new RunFonts { Ascii = "Georgia" })) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
            main.Document = new Document(new Body(new Paragraph()));
        }

        return WordTemplateReader.Read(path).Value;
    }
}
