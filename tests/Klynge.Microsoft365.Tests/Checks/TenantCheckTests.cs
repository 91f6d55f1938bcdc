using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Klynge.Microsoft365.Checks;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Mails;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Tests.Checks;

/// <summary>Each step of the check, broken in turn: it says which one, why, and how to mend it, and changes nothing.</summary>
public sealed class TenantCheckTests : IAsyncLifetime
{
    private const string Person = "11111111-0000-0000-0000-000000000001";
    private const string Mailbox = "sekretariat@eksempel.dk";

    private static readonly string[] AllRoles = [.. GraphPermissions.All.Select(permission => permission.Name)];

    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Klynge:SharePoint:Site"] = "klynge.sharepoint.example:/sites/sundhedsraad",
        ["Klynge:Mail:Mailbox"] = Mailbox,
    };

    private GraphFixture _fixture = null!;
    private WebApplication _bot = null!;
    private Func<string, string> _echo = token => token;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await GraphFixture.StartAsync();
        _fixture.StandIn.People.Add(new FakePerson(Person, "Sekretariatet", Mailbox));
        foreach (var column in LibraryColumns.All)
            _fixture.StandIn.Drives.Library.Columns[column] = column;

        _bot = WebApplication.CreateSlimBuilder().Build();
        _bot.Urls.Add("http://127.0.0.1:0");
        _bot.MapPost("/api/graph/notifications", (string validationToken) => Results.Text(_echo(validationToken), "text/plain"));
        await _bot.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Check_OfATenantThatIsWhole_FindsNothing()
    {
        var steps = await RunAsync();

        Assert.DoesNotContain(steps, step => step.State is CheckState.Failed or CheckState.Warning);
        Assert.Equal(
            ["Bottens registrering", "Mail"],
            steps.Where(step => step.State == CheckState.NotTried).Select(step => step.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("inherits", "eller har en kopi af dem", "Stop arv af tilladelser")]
    [InlineData("members", "sidens medlemmer eller besøgende", "Stop arv af tilladelser")]
    [InlineData("link", "delt med et link", "Stop arv af tilladelser")]
    [InlineData("missing", "findes ikke", "Stop arv af tilladelser")]
    public async Task Check_OfAFolderOfClosedDocumentsThatOthersRead_NamesTheForumAndHowToMendIt(string how, string detail, string mend)
    {
        IReadOnlyList<SimulatedReader>? readers = how switch
        {
            "inherits" => SimulatedReader.Site,
            "members" => [.. SimulatedReader.Entitled, SimulatedReader.Site[2]],
            "link" => [.. SimulatedReader.Entitled, new("link", "l1", "Link", "read")],
            _ => null,
        };
        _fixture.StandIn.Drives.Library.ReadersOf = folder => folder == "Drift-forum/Lukket" ? readers
            : folder.EndsWith("/Lukket", StringComparison.Ordinal) ? SimulatedReader.Entitled
            : SimulatedReader.Site;

        var failed = Failed(await RunAsync(), "Lukkede dokumenter i Drift-forum/Lukket");

        Assert.Contains(detail, failed.Detail, StringComparison.Ordinal);
        Assert.Contains(mend, failed.HowToMend, StringComparison.Ordinal);
    }

    /// <summary>What nobody can see is not »ok«.</summary>
    [Theory]
    [InlineData("root:/Chefforum/Lukket:/permissions")]
    [InlineData("root:/Chefforum:/permissions")]
    [InlineData("/root/permissions")]
    public async Task Check_OfClosedPlacesWhosePermissionsAreNotShown_SaysSo(string hidden)
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", hidden, 403, "accessDenied"), times: 9);

        var failed = Failed(await RunAsync(), "Lukkede dokumenter i Chefforum/Lukket");

        Assert.Contains("viser ikke, hvem der kan læse mappen", failed.Detail, StringComparison.Ordinal);
        Assert.Contains("--role manage", failed.HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ChangesNothing()
    {
        await RunAsync();

        Assert.All(_fixture.StandIn.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Check_WithoutAToken_SaysSoAndTriesNothingWithIt()
    {
        var steps = await RunAsync(new Credential(() => throw new AuthenticationFailedException("hemmelig detalje")));

        Assert.Contains("adgangskoden", Failed(steps, "Login i Microsoft 365").HowToMend, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", JsonSerializer.Serialize(steps), StringComparison.Ordinal);
        Assert.Empty(_fixture.StandIn.Requests);
    }

    [Theory]
    [InlineData("Sites.Selected")]
    [InlineData("Calendars.Read")]
    [InlineData("OnlineMeetings.Read.All")]
    [InlineData("OnlineMeetingArtifact.Read.All")]
    [InlineData("Mail.Send")]
    public async Task Check_WithoutAPermission_NamesItAndTheScript(string missing)
    {
        var steps = await RunAsync(WithRoles(AllRoles.Where(role => role != missing)));

        Assert.Contains("grant-graph-permissions.sh", Failed(steps, missing).HowToMend, StringComparison.Ordinal);
        Assert.Single(steps, step => step.State == CheckState.Failed);
    }

    [Fact]
    public async Task Check_WithMoreThanIsNeeded_Warns()
    {
        var steps = await RunAsync(WithRoles([.. AllRoles, "Sites.ReadWrite.All"]));

        Assert.Contains("Sites.ReadWrite.All", Assert.Single(steps, step => step.State == CheckState.Warning).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfASiteThatWasNotGiven_NamesTheSiteAndTheScript()
    {
        _fixture.StandIn.Drives.Site.Role = null;

        var failed = Failed(await RunAsync(), "SharePoint-side klynge.sharepoint.example:/sites/sundhedsraad");

        Assert.Contains("--site klynge.sharepoint.example:/sites/sundhedsraad", failed.HowToMend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Klynge:SharePoint:Site", "klynge.sharepoint.example:/sites/forkert", "SharePoint-side", "vært:/sites/navn")]
    [InlineData("Klynge:SharePoint:Library", "Findes ikke", "Dokumentbibliotek", "Dokumenter")]
    public async Task Check_OfAPlaceThatIsNotThere_SaysWhatToWrite(string setting, string value, string step, string mend)
    {
        _settings[setting] = value;

        var failed = Assert.Single(await RunAsync(), one => one.State == CheckState.Failed);

        Assert.StartsWith(step, failed.Name, StringComparison.Ordinal);
        Assert.Contains(mend, failed.HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfALibraryWithoutColumns_NamesThemAndTheCommand()
    {
        _fixture.StandIn.Drives.Library.Columns.Clear();

        var failed = Assert.Single(await RunAsync(), step => step.State == CheckState.Failed);

        Assert.Contains("KlyngeSagsnummer", failed.Detail, StringComparison.Ordinal);
        Assert.Contains("library setup", failed.HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfACalendarThatThePolicyDoesNotCover_NamesThePolicy()
    {
        _fixture.StandIn.Calendars.Deny(Person);

        Assert.Contains("New-ApplicationAccessPolicy", Failed(await RunAsync(), "Kalender").HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfOnlineMeetingsThatThePolicyDoesNotCover_NamesThePolicy()
    {
        _fixture.StandIn.OnlineMeetings.Deny(Person);

        Assert.Contains("New-CsApplicationAccessPolicy", Failed(await RunAsync(), "Onlinemøder").HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAMailboxThatIsNotThere_SaysSo()
    {
        var steps = await RunAsync(mailbox: "ingen@eksempel.dk");

        Assert.Contains("Ret adressen", Failed(steps, "Kalender").HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhileGraphIsAway_SaysThatItIsAway()
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/sites/", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        Assert.Contains("svarede ikke", Failed(await RunAsync(), "SharePoint-side klynge.sharepoint.example:/sites/sundhedsraad").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAnAddressThatEchoesNothing_SaysWhatGraphWants()
    {
        _echo = _ => "velkommen";

        Assert.Contains("Klynge:PublicUrl", Failed(await RunAsync(), "Besked fra Microsoft 365").HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutASite_TriesNoneAndAsksForNoPermission()
    {
        _settings.Remove("Klynge:SharePoint:Site");

        var steps = await RunAsync(WithRoles(AllRoles.Where(role => role != "Sites.Selected")));

        Assert.DoesNotContain(steps, step => step.State == CheckState.Failed);
    }

    private static CheckStep Failed(IReadOnlyList<CheckStep> steps, string name) =>
        Assert.Single(steps, step => step.Name == name && step.State == CheckState.Failed);

    private static Credential WithRoles(IEnumerable<string> roles) => new(() =>
    {
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { roles }))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"e30.{claims}.signature";
    });

    private async Task<IReadOnlyList<CheckStep>> RunAsync(TokenCredential? credential = null, string? mailbox = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var url = new Uri(_bot.Urls.First());
        var settings = new Microsoft365Settings
        {
            Mode = Microsoft365Mode.Simulated,
            GraphUrl = _fixture.Settings.GraphUrl,
            Identity = GraphIdentity.Of(credential ?? WithRoles(AllRoles)),
            NotificationUrl = new Uri(url, "/api/graph/notifications"),
            LifecycleUrl = new Uri(url, "/api/graph/lifecycle"),
        };
        using var http = new UploadHttp(settings);
        var check = new TenantCheck(
            settings,
            SharePointSettings.Read(configuration),
            MailSettings.Read(configuration),
            new LibraryCheck(_fixture.Client),
            new MailboxCheck(_fixture.Client, TimeProvider.System),
            new AddressCheck(settings, http));
        return await check.RunAsync(new TenantCheckRequest(mailbox, new Uri("http://127.0.0.1:9/keys"), ["Chefforum", "Drift/forum"]), Ct);
    }

    private sealed class Credential(Func<string> token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
