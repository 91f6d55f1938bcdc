using System.Text.RegularExpressions;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Infrastructure;

/// <summary>The settings, paths and ports that <c>infra</c> writes are those that the code reads.</summary>
public sealed partial class BicepSettingsTests
{
    /// <summary>What ASP.NET and the Functions host read for themselves.</summary>
    private static readonly string[] Platforms =
        ["ASPNETCORE_URLS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId"];

    private static readonly string Product = string.Join('\n', new[] { "Klynge.Bot", "Klynge.Teams", "Klynge.Application", "Klynge.Microsoft365", "Klynge.Telemetry" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Checkout.Root, "bot", project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !BuildOutput().IsMatch(file))
        .Select(File.ReadAllText));

    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

    public static TheoryData<string> Settings => [.. WrittenSettings().Except(Platforms)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Setting_OfTheHosts_IsReadByTheCode(string name)
    {
        var parts = name.Split("__");
        var isRead = parts is ["ConnectionStrings", var connection]
            ? Product.Contains($"GetConnectionString(\"{connection}\")", StringComparison.Ordinal)
            : Product.Contains($"[\"{string.Join(':', parts)}\"]", StringComparison.Ordinal) || Product.Contains($"own[\"{parts[^1]}\"]", StringComparison.Ordinal)
                || (Product.Contains($"GetSection(\"{string.Join(':', parts[..^1])}\")", StringComparison.Ordinal) && Product.Contains($"section[\"{parts[^1]}\"]", StringComparison.Ordinal));

        Assert.True(isRead, $"Nothing reads {name}.");
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Setting_OfTheHosts_StandsInTheReadme(string name) =>
        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), Readme, StringComparison.Ordinal);

    /// <summary>Without these the host refuses to start against a tenant.</summary>
    [Theory]
    [InlineData("MicrosoftAppType")]
    [InlineData("MicrosoftAppId")]
    [InlineData("MicrosoftAppTenantId")]
    [InlineData("Klynge__PublicUrl")]
    public void Setting_ThatATenantNeeds_IsWritten(string name) => Assert.Contains(name, WrittenSettings());

    [Fact]
    public void Endpoint_AndProbes_AreRoutesOfTheHost()
    {
        Assert.Contains("/api/messages'", BicepFile.TextOf("main.bicep"), StringComparison.Ordinal);
        var paths = ProbePath().Matches(BicepFile.TextOf("modules/web.bicep")).Select(match => match.Groups["path"].Value).Append("/api/messages").Distinct().ToList();

        Assert.Equal(3, paths.Count);
        Assert.All(paths, path => Assert.Contains($"\"{path}\"", Product, StringComparison.Ordinal));
    }

    [Fact]
    public void AppTypes_AreThoseThatTheBotKnows() =>
        Assert.Contains(
            $"@allowed(['{Teams.Hosting.BotAppType.UserAssignedMSI}', '{Teams.Hosting.BotAppType.SingleTenant}'])",
            BicepFile.TextOf("main.bicep"),
            StringComparison.Ordinal);

    /// <summary>A walk-through of restoring that names what is not there is found out on the worst day.</summary>
    [Theory]
    [InlineData("--vnet-name \"vnet-klynge-$env\"", "main.bicep", "name: 'vnet-${name}'")]
    [InlineData("--subnet endpoints", "modules/network.bicep", "name: 'endpoints'")]
    [InlineData("--group-id postgresqlServer", "main.bicep", "group: 'postgresqlServer', zone: 'privatelink.postgres.database.azure.com'")]
    [InlineData("--private-dns-zone privatelink.postgres.database.azure.com", "main.bicep", "zone: 'privatelink.postgres.database.azure.com'")]
    [InlineData("[?name=='keep']", "modules/database.bicep", "name: 'keep'")]
    [InlineData("last 35 days", "modules/database.bicep", "backupRetentionDays: 35")]
    [InlineData("within 35 days", "modules/documents.bicep", "shareDeleteRetentionPolicy: { enabled: true, days: 35 }")]
    [InlineData("ls -t copies/klynge-*.db", "../bot/Klynge.Application/Data/Engines/SqliteCopies.cs", "\"copies\"")]
    [InlineData("Untried by its makers", "README.md", "has not been")]
    public void Restoring_InTheWalkthrough_NamesWhatThereIs(string said, string file, string made)
    {
        Assert.Contains(said, BicepFile.TextOf("README.md"), StringComparison.Ordinal);
        Assert.Contains(made, BicepFile.TextOf(file), StringComparison.Ordinal);
    }

    private static List<string> WrittenSettings() =>
        [.. BicepFile.All.SelectMany(file => SettingName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).Distinct()];

    [GeneratedRegex(@"\b(?<name>(MicrosoftApp\w+|Microsoft365|ConnectionStrings__\w+|Klynge__\w+|ASPNETCORE_\w+|OTEL_\w+|AzureWebJobs\w+))\b['""]?\s*[:,]", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"path: '(?<path>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex ProbePath();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex BuildOutput();
}
