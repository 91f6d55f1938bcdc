using Klynge.Application;
using Klynge.Bot.Hosting;
using Klynge.Teams.Hosting;
using Klynge.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Starting;

/// <summary>A registration under the names that the Teams developer CLI writes.</summary>
public sealed class OtherSettingNamesTests
{
    private const string App = "11111111-1111-1111-1111-111111111111";
    private const string Tenant = "22222222-2222-2222-2222-222222222222";
    private const string Other = "33333333-3333-3333-3333-333333333333";

    [Theory]
    [InlineData("Teams:ClientId", "Teams:ClientSecret", "Teams:TenantId")]
    [InlineData("CLIENT_ID", "CLIENT_SECRET", "TENANT_ID")]
    [InlineData("MicrosoftAppId", "Teams:ClientSecret", "Teams:TenantId")]
    [InlineData("teams:clientid", "MicrosoftAppPassword", "teams:tenantId")]
    public void Registration_UnderOtherNames_IsTheBots(string app, string secret, string tenant)
    {
        var settings = Settings((app, App), (secret, " hemmelig "), (tenant, Tenant));

        Assert.Equal((App, "hemmelig", Tenant), (settings["MicrosoftAppId"], settings["MicrosoftAppPassword"]?.Trim(), settings["MicrosoftAppTenantId"]));
        Assert.Empty(OtherSettingNames.Contradictions(settings));
    }

    [Theory]
    [InlineData("MicrosoftAppId", "Teams:ClientId")]
    [InlineData("MicrosoftAppId", "CLIENT_ID")]
    [InlineData("MicrosoftAppPassword", "Teams:ClientSecret")]
    [InlineData("MicrosoftAppTenantId", "Teams:TenantId")]
    public void Setting_UnderTwoNames_IsOneSentenceWhereTheyDiffer_AndShowsNoValue(string name, string other)
    {
        var sentence = Assert.Single(OtherSettingNames.Contradictions(Settings((name, App), (other, Other))));

        Assert.Equal($"{name} og {other} er to navne for det samme og er sat til hver sit. Fjern den ene.", sentence);
        Assert.Empty(OtherSettingNames.Contradictions(Settings((name, App), (other, App + " "))));
        Assert.Empty(OtherSettingNames.Contradictions(Settings((name, ""), (other, App))));
    }

    [Fact]
    public void OtherNames_ThatDiffer_AreOneSentence() => Assert.StartsWith(
        "Teams:ClientId og CLIENT_ID er to navne",
        Assert.Single(OtherSettingNames.Contradictions(Settings(("Teams:ClientId", App), ("CLIENT_ID", Other)))),
        StringComparison.Ordinal);

    /// <summary>A variable of some other program's must neither make half a tenant nor contradict a whole one.</summary>
    [Fact]
    public void TenantAndSecret_OfAnybodys_AreNotTheBotsWithoutTheirClient()
    {
        var settings = Settings(("TENANT_ID", Other), ("CLIENT_SECRET", "x"));

        Assert.Null(settings["MicrosoftAppTenantId"]);
        Assert.Empty(SettingChecks.Missing(settings, isDevelopment: true));
        Assert.Empty(OtherSettingNames.Contradictions(Settings(("MicrosoftAppId", App), ("MicrosoftAppTenantId", Tenant), ("TENANT_ID", Other))));
    }

    [Fact]
    public async Task Host_ThatIsStartedWithThem_TakesTokensForThatBot()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        await using var app = BotHost.Build(
            ["--environment", "Production", $"--Teams:ClientId={App}", $"--Teams:TenantId={Tenant}", "--Teams:ClientSecret=hemmelig", "--Klynge:PublicUrl=https://klynge.example", $"--Klynge:DataDirectory={folder.FullName}"],
            out var settings);

        var options = app.Services.GetRequiredService<TeamsBotOptions>();
        Assert.Equal((App, "hemmelig", Tenant, false), (options.AppId, options.AppPassword, options.TenantId, settings.IsLocal));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task DotEnv_OfTheWorkingFolder_CountsInDevelopment_AndADifferenceIsSaid()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".env"), $"# teams app create\nexport CLIENT_ID=\"{App}\"\nTENANT_ID={Tenant}\nurls=http://0.0.0.0:1\n", TestContext.Current.CancellationToken);

        var result = await ProgramRun.RunAsync(folder.FullName, new Dictionary<string, string> { ["Teams__ClientId"] = Other });

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("Teams:ClientId og CLIENT_ID er to navne for det samme og er sat til hver sit. Fjern den ene.", result.Error.Trim());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void DotEnv_IsReadForTheThreeNamesAlone()
    {
        var read = DotEnv.Parse(["", "#CLIENT_ID=x", "CLIENT_ID = a=b ", "CLIENT_SECRET='s # t'", "export TENANT_ID=t", "Klynge:AllowAnonymous=true", "urls"]);

        Assert.Equal([("CLIENT_ID", "a=b"), ("CLIENT_SECRET", "s # t"), ("TENANT_ID", "t")], read.Select(pair => (pair.Key, pair.Value)));
    }

    private static ConfigurationManager Settings(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        configuration.AddOtherSettingNames();
        return configuration;
    }
}
