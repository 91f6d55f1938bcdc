using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Deployment;

/// <summary>
/// What <c>dotnet publish functions/Klynge.Functions</c> made. That it starts and works is shown by every other test here: they start it.
/// </summary>
public sealed class PackageTests
{
    [Fact]
    public void Package_HoldsWhatTheFunctionsHostLooksFor()
    {
        Assert.All(
            ["host.json", "worker.config.json", "functions.metadata", "extensions.json", "Klynge.Functions.dll"],
            name => Assert.True(File.Exists(Path.Combine(WorkerPackage.Folder, name)), $"{name} is missing."));
        var worker = WorkerPackage.Read("worker.config.json")["description"]!;
        Assert.Equal(
            ("dotnet-isolated", "dotnet", "Klynge.Functions.dll", "true"),
            ((string?)worker["language"], (string?)worker["defaultExecutablePath"], (string?)worker["defaultWorkerPath"], (string?)worker["workerIndexing"]));
    }

    /// <summary>The Functions host itself reads queues; its extension comes in the package, not in a bundle.</summary>
    [Fact]
    public void Package_BringsTheExtensionOfTheQueue()
    {
        var extension = Assert.Single(WorkerPackage.Read("extensions.json")["extensions"]!.AsArray(), one => (string?)one!["name"] == "AzureStorageQueues");

        Assert.True(File.Exists(Path.Combine(WorkerPackage.Folder, (string)extension!["hintPath"]!)));
    }

    /// <summary>Linux' native libraries only: a zip for one platform.</summary>
    [Fact]
    public void PublishedPackage_IsForLinux()
    {
        Assert.SkipUnless(WorkerPackage.IsPublished, "The build's own folder is for every platform. CI sets KLYNGE_FUNCTIONS_PACKAGE to a published one.");

        Assert.True(File.Exists(Path.Combine(WorkerPackage.Folder, "libe_sqlite3.so")));
        Assert.False(Directory.Exists(Path.Combine(WorkerPackage.Folder, "runtimes")));
        Assert.False(File.Exists(Path.Combine(WorkerPackage.Folder, "libcoreclr.so")), "The package brings a .NET of its own.");
    }

    /// <summary>Anybody can post to a function; the Functions host turns away what is too much at once, as the web host does by itself.</summary>
    [Fact]
    public void HostFile_BoundsWhatIsServedAtOnce_AndKeepsTheUsualPrefix()
    {
        var host = WorkerPackage.Read("host.json");
        var http = host["extensions"]!["http"]!;

        Assert.Equal("2.0", (string?)host["version"]);
        Assert.Equal((64, 1024), ((int)http["maxConcurrentRequests"]!, (int)http["maxOutstandingRequests"]!));
        Assert.Null(http["routePrefix"]);
        Assert.Equal(5, (int)host["extensions"]!["queues"]!["maxDequeueCount"]!);
    }

    /// <summary>Of the custom handler that this once was, nothing is left: it would win over the worker.</summary>
    [Fact]
    public void HostFile_NamesNoHandlerAndNoBundle()
    {
        var host = WorkerPackage.Read("host.json").AsObject();

        Assert.Null(host["customHandler"]);
        Assert.Null(host["extensionBundle"]);
        Assert.Empty(Directory.EnumerateFiles(WorkerPackage.Folder, "function.json", SearchOption.AllDirectories));
    }

    /// <summary>With it the Functions host exports its own requests, whose addresses are personal data.</summary>
    [Fact]
    public void HostFile_LeavesTelemetryToTheWorker() => Assert.Null(WorkerPackage.Read("host.json")["telemetryMode"]);
}
