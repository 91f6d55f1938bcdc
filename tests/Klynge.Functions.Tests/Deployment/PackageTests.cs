using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Klynge.Functions.Tests.Support;
using Klynge.Testing;

namespace Klynge.Functions.Tests.Deployment;

/// <summary>What <c>dotnet publish functions/Klynge.Functions</c> made, as Azure runs it: alone, without .NET on the machine.</summary>
public sealed class PackageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Package_HoldsWhatTheFunctionsHostLooksFor()
    {
        var package = Package();

        Assert.True(File.Exists(Path.Combine(package, "host.json")));
        Assert.True(File.Exists(Path.Combine(package, "libcoreclr.so")), "The package is not self-contained.");
        Assert.All(FunctionFolderTests.Folders, row => Assert.True(File.Exists(Path.Combine(package, row.Data, "function.json"))));
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(package, "Klynge.Functions")).HasFlag(UnixFileMode.UserExecute), "The run bit is missing.");
        }
    }

    [Fact]
    public async Task Package_StartsByItself_AndAnswersATimer()
    {
        var package = Package();
        var folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;
        var port = FreePort();
        using var process = Start(package, folder, port);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
            Assert.Equal(HttpStatusCode.OK, await InvokeWhenItListensAsync(http));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Ct);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Package() => RequiredTool.OrSkip(
        OperatingSystem.IsLinux() ? Environment.GetEnvironmentVariable("KLYNGE_FUNCTIONS_PACKAGE") : null,
        "There is no package to look into: on Linux, dotnet publish functions/Klynge.Functions -o FOLDER, and KLYNGE_FUNCTIONS_PACKAGE=FOLDER.");

    private static Process Start(string package, string folder, int port)
    {
        var start = new ProcessStartInfo(Path.Combine(package, "Klynge.Functions")) { WorkingDirectory = package, UseShellExecute = false };
        start.Environment.Remove("DOTNET_ROOT");
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["ConnectionStrings__Klynge"] = $"Data Source={Path.Combine(folder, "klynge.db")};Pooling=False";
        start.Environment["Klynge__DataDirectory"] = folder;
        start.Environment["Klynge__PublicUrl"] = "https://klynge.example/";
        return Process.Start(start)!;
    }

    private static async Task<HttpStatusCode> InvokeWhenItListensAsync(HttpClient http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var body = new StringContent(Payloads.Timer, Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync("Procedures", body, patience.Token);
                return answer.StatusCode;
            }
            catch (HttpRequestException exception) when (exception.InnerException is SocketException)
            {
                await look.WaitForNextTickAsync(patience.Token); // Nobody listens yet.
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
