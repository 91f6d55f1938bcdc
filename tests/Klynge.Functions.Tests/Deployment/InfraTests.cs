using Klynge.Testing;

namespace Klynge.Functions.Tests.Deployment;

/// <summary>What <c>infra</c> gives the function app is what the worker and its bindings ask for.</summary>
public sealed class InfraTests
{
    private static readonly string Infra = Path.Combine(Checkout.Root, "infra");

    private static readonly string Main = File.ReadAllText(Path.Combine(Infra, "main.bicep"));

    private static readonly string Functions = File.ReadAllText(Path.Combine(Infra, "modules", "functions.bicep"));

    [Theory]
    [InlineData("ConnectionStrings__Klynge")]
    [InlineData("Klynge__PublicUrl")]
    [InlineData("MicrosoftAppId")]
    [InlineData("MicrosoftAppTenantId")]
    public void ASettingThatTheWorkerNeeds_IsGiven(string name) => Assert.Contains($"{name}:", Main, StringComparison.Ordinal);

    /// <summary>Otherwise both hosts would look for work each second; safe, and for nothing.</summary>
    [Fact]
    public void WithFunctions_TheWebHostRunsNoJobs() =>
        Assert.Contains("useFunctions ? { Klynge__RunJobs: 'false' } : {}", Main, StringComparison.Ordinal);

    /// <summary>
    /// Whichever host makes a subscription names the same address, and it is the one that Azure gives the function app; the routes below
    /// it are held to the code's by <see cref="FunctionListTests"/>.
    /// </summary>
    [Fact]
    public void WithFunctions_BothHostsNameTheFunctionAppToGraph()
    {
        Assert.Contains("var webhookSettings = useFunctions ? { Klynge__WebhookUrl: 'https://${functionAppName}.azurewebsites.net' } : {}", Main, StringComparison.Ordinal);
        Assert.Contains("name: functionAppName", Main, StringComparison.Ordinal);
        Assert.Equal(2, Main.Split("settings: union(settings, ").Length - 1);
        Assert.Matches("union\\(commonSettings,.* microsoft365Settings\\)", Main);
    }

    [Fact]
    public void TheQueuesConnection_IsGivenByIdentity()
    {
        Assert.Contains("AzureWebJobsStorage__accountName", Functions, StringComparison.Ordinal);
        Assert.Contains("Storage Queue Data Contributor", File.ReadAllText(Path.Combine(Infra, "modules", "storage.bicep")), StringComparison.Ordinal);
    }

    [Fact]
    public void TheRuntime_IsTheIsolatedWorkersDotnet()
    {
        Assert.Contains("runtime: { name: 'dotnet-isolated', version: '10.0' }", Functions, StringComparison.Ordinal);
        Assert.DoesNotContain("custom", Functions, StringComparison.OrdinalIgnoreCase);
    }
}
