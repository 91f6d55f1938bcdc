using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Jobs;
using Klynge.Application.Rights;
using Klynge.Microsoft365.Notifications;
using Klynge.Testing;

namespace Klynge.Functions.Tests.Deployment;

/// <summary>The folders that the Functions host reads agree with the code and with the registry of jobs.</summary>
public sealed partial class FunctionFolderTests
{
    /// <summary>What the Functions host would be deployed with, as the build lays it out.</summary>
    private static readonly string Output = AppContext.BaseDirectory;

    internal static readonly string Source = Path.Combine(Checkout.Root, "functions", "Klynge.Functions");

    public static TheoryData<string> Folders =>
        [.. Directory.EnumerateFiles(Source, "function.json", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];

    [Fact]
    public void EveryGroupOfJobs_HasItsTimer()
    {
        var timers = Folders.Select(row => row.Data).Where(name => TriggerOf(name) == "timerTrigger");

        Assert.Equal(Enum.GetNames<JobGroup>().Order(), timers.Order());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryFolder_HasAHandlerOfItsName(string name)
    {
        var code = File.ReadAllText(Path.Combine(Source, name, $"{name}Function.cs"));

        Assert.True(
            code.Contains($"JobGroup.{name})", StringComparison.Ordinal) || code.Contains($"Name => \"{name}\"", StringComparison.Ordinal),
            $"{name}Function answers to another name.");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryFolder_IsDeployed(string name) => Assert.True(File.Exists(Path.Combine(Output, name, "function.json")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryTrigger_IsComplete(string name)
    {
        var trigger = BindingsOf(name).Single(binding => ((string)binding["type"]!).EndsWith("Trigger", StringComparison.Ordinal));

        Assert.Equal("in", (string?)trigger["direction"]);
        switch ((string)trigger["type"]!)
        {
            case "timerTrigger":
                Assert.Equal("timer", (string?)trigger["name"]);
                Assert.Matches(@"^\S+( \S+){5}$", (string)trigger["schedule"]!);
                break;
            case "queueTrigger":
                Assert.Matches("^[a-z0-9](-?[a-z0-9]){2,62}$", (string)trigger["queueName"]!);
                Assert.Equal("AzureWebJobsStorage", (string?)trigger["connection"]);
                break;
            case "httpTrigger":
                Assert.NotEmpty((string)trigger["route"]!);
                Assert.Contains(BindingsOf(name), binding => (string?)binding["type"] == "http" && (string?)binding["direction"] == "out");
                break;
            default:
                Assert.Fail($"No test knows the trigger of {name}.");
                break;
        }
    }

    [Fact]
    public void HostFile_StartsTheHandler()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "host.json")))!;

        Assert.Equal("2.0", (string?)host["version"]);
        Assert.Equal("Klynge.Functions", (string?)host["customHandler"]!["description"]!["defaultExecutablePath"]);
        Assert.False((bool)host["customHandler"]!["enableForwardingHttpRequest"]!);
        Assert.Equal("Microsoft.Azure.Functions.ExtensionBundle", (string?)host["extensionBundle"]!["id"]);
        Assert.Equal("[4.*, 5.0.0)", (string?)host["extensionBundle"]!["version"]);
    }

    /// <summary>A function that takes what anybody posts is an endpoint as those of the web host are, with a guard in the same table.</summary>
    [Fact]
    public void EveryAddress_HasItsRowInTheTableOfRights_AndIsTheOneThatGraphIsGiven()
    {
        var bindings = Folders.SelectMany(row => BindingsOf(row.Data)).Where(binding => (string?)binding["type"] == "httpTrigger").ToList();
        var paths = bindings.Select(binding => $"/api/{(string?)binding["route"]}").ToList();

        Assert.Equal([GraphWebhookEndpoint.LifecyclePath, GraphWebhookEndpoint.NotificationPath], paths.Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.StartsWith(EndpointRights.CalendarWebhook.Pattern[..^2], path, StringComparison.Ordinal));
        Assert.All(bindings, binding => Assert.Equal([EndpointRights.CalendarWebhook.Method.ToLowerInvariant()], binding["methods"]!.AsArray().Select(method => (string?)method)));
        Assert.Equal(Guard.SubscriptionSecret, EndpointRights.CalendarWebhook.Guard);
    }

    /// <summary>Anybody can post to a function; the Functions host turns away what is too much at once, as the web host does by itself.</summary>
    [Fact]
    public void HostFile_BoundsWhatIsServedAtOnce_AndKeepsTheUsualPrefix()
    {
        var http = JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "host.json")))!["extensions"]!["http"]!;

        Assert.Equal((64, 1024), ((int)http["maxConcurrentRequests"]!, (int)http["maxOutstandingRequests"]!));
        Assert.Null(http["routePrefix"]);
    }

    /// <summary>The hosts never refer to each other; the project files are held to it by the tests of the bot.</summary>
    [Fact]
    public void CompiledHandler_KnowsNothingOfTheBot() =>
        Assert.DoesNotContain("Klynge.Bot", System.Reflection.Assembly.Load("Klynge.Functions").GetReferencedAssemblies().Select(reference => reference.Name));

    private static string TriggerOf(string name) =>
        (string)BindingsOf(name).Single(binding => ((string)binding["type"]!).EndsWith("Trigger", StringComparison.Ordinal))["type"]!;

    private static List<JsonNode> BindingsOf(string name) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Source, name, "function.json")))!["bindings"]!.AsArray().OfType<JsonNode>()];

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex BuildOutput();
}
