using Klynge.Bot.Hosting;
using Klynge.Testing;
using Microsoft.Extensions.Configuration;

namespace Klynge.Bot.Tests.Starting;

/// <summary>A tenant that is set up by halves: one sentence for each thing that is wrong, and none for what is right.</summary>
public sealed class SettingChecksTests
{
    private const string AnId = "11111111-1111-1111-1111-111111111111";

    private static readonly string[] Needed = ["MicrosoftAppId", "MicrosoftAppTenantId", "Klynge:PublicUrl", "Klynge:DataDirectory"];

    private static readonly string[] Allowed =
        ["MicrosoftAppPassword", "Klynge:FederatedIdentityClientId", "Klynge:AllowedTenants", "Klynge:RequestsPerPerson"];

    /// <summary>Every way to leave something out, for both kinds of bot, with and without each setting that may be there.</summary>
    public static TheoryData<string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var type in new[] { "", "SingleTenant", "UserAssignedMSI" })
            {
                for (var left = 0; left < 1 << Needed.Length; left++)
                    data.Add(type, string.Join(' ', Needed.Where((_, index) => (left & (1 << index)) == 0)));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Tenant_WithAnyOfItMissing_IsOneSentenceForEach(string type, string set)
    {
        var names = set.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var more = 0; more < 1 << Allowed.Length; more++)
        {
            var extras = Allowed.Where((name, index) => (more & (1 << index)) != 0 && !(type == "UserAssignedMSI" && name == "MicrosoftAppPassword"));
            var problems = Problems(type, [.. names, .. extras]);

            // Without an app id there is no tenant yet, so that is the one thing to say.
            var expected = names.Contains("MicrosoftAppId") ? Needed.Except(names) : ["MicrosoftAppId"];
            Assert.Equal(expected, problems.Select(problem => problem.Split(' ')[0]));
            Assert.All(problems, problem => Assert.Contains(" mangler", problem, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("MicrosoftAppId", "klynge", "MicrosoftAppId skal være bottens app-id")]
    [InlineData("MicrosoftAppTenantId", "eksempel.onmicrosoft.com", "MicrosoftAppTenantId skal være tenantens id")]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType skal være SingleTenant eller UserAssignedMSI.")]
    [InlineData("Klynge:PublicUrl", "http://klynge.example", "Klynge:PublicUrl skal begynde med https://.")]
    [InlineData("Klynge:PublicUrl", "klynge.example", "Klynge:PublicUrl skal være en hel adresse")]
    [InlineData("Klynge:AllowAnonymous", "true", "Klynge:AllowAnonymous gælder kun med ASPNETCORE_ENVIRONMENT=Development.")]
    [InlineData("Klynge:AllowAnonymous", "ja", "Klynge:AllowAnonymous skal være true eller false.")]
    [InlineData("Klynge:Word:Template", "er-her-ikke.dotx", "Klynge:Word:Template: Word-skabelonen »er-her-ikke.dotx« findes ikke")]
    [InlineData("Klynge:Seal:Pfx", "er-her-ikke.pfx", "Klynge:Seal:TimestampUrl mangler, men Klynge:Seal:Pfx er sat.")]
    [InlineData("Klynge:Seal:Anchors", "er-her-ikke.pem", "Klynge:Seal:Anchors: er-her-ikke.pem kan ikke læses som rodcertifikater (PEM).")]
    [InlineData("Klynge:Workspace:Authority", "http://login.example", "Klynge:Workspace:Authority skal være en hel adresse, der begynder med https://.")]
    [InlineData("Klynge:Workspace:Authority", "login.example", "Klynge:Workspace:Authority skal være en hel adresse, der begynder med https://.")]
    [InlineData("Klynge:Workspace:ClientId", "33333333-3333-3333-3333-333333333333", "Klynge:Workspace:ClientSecret mangler, men Klynge:Workspace:ClientId er en anden registrering")]
    [InlineData("Klynge:RequestsPerPerson", "mange", "Klynge:RequestsPerPerson skal være et helt antal")]
    [InlineData("Klynge:RequestsPerTenant", "-1", "Klynge:RequestsPerTenant skal være et helt antal")]
    [InlineData("Klynge:RequestsPerAddress", "1.5", "Klynge:RequestsPerAddress skal være et helt antal")]
    public void Value_ThatCannotBe_IsOneSentence(string name, string value, string sentence)
    {
        var problem = Assert.Single(Problems("SingleTenant", Needed, (name, value)));

        Assert.StartsWith(sentence, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ManagedIdentity_WithAPassword_IsRefused() =>
        Assert.StartsWith(
            "MicrosoftAppPassword må ikke være sat",
            Assert.Single(Problems("UserAssignedMSI", [.. Needed, "MicrosoftAppPassword"])),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("SingleTenant")]
    [InlineData("singletenant")]
    [InlineData("UserAssignedMSI")]
    public void Tenant_ThatIsSetUp_HasNoProblem(string type) => Assert.Empty(Problems(type, Needed));

    /// <summary>Documents in a container's own folder would go with it.</summary>
    [Theory]
    [InlineData(true, "", "", "")]
    [InlineData(false, "/data", "", "")]
    [InlineData(false, "", "tenant", "eksempel.sharepoint.com:/sites/sundhedsraad")]
    [InlineData(true, "", "tenant", "")]
    [InlineData(true, "", "off", "eksempel.sharepoint.com:/sites/sundhedsraad")]
    [InlineData(true, " ", "", "")]
    public void Tenant_WhoseDocumentsHaveNowhereToStay_IsRefusedWithOneSentence(bool isRefused, string folder, string microsoft365, string site)
    {
        var problems = Problems(
            "", Needed, ("Klynge:DataDirectory", folder), ("Microsoft365", microsoft365), ("Klynge:SharePoint:Site", site));

        Assert.Equal(isRefused ? 1 : 0, problems.Count);
        Assert.All(problems, problem => Assert.StartsWith("Klynge:DataDirectory mangler.", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppPassword")]
    [InlineData("MicrosoftAppType")]
    [InlineData("Klynge:FederatedIdentityClientId")]
    [InlineData("Klynge:AllowedTenants")]
    public void Development_WithHalfATenant_IsNoWorkbench(string name)
    {
        var problem = Assert.Single(SettingChecks.Missing(Configuration((name, AnId)), isDevelopment: true));

        Assert.StartsWith($"MicrosoftAppId mangler, men {name} er sat.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Development_WithoutATenant_NeedsNothing() => Assert.Empty(SettingChecks.Missing(Configuration(), isDevelopment: true));

    [Fact]
    public void Development_WithATenant_NeedsNoPublicUrl() =>
        Assert.Empty(SettingChecks.Missing(Configuration(("MicrosoftAppId", AnId), ("MicrosoftAppTenantId", AnId)), isDevelopment: true));

    [Fact]
    public async Task Program_ThatIsSetUpByHalves_SaysEverySentenceAndStops()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["MicrosoftAppId"] = AnId,
            ["Klynge__RequestsPerPerson"] = "mange",
        };

        var result = await ProgramRun.RunAsync(folder.FullName, settings);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            ["MicrosoftAppTenantId", "Klynge:PublicUrl", "Klynge:DataDirectory", "Klynge:RequestsPerPerson"],
            result.Error.Trim().Split(Environment.NewLine).Select(line => line.Split(' ')[0]));
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, ".data")));
        folder.Delete(recursive: true);
    }

    /// <summary>The program itself: refused with neither a folder nor SharePoint, ready with either.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Program_InATenant_StartsWhereItsDocumentsCanStay_AndNowhereElse(bool hasFolder, bool hasSharePoint)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["MicrosoftAppId"] = AnId,
            ["MicrosoftAppTenantId"] = AnId,
            ["Klynge__PublicUrl"] = "https://klynge.example",
            ["Klynge__RunJobs"] = "false",
            ["Klynge__DataDirectory"] = hasFolder ? Path.Combine(folder.FullName, "data") : string.Empty,
            ["Microsoft365"] = hasSharePoint ? "tenant" : string.Empty,
            ["Klynge__SharePoint__Site"] = hasSharePoint ? "eksempel.sharepoint.com:/sites/sundhedsraad" : string.Empty,
        };

        if (hasFolder || hasSharePoint)
        {
            await using var bot = await BotProcess.StartAsync(folder.FullName, settings);
            using var ready = await bot.Http.GetAsync("healthz/ready", TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, ready.StatusCode);
        }
        else
        {
            var refused = await ProgramRun.RunAsync(folder.FullName, settings);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.StartsWith("Klynge:DataDirectory mangler.", Assert.Single(refused.Error.Trim().Split('\n')), StringComparison.Ordinal);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }

        folder.Delete(recursive: true);
    }

    private static List<string> Problems(string type, IEnumerable<string> set, params (string Name, string Value)[] changes)
    {
        var settings = set.Distinct().Select(name => (name, name switch
        {
            "Klynge:PublicUrl" => "https://klynge.example",
            "Klynge:RequestsPerPerson" => "10",
            _ => AnId,
        }));
        var configuration = Configuration([.. settings, ("MicrosoftAppType", type), .. changes]);
        return [.. SettingChecks.Missing(configuration, isDevelopment: false), .. SettingChecks.Unreadable(configuration)];
    }

    /// <summary>The last value of a name counts, and an empty one is none.</summary>
    private static IConfiguration Configuration(params (string Name, string Value)[] settings)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings)
            last[name] = value;

        return new ConfigurationBuilder().AddInMemoryCollection(last).Build();
    }
}
