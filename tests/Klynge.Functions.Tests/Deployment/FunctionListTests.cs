using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Klynge.Application.Jobs;
using Klynge.Application.Rights;
using Klynge.Functions.Tests.Support;
using Klynge.Microsoft365.Notifications;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Deployment;

/// <summary>The functions that the worker tells its host of agree with the registry of jobs, the table of rights and what Graph is given.</summary>
public sealed class FunctionListTests(GraphFunctionsFixture fixture, FunctionsFixture withoutGraph)
    : IClassFixture<GraphFunctionsFixture>, IClassFixture<FunctionsFixture>
{
    [Fact]
    public void EveryGroupOfJobs_HasItsTimer()
    {
        var timers = fixture.Functions.Functions.Values.Where(function => function.Kind == "timerTrigger").ToList();

        Assert.Equal(Enum.GetNames<JobGroup>().Order(StringComparer.Ordinal), timers.Select(timer => timer.Name).Order(StringComparer.Ordinal));
        Assert.All(timers, timer => Assert.Matches(@"^\S+( \S+){5}$", (string)timer.Trigger["schedule"]!));
    }

    [Fact]
    public void Beside_ThereAreTheQueueAndGraphsAddresses() => Assert.Equal(
        ["GraphLifecycle", "GraphNotifications", "Work"],
        fixture.Functions.Functions.Values.Where(function => function.Kind != "timerTrigger").Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void WithoutMicrosoft365_GraphsAddressesAreNotThere()
    {
        Assert.DoesNotContain(withoutGraph.Functions.Functions.Values, function => function.Kind == "httpTrigger");
        Assert.Equal(Enum.GetNames<JobGroup>().Length + 1, withoutGraph.Functions.Functions.Count);
    }

    /// <summary>What a function writes into a queue, another reads; both by the storage that <c>infra</c> gives the app.</summary>
    [Fact]
    public void TheQueue_IsTheSameOnBothEnds()
    {
        var read = fixture.Functions.Functions["Work"].Trigger;
        var written = fixture.Functions.Functions.Values.SelectMany(function => function.Bindings).Where(binding => (string?)binding["type"] == "queue").ToList();

        Assert.Equal("klynge-work", (string?)read["queueName"]);
        Assert.Equal(2, written.Count);
        Assert.All(written, binding => Assert.Equal(((string?)read["queueName"], "Out"), ((string?)binding["queueName"], (string?)binding["direction"])));
        Assert.All([read, .. written], binding => Assert.Null(binding["connection"])); // AzureWebJobsStorage.
    }

    /// <summary>A function that takes what anybody posts is an endpoint as those of the web host are, with a guard in the same table.</summary>
    [Fact]
    public void EveryAddress_HasItsRowInTheTableOfRights_AndIsTheOneThatGraphIsGiven()
    {
        var triggers = fixture.Functions.Functions.Values.Where(function => function.Kind == "httpTrigger").Select(function => function.Trigger).ToList();
        var paths = triggers.Select(trigger => $"/api/{(string?)trigger["route"]}").ToList();

        Assert.Equal([GraphWebhookEndpoint.LifecyclePath, GraphWebhookEndpoint.NotificationPath], paths.Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.StartsWith(EndpointRights.CalendarWebhook.Pattern[..^2], path, StringComparison.Ordinal));
        Assert.All(triggers, trigger => Assert.Equal(
            [EndpointRights.CalendarWebhook.Method.ToLowerInvariant()], trigger["methods"]!.AsArray().Select(method => (string?)method)));
        Assert.Equal(Guard.SubscriptionSecret, EndpointRights.CalendarWebhook.Guard);
    }

    /// <summary>What the Functions host sends a worker only when it has said that it can take it.</summary>
    [Theory]
    [InlineData("HandlesInvocationCancelMessage")]
    [InlineData("HandlesWorkerTerminateMessage")]
    [InlineData("HttpUri")]
    public void TheWorker_SaysWhatItCanDo(string capability) => Assert.Contains(capability, fixture.Functions.Capabilities);

    /// <summary>The hosts never refer to each other; the project files are held to it by the tests of the bot.</summary>
    [Fact]
    public void CompiledWorker_KnowsNothingOfTheBot()
    {
        using var file = File.OpenRead(Path.Combine(WorkerPackage.Folder, "Klynge.Functions.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();

        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList();

        Assert.Contains("Klynge.Application", references);
        Assert.DoesNotContain("Klynge.Bot", references);
    }
}
