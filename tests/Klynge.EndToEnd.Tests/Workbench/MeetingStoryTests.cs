using Klynge.Testing;
using Microsoft.Playwright;
using static Klynge.EndToEnd.Tests.Workbench.WorkbenchPage;
using static Microsoft.Playwright.Assertions;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>A whole meeting in the browser against the started bot: agenda, a member's item, afbud, decision, written procedure, minutes.</summary>
public sealed class MeetingStoryTests
{
    private const string Secretary = "Signe Valentin Dahl";
    private const string Member = "Nadia El-Sayed";
    private const string Chair = "Marianne Toft Ravnsbjerg";
    private const string OtherMember = "Torben Aagesen";

    /// <summary>By either door; the SDK is in the process where it was asked for, and nowhere else.</summary>
    [Theory]
    [InlineData("Protocol", false)]
    [InlineData("BotBuilder", true)]
    public async Task Meeting_GoesFromAgendaToMinutes_ByFourPeople(string channel, bool isSdkLoaded)
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync(environment: new Dictionary<string, string> { ["Klynge__Channel"] = channel });
        var page = await OpenAsync(chromium, bot.Address);

        await SeeTheAgendaAsync(page);
        await ProposeAnItemAsync(page);
        await SendAnApologyAsync(page);
        await DecideAsync(page);
        await VoteInWritingAsync(page);
        await WriteTheMinutesAsync(page, bot);
        Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["Klynge.BotBuilder", "Microsoft.Bot.Builder", "Microsoft.Bot.Connector", "Microsoft.Bot.Schema", "Newtonsoft.Json"])
            Assert.Equal(isSdkLoaded, bot.LoadedAssemblies.Contains(name));
    }

    /// <summary>A ballot draws itself anew when it is looked at. That answer can be older than the one to the press.</summary>
    [Fact]
    public async Task Vote_IsSeen_ThoughTheBallotsRefreshComesAfterIt()
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await OpenAsync(chromium, bot.Address);
        await page.BeAsync(Secretary);
        await OpenTheCaseAsync(page);

        var held = await page.HoldRefreshesAsync();
        await VoteAsync(page, Member, "Godkender", remarks: null);
        await held.LetGoAsync();

        await ReadAsync(page.Personal, "Udpegning til ledelsesprogrammet", "Du godkendte");
    }

    private static async Task SeeTheAgendaAsync(WorkbenchPage page)
    {
        await page.BeAsync(Secretary);
        await page.WriteAsync(page.Shared, "dagsorden");
        await ReadAsync(page.Shared, "Dagsorden:", "Hjertesvigt: fra pilot til fast forløb", "Beslutningsdygtigt: ja");
        await page.PhotographAsync("dagsorden");
    }

    private static async Task ProposeAnItemAsync(WorkbenchPage page)
    {
        await page.BeAsync(Member);
        await page.WriteAsync(page.Personal, "tilføj punkt Fælles vagtplan 15 min");
        await ReadAsync(page.Personal, "Foreslå et punkt");
        await PressAsync(Card(page.Personal, "Foreslå et punkt"), "Send til sekretariatet");
        await ReadAsync(page.Personal, "er sendt til sekretariatet");
        await page.PhotographAsync("forslag");

        await page.BeAsync(Secretary);
        await ReadAsync(page.Personal, "foreslår et punkt", "Fælles vagtplan", "15 min");
        await PressAsync(Card(page.Personal, "foreslår et punkt"), "Godkend");
        await ReadAsync(page.Personal, "er godkendt som punkt");
        await ReadAsync(page.Shared, "Dagsorden:", "Fælles vagtplan");

        await page.BeAsync(Member);
        await ReadAsync(page.Personal, "er på dagsordenen som punkt");
    }

    private static async Task SendAnApologyAsync(WorkbenchPage page)
    {
        await page.WriteAsync(page.Personal, "afbud Kursus");
        await ReadAsync(page.Personal, "Dit afbud er registreret");
        await ReadAsync(page.Shared, "Dagsorden:", Member);
        await page.PhotographAsync("afbud");
        await page.BeAsync(Secretary);
        await ReadAsync(page.Personal, $"{Member} har meldt afbud");
    }

    private static async Task DecideAsync(WorkbenchPage page)
    {
        await PressAsync(page.Meeting, "Mødet starter");
        await PressAsync(Card(page.Personal, "Er mødet begyndt?"), "Start mødet nu");
        await ReadAsync(page.Shared, "Dagsorden:", "I gang");
        await page.WriteAsync(page.Shared, "beslutning 3 Forløbet gøres fast fra 1. januar.");
        await ReadAsync(page.Shared, "Beslutninger", "Forløbet gøres fast fra 1. januar.");
        await page.PhotographAsync("beslutning");
    }

    private static async Task VoteInWritingAsync(WorkbenchPage page)
    {
        await OpenTheCaseAsync(page);
        await VoteAsync(page, Member, "Godkender", remarks: null);
        await VoteAsync(page, Chair, "Godkender med bemærkninger", "Husk almen praksis.");
        await VoteAsync(page, OtherMember, "Godkender", remarks: null);
        await page.BeAsync(Secretary);
        await ReadAsync(page.Shared, "Udpegning til ledelsesprogrammet", "3 af 13 har svaret");
        await page.PhotographAsync("skriftlig-behandling");
    }

    private static async Task OpenTheCaseAsync(WorkbenchPage page)
    {
        await page.WriteAsync(page.Personal, "skriftlig behandling");
        await PressAsync(Card(page.Personal, "Hvilket forum"), "Chefforum");
        var form = Card(page.Personal, "Ny sag til skriftlig behandling");
        await form.GetByLabel("Titel").FillAsync("Udpegning til ledelsesprogrammet");
        await form.GetByLabel("Sagsfremstilling").FillAsync("Der skal udpeges tre deltagere.");
        await form.GetByLabel("Indstilling").FillAsync("Godkender udpegningen");
        await PressAsync(form, "Se, hvad der sendes ud");
        await PressAsync(Card(page.Personal, "Sådan bliver sagen sendt ud"), "Send ud til 13 medlemmer");
        await ReadAsync(page.Personal, "er sendt ud til 13 medlemmer");
    }

    private static async Task VoteAsync(WorkbenchPage page, string who, string answer, string? remarks)
    {
        await page.BeAsync(who);
        var ballot = Card(page.Personal, "Udpegning til ledelsesprogrammet");
        if (remarks is not null)
            await ballot.GetByRole(AriaRole.Textbox).FillAsync(remarks);

        await PressAsync(ballot, answer);
        await ReadAsync(page.Personal, "Udpegning til ledelsesprogrammet", "Du godkendte");
    }

    private static async Task WriteTheMinutesAsync(WorkbenchPage page, BotProcess bot)
    {
        await PressAsync(page.Meeting, "Mødet slutter");
        await PressAsync(Card(page.Personal, "Er mødet slut?"), "Slut mødet nu");
        await ReadAsync(page.Personal, "hvem deltog?");
        await PressAsync(Card(page.Personal, "hvem deltog?"), "Skriv referat");
        await Expect(Card(page.Personal, "hvem deltog?")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await PressAsync(Card(page.Personal, "Skriv referat"), "Skriv referat");
        await Expect(page.Documents.First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.PhotographAsync("referat");
        await page.WriteAsync(page.Personal, "referat chefforum");
        await page.PhotographAsync("referat-kommando");

        var written = Directory.EnumerateFiles(Path.Combine(bot.Folder, ".data", "documents", "Chefforum"), "*.docx", SearchOption.AllDirectories);
        Assert.NotEmpty(written);
    }
}
