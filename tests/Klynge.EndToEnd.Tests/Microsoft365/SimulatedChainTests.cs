using System.Net;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>The chain as Prøvebænk shows it, without a tenant: invitation, answer, afbud, substitute, quorum, attendance, minutes.</summary>
public sealed class SimulatedChainTests
{
    /// <summary>The only one of general practice, without whom the forum cannot decide.</summary>
    private const string Doctor = "farhad-rahimi";

    private const string DoctorsSubstitute = "helle-brogaard";

    [Fact]
    public async Task Meeting_FromTheInvitationToMinutesInSharePoint_IsOneChainOnTheCards()
    {
        await using var outlook = await SimulatedOutlook.StartAsync();
        Assert.Contains("Outlook     simuleret", outlook.Channel.Bot.Output, StringComparison.Ordinal);

        await DeclineAsync(outlook);
        await StepInAsync(outlook);
        await AcceptAfterAllAsync(outlook);
        await ConfirmAttendanceAsync(outlook);
        await StoreMinutesAsync(outlook);
    }

    [Fact]
    public async Task Answer_OfSomebodyWhoIsNotInvited_IsNone()
    {
        await using var outlook = await SimulatedOutlook.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await outlook.AnswerAsync(Channel.Secretary, "Decline"));
        Assert.Equal(HttpStatusCode.NotFound, await outlook.AnswerAsync(Channel.Outsider, "Decline"));
    }

    /// <summary>Invited, declined, afbud: the forum cannot decide, and the substitute is asked.</summary>
    private static async Task DeclineAsync(SimulatedOutlook outlook)
    {
        Assert.Equal(HttpStatusCode.NoContent, await outlook.AnswerAsync(Doctor, "Decline"));

        var agenda = await outlook.AgendaSaysAsync("Farhad Rahimi (Helle Brogaard er spurgt som stedfortræder)");
        Assert.Contains("Indkaldt i Outlook: 17 · ja 1 · intet svar 15", agenda, StringComparison.Ordinal);
        Assert.Contains("Afbud (1 af 13)", agenda, StringComparison.Ordinal);
        Assert.Contains("Beslutningsdygtigt: nej, ingen kommer fra almen praksis", agenda, StringComparison.Ordinal);
        var told = await outlook.CardAsync(Doctor, "Du har sagt nej til mødet i Outlook");
        Assert.Contains("Jeg har spurgt din stedfortræder, Helle Brogaard.", told.Text, StringComparison.Ordinal);
    }

    /// <summary>The substitute says yes: the seat is filled, and the forecast changes.</summary>
    private static async Task StepInAsync(SimulatedOutlook outlook)
    {
        var question = await outlook.CardAsync(DoctorsSubstitute, "Kan du komme i stedet for Farhad Rahimi?");

        Assert.Contains("Du kommer i stedet for Farhad Rahimi", await outlook.PressAsync(DoctorsSubstitute, question, "Jeg kommer i stedet"), StringComparison.Ordinal);

        var agenda = await outlook.AgendaSaysAsync("Farhad Rahimi (stedfortræder: Helle Brogaard)");
        Assert.Contains("Beslutningsdygtigt: ja, alle sektorer", agenda, StringComparison.Ordinal);
        await outlook.CardAsync(Doctor, "Helle Brogaard kommer i stedet for dig");
        await outlook.CardAsync(Channel.Secretary, "Helle Brogaard kommer i stedet for Farhad Rahimi");
    }

    /// <summary>A later yes in Outlook takes back what a no in Outlook gave, and the substitute hears of it.</summary>
    private static async Task AcceptAfterAllAsync(SimulatedOutlook outlook)
    {
        Assert.Equal(HttpStatusCode.NoContent, await outlook.AnswerAsync(Doctor, "Accept"));

        var agenda = await outlook.AgendaSaysAsync("Afbud: ingen");
        Assert.Contains("Beslutningsdygtigt: ja, alle sektorer", agenda, StringComparison.Ordinal);
        await outlook.CardAsync(DoctorsSubstitute, "Farhad Rahimi kommer alligevel");
    }

    /// <summary>The meeting ends; Teams' report becomes a proposal, and the secretariat's word a fact.</summary>
    private static async Task ConfirmAttendanceAsync(SimulatedOutlook outlook)
    {
        Assert.Equal(HttpStatusCode.NoContent, await outlook.AnswerAsync(Channel.Member, "Decline"));
        await outlook.AgendaSaysAsync("Afbud (1 af 13): Lise-Lotte Damgaard");
        Assert.Equal(HttpStatusCode.OK, await outlook.EndMeetingAsync());
        var question = await outlook.CardAsync(Channel.Secretary, "Er mødet slut?");
        await outlook.PressAsync(Channel.Secretary, question, "Slut mødet nu");
        outlook.LetTheReportBeDue();

        var proposal = await outlook.CardAsync(Channel.Secretary, "hvem deltog?");
        Assert.Contains("Lise-Lotte Damgaard, medlem (afbud) · ikke set i Teams", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("Marianne Toft Ravnsbjerg, medformand · ", proposal.Text, StringComparison.Ordinal);
        var phone = Assert.Single(proposal.Fields.Keys, field => field.StartsWith("who", StringComparison.Ordinal));
        Assert.Contains("Fremmødet er gemt", await outlook.PressAsync(Channel.Secretary, proposal, "Gem fremmøde", (phone, "ignore")), StringComparison.Ordinal);

        Assert.Equal("0", Count(outlook, """SELECT count(*) FROM "Participants" WHERE "MeetingId" = @p0 AND "Attended" IS NULL"""));
        Assert.Equal("1", Count(outlook, """SELECT count(*) FROM "Participants" WHERE "MeetingId" = @p0 AND "Apology" = 1 AND "Attended" = 0"""));
    }

    /// <summary>The minutes go to SharePoint, and the card leads there.</summary>
    private static async Task StoreMinutesAsync(SimulatedOutlook outlook)
    {
        await outlook.Channel.SayAsync(Channel.Secretary, "referat chefforum");
        var card = await outlook.CardAsync(Channel.Secretary, "Skriv referat");
        await outlook.PressAsync(Channel.Secretary, card, "Skriv referat");

        await WatchedBoard.UntilAsync(
            () => Count(outlook, """SELECT count(*) FROM "Minutes" WHERE "MeetingId" = @p0 AND "DocumentUrl" IS NOT NULL""") == "1", TimeSpan.FromSeconds(60));
        await outlook.Channel.SayAsync(Channel.Secretary, "referat chefforum");
        var stored = await outlook.CardAsync(Channel.Secretary, "Åbn referat");
        Assert.Contains(stored.Links, link => link.Contains("sharepoint", StringComparison.OrdinalIgnoreCase) && link.EndsWith(".docx", StringComparison.Ordinal));
    }

    private static string? Count(SimulatedOutlook outlook, string sql) => outlook.Channel.Query(sql, outlook.Meeting);
}
