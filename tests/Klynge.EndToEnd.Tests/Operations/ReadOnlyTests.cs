using System.Net;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>
/// The program as it stands in its container: a root that cannot be written to, but for the data folder. <c>/proc</c> stands for it
/// here, since nobody can make a file there, not even root.
/// </summary>
public sealed class ReadOnlyTests
{
    [Fact]
    public async Task Meeting_WithNothingWritableButTheDataFolder_IsHeld()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "This test needs /proc.");
        var data = Directory.CreateTempSubdirectory("klynge-data-");
        var before = Files(AppContext.BaseDirectory);
        await using (var channel = await Channel.StartAsync("/proc", new Dictionary<string, string>
        {
            ["Klynge__DataDirectory"] = data.FullName,
            ["DOTNET_EnableDiagnostics"] = "0",
            ["TMPDIR"] = "/proc/nowhere",
            ["HOME"] = "/proc/nowhere",
        }))
        {
            var helped = await channel.SayAsync(Channel.Member, "hjælp");
            var minutes = await channel.SayAsync(Channel.Secretary, "referat", Channel.ForumChat);
            var board = await channel.Bot.Http.GetAsync("workbench/api/board", TestContext.Current.CancellationToken);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (helped.Status, minutes.Status, board.StatusCode));
            Assert.NotEmpty(helped.Messages);
        }

        Assert.Equal(before, Files(AppContext.BaseDirectory));
        Assert.Contains(Files(data.FullName), file => file.EndsWith("klynge.db", StringComparison.Ordinal));
        data.Delete(recursive: true);
    }

    private static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
