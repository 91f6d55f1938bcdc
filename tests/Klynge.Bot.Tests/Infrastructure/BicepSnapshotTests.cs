using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Infrastructure;

/// <summary>
/// What a deployment would make, as Bicep's own compiler works it out without a subscription: every expression is evaluated, and what is
/// looked at is the resources. Nothing of it has been deployed.
/// </summary>
public sealed class BicepSnapshotTests
{
    private const string Database = "param useDatabase = true\nparam databaseAdminGroup = { objectId: '33333333-3333-3333-3333-333333333333', name: 'klynge-drift' }\n";
    private const string Email = "param alertEmail = 'drift@eksempel.dk'\n";

    /// <summary>Both hosts, with SharePoint.</summary>
    private const string Whole = Database + Email + "param useFunctions = true\nparam useMicrosoft365 = true\nparam sharePointSite = 'eksempel.sharepoint.com:/sites/raad'\n";

    private static readonly Lazy<Task<Snapshot>> WholeOnce = new(() => TakeAsync(Whole));
    private static readonly Lazy<Task<Snapshot>> WithoutSharePointOnce = new(() => TakeAsync(Database + Email));

    [Fact]
    public async Task Main_Compiles_WithoutAWarning()
    {
        var (exitCode, said) = await RunAsync(BicepFile.Folder, "lint", "main.bicep");

        Assert.Equal((0, ""), (exitCode, said));
    }

    /// <summary>Nothing is made where something is missing that a host would miss: a sentence says what.</summary>
    [Theory]
    [InlineData("param useFunctions = true\nparam botAppType = 'SingleTenant'\n", "useFunctions needs useDatabase", "useFunctions needs useMicrosoft365 and sharePointSite", "A SingleTenant bot needs botAppId", "prod needs alertEmail")]
    [InlineData(Email + "param useFunctions = true\nparam useDatabase = true\nparam useMicrosoft365 = true\n", "useDatabase needs databaseAdminGroup", "useFunctions needs useMicrosoft365 and sharePointSite")]
    public async Task Deployment_ThatLacksSomething_FailsWithASentence(string parameters, params string[] sentences)
    {
        var snapshot = await TakeAsync(parameters);

        Assert.NotEqual(0, snapshot.ExitCode);
        Assert.All(sentences, sentence => Assert.Contains(sentence, snapshot.Said, StringComparison.Ordinal));
    }

    /// <summary>The bot's registration alone is public: Teams calls through it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatHoldsData_IsReachedByAPrivateAddressAlone(bool withSharePoint)
    {
        var snapshot = await ReadAsync(withSharePoint);
        var holding = snapshot.Of("Microsoft.KeyVault/vaults", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.Storage/storageAccounts");
        var reached = snapshot.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => (string)endpoint["properties"]!["privateLinkServiceConnections"]![0]!["properties"]!["privateLinkServiceId"]!).ToHashSet();

        Assert.Equal(3, holding.Count);
        Assert.All(holding, resource => Assert.Equal(
            "Disabled", (string?)(resource["properties"]!["publicNetworkAccess"] ?? resource["properties"]!["network"]?["publicNetworkAccess"])));
        Assert.All(holding, resource => Assert.Contains((string)resource["id"]!, reached));
        Assert.Equal(["Microsoft.BotService/botServices"], snapshot.All.Where(resource => resource.ToJsonString().Contains("\"publicNetworkAccess\":\"Enabled\"", StringComparison.Ordinal)).Select(Type));
    }

    [Theory]
    [InlineData(true, "Microsoft.KeyVault/vaults", "Microsoft.DBforPostgreSQL/flexibleServers")]
    [InlineData(false, "Microsoft.KeyVault/vaults", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.Storage/storageAccounts")]
    public async Task WhatCannotBeMadeAgain_IsLocked(bool withSharePoint, params string[] types)
    {
        var snapshot = await ReadAsync(withSharePoint);
        var locked = snapshot.Of("Microsoft.Authorization/locks").Where(one => (string?)one["properties"]!["level"] == "CanNotDelete")
            .Select(one => ((string)one["id"]!).Split("/providers/Microsoft.Authorization/")[0]);

        Assert.Equal(snapshot.Of(types).Select(resource => (string)resource["id"]!).Order(), locked.Order());
    }

    /// <summary>One identity a host, beside the bot's own; and the bot's opens neither registry nor storage nor vault.</summary>
    [Fact]
    public async Task Hosts_HaveAnIdentityEach_AndWhatTheyNeedIsGivenToThatOne()
    {
        var snapshot = await WholeOnce.Value;

        Assert.Equal(["id-klynge-prod", "id-klynge-prod-web"], Identities("Microsoft.App/containerApps"));
        Assert.Equal(["id-klynge-prod", "id-klynge-prod-functions"], Identities("Microsoft.Web/sites"));
        var given = snapshot.Of("Microsoft.Authorization/roleAssignments").ConvertAll(role => (string)role["properties"]!["principalId"]!);
        Assert.Equal(4, given.Count);
        Assert.Single(given, principal => principal.Contains("/id-klynge-prod-web'", StringComparison.Ordinal));
        Assert.Equal(3, given.Count(principal => principal.Contains("/id-klynge-prod-functions'", StringComparison.Ordinal)));

        List<string> Identities(string host) =>
            [.. Assert.Single(snapshot.Of(host))["identity"]!["userAssignedIdentities"]!.AsObject().Select(pair => pair.Key.Split('/')[^1]).Order(StringComparer.Ordinal)];
    }

    /// <summary>A rule that tells nobody is none.</summary>
    [Fact]
    public async Task Alerts_OnJobsOutboxAndFailuresOfBothHosts_ReachThePeopleOfTheParameter()
    {
        var snapshot = await WholeOnce.Value;
        var people = Assert.Single(snapshot.Of("Microsoft.Insights/actionGroups"));
        var rules = snapshot.Of("Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts");

        Assert.Equal("drift@eksempel.dk", (string?)people["properties"]!["emailReceivers"]![0]!["emailAddress"]);
        Assert.Equal(
            ["alert-klynge-prod-5xx", "alert-klynge-prod-failed-functions", "alert-klynge-prod-functions-5xx", "alert-klynge-prod-no-jobs", "alert-klynge-prod-old-outbox"],
            rules.Select(rule => (string)rule["name"]!).Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.Contains((string)people["id"]!, rule["properties"]!["actions"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.True((bool?)rule["properties"]!["enabled"]));
        Assert.Equal(
            snapshot.Of("Microsoft.App/containerApps", "Microsoft.Web/sites").Select(host => (string)host["id"]!).Order(),
            snapshot.Of("Microsoft.Insights/metricAlerts").Select(rule => (string)rule["properties"]!["scopes"]![0]!).Order());
    }

    /// <summary>The vault says to Event Grid alone that something runs out: without a subscription nobody hears of it.</summary>
    [Fact]
    public async Task Expiry_OfASecretOrACertificate_ReachesThePeopleOfTheParameter()
    {
        var snapshot = await WholeOnce.Value;
        var topic = Assert.Single(snapshot.Of("Microsoft.EventGrid/systemTopics"))["properties"]!;
        var subscription = Assert.Single(snapshot.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"))["properties"]!;
        var events = subscription["filter"]!["includedEventTypes"]!.AsArray().Select(one => (string)one!);

        Assert.Equal((string?)Assert.Single(snapshot.Of("Microsoft.KeyVault/vaults"))["id"], (string?)topic["source"]);
        Assert.Equal(
            ["CertificateExpired", "CertificateNearExpiry", "SecretExpired", "SecretNearExpiry"],
            events.Select(one => one.Split('.')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal("MonitorAlert", (string?)subscription["destination"]!["endpointType"]);
        Assert.Equal(
            [(string?)Assert.Single(snapshot.Of("Microsoft.Insights/actionGroups"))["id"]],
            subscription["destination"]!["properties"]!["actionGroups"]!.AsArray().Select(one => (string?)one));
    }

    private static Task<Snapshot> ReadAsync(bool withSharePoint) => (withSharePoint ? WholeOnce : WithoutSharePointOnce).Value;

    private static string Type(JsonNode resource) => (string)resource["type"]!;

    private static async Task<Snapshot> TakeAsync(string parameters)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-bicep-");
        try
        {
            var modules = folder.CreateSubdirectory("modules").FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(BicepFile.Folder, "modules")))
                File.Copy(file, Path.Combine(modules, Path.GetFileName(file)));

            File.Copy(BicepFile.Main, Path.Combine(folder.FullName, "main.bicep"));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "this.bicepparam"),
                $"using 'main.bicep'\nparam environmentName = 'prod'\nparam registryName = 'klynge'\nparam image = 'klynge-bot:0.1.0'\n{parameters}",
                TestContext.Current.CancellationToken);
            var (exitCode, said) = await RunAsync(
                folder.FullName, "snapshot", "this.bicepparam", "--mode", "overwrite", "--location", "swedencentral", "--resource-group", "rg-klynge",
                "--subscription-id", "11111111-1111-1111-1111-111111111111", "--tenant-id", "22222222-2222-2222-2222-222222222222");
            var taken = Path.Combine(folder.FullName, "this.snapshot.json");
            return new Snapshot(exitCode, said, File.Exists(taken) ? JsonNode.Parse(await File.ReadAllTextAsync(taken, TestContext.Current.CancellationToken)) : null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(string folder, params string[] arguments)
    {
        var path = typeof(BicepSnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Bicep").Value!;
        var bicep = RequiredTool.OrSkip(File.Exists(path) ? path : null, "This test needs Bicep's compiler for Linux on x64, which the build restores from NuGet there.");
        var start = new ProcessStartInfo(bicep, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (output + await error).Trim());
    }

    /// <param name="ExitCode">Of the compiler.</param>
    /// <param name="Said">On both streams.</param>
    /// <param name="Json">Null where nothing would be made.</param>
    private sealed record Snapshot(int ExitCode, string Said, JsonNode? Json)
    {
        internal IReadOnlyList<JsonNode> All => [.. (Json ?? throw new InvalidOperationException(Said))["predictedResources"]!.AsArray().Select(one => one!)];

        internal List<JsonNode> Of(params string[] types) => [.. All.Where(resource => types.Contains(Type(resource)))];
    }
}
