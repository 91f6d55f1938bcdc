using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workspace.Forums;

/// <summary>A forum's forms as a browser without script sends them: what was typed comes back with every answer, and is text whatever it says.</summary>
public sealed class ForumFormsOverHttpTests
{
    private const string Hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)>";
    private const string Table = "Navn;Rolle;Organisation;Parti\r\nÅse Lund;medlem;Egholt Kommune;A\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Member_IsAddedByPosts_TheConfirmationSentTwiceDoesItOnce_AndItIsOnRecord()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var form = await browser.GetAsync("/fora/chefforum/medlem");
        var proposal = await browser.PostAsync("/fora/chefforum/forslag", With(form, ("name", "Ida Lund"), ("organisation", "Egholt Kommune"), ("substitutes", "Bo Friis\r\nEva Holm")));

        Assert.Equal(HttpStatusCode.OK, proposal.Status);
        Assert.Contains("Ny: Ida Lund i Chefforum (medlem, Egholt Kommune, stedfortrædere: Bo Friis og Eva Holm)", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("Intet er ændret endnu.", proposal.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ChangesAsync(host));

        for (var press = 0; press < 2; press++)
        {
            var done = await browser.PostAsync("/fora/chefforum/ret", proposal.Fields());
            Assert.Equal((HttpStatusCode.SeeOther, "/fora/chefforum"), (done.Status, done.Location));
            Assert.Equal(1, await ChangesAsync(host));
        }

        Assert.Contains("Ida Lund", (await browser.GetAsync("/fora/chefforum")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_IsASentence_AndEveryFieldStandsAsItWasTyped()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var form = await browser.GetAsync("/fora/chefforum/medlem");
        var typed = With(form, ("name", "  Ida \"Å\" <Lund>"), ("organisation", ""), ("substitutes", "\r\nBo & Friis\r\n"), ("from", "i morgen"), ("party", "=1+1"));

        var answer = await browser.PostAsync("/fora/chefforum/forslag", typed);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("»i morgen« er ingen dag, jeg kan læse.", answer.Text, StringComparison.Ordinal);
        var back = answer.Fields();
        Assert.All(typed, field => Assert.Equal(field.Value.ReplaceLineEndings("\n").Trim(), back[field.Key].Trim()));
    }

    [Fact]
    public async Task BackFromTheProposal_TheFieldsStandAsTheyWereTyped()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var typed = With(await browser.GetAsync("/fora/chefforum/regler"), ("agendaOut", "3 hverdage"), ("source", "Forretningsorden § 4"));
        var proposal = await browser.PostAsync("/fora/chefforum/forslag", typed);

        var fields = await browser.PostAsync("/fora/chefforum/forslag", With(proposal, ("skridt", "felter")));

        Assert.Equal(HttpStatusCode.OK, fields.Status);
        Assert.Equal(typed, fields.Fields());
    }

    [Fact]
    public async Task WordsOfPeople_AreText_InFieldsProposalsAndOnThePage()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var answers = new List<LocalBrowser.Answer>();
        var add = With(await browser.GetAsync("/fora/chefforum/medlem"), ("name", Hostile), ("organisation", Hostile), ("party", Hostile), ("sector", Hostile), ("title", Hostile), ("substitutes", $"{Hostile}1\n{Hostile}2"), ("role", Hostile));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", add));
        add = With(answers[^1], ("role", "medlem"), ("party", "A"));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", add));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", new Dictionary<string, string> { ["skema"] = Hostile, ["plads"] = Hostile }));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", new Dictionary<string, string> { ["skema"] = "tabel", ["table"] = $"Navn;{Hostile}\n{Hostile};{Hostile}" }));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", new Dictionary<string, string> { ["skema"] = "tabel" }, $"{Hostile.Replace('"', '_')}.xlsx", [.. "PK"u8, 3, 4, 0, 0]));
        answers.Add(await browser.PostAsync("/fora/chefforum/forslag", With(await browser.GetAsync("/fora/chefforum/regler"), ("source", Hostile), ("agendaOut", Hostile), ("agendaApproval", Hostile))));
        await browser.PostAsync("/fora/chefforum/ret", answers[1].Fields());
        answers.Add(await browser.GetAsync("/fora/chefforum"));

        Assert.Contains("Ny: ", answers[1].Text, StringComparison.Ordinal);
        Assert.Contains(Hostile, answers[^1].Text, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.DoesNotMatch("<script>alert|<img src=x", answer.Html));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task File_IsLookedAt_AndConfirmedAsItWasSeen(string kind)
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var file = kind == "csv" ? Encoding.Latin1.GetBytes(Table) : Workbook(Table);
        var proposal = await browser.PostAsync("/fora/chefforum/forslag", (await browser.GetAsync("/fora/chefforum/tabel")).Fields(), $"medlemmer.{kind}", file);

        Assert.Contains("Ny: Åse Lund i Chefforum (medlem, Egholt Kommune, parti A)", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("Ikke i tabellen: ", proposal.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/fora/chefforum/ret", proposal.Fields())).Status);
        Assert.Equal(1, await ChangesAsync(host));
    }

    [Fact]
    public async Task HostileAndHugeFiles_AreRefusedWithASentence()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var browser = await ForumActsOfEverybodyTests.SecretaryAsync(host);
        var form = (await browser.GetAsync("/fora/chefforum/tabel")).Fields();
        (byte[] File, string Sentence)[] files =
        [
            ([.. "PK"u8, 3, 4, .. new byte[300]], "er ikke et helt Excel-ark"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0], "er ikke et helt Excel-ark"),
            (new byte[3 * 1024 * 1024], "er for stor: højst 2 MB"),
            (Encoding.UTF8.GetBytes("Hej med jer\nher er intet"), "Jeg kan ikke se, hvad kolonnerne er."),
            (Encoding.UTF8.GetBytes("Navn;Rolle\nIda Lund;\"medlem\n"), "Anførselstegnene i linje 2 går ikke op"),
        ];
        foreach (var (file, sentence) in files)
        {
            var answer = await browser.PostAsync("/fora/chefforum/forslag", form, "../../medlemmer.xlsx", file);
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("../", answer.Text, StringComparison.Ordinal);
        }

        var huge = await browser.PostAsync("/fora/chefforum/forslag", form, "medlemmer.xlsx", new byte[20 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
        Assert.Contains("for stort", huge.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ChangesAsync(host));
    }

    private static Dictionary<string, string> With(LocalBrowser.Answer page, params (string Name, string Value)[] typed)
    {
        var fields = page.Fields();
        foreach (var (name, value) in typed)
            fields[name] = value;

        return fields;
    }

    private static async Task<int> ChangesAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        return await db.Audit.CountAsync(row => row.UseCase == nameof(ChangeForum) && row.Refusal == null, Ct);
    }

    private static byte[] Workbook(string text)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line =>
                new Row(line.Split(';').Select(cell => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(cell)) })))));
            book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Ark1" });
        }

        return stream.ToArray();
    }
}
