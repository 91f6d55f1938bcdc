using System.Diagnostics;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Infrastructure;

/// <summary>
/// <c>grant-graph-permissions.sh</c> against a make-believe Azure: <c>az</c> and <c>curl</c> are scripts that note what they are asked
/// and answer as if <c>Sites.Selected</c>, and the one site, had been granted before where a test says so. As the real one, this
/// <c>curl</c> reads the settings it is pointed to: else whoever writes them may find nobody there, and complains on standard error.
/// </summary>
public sealed class GrantScriptTests : IDisposable
{
    private const string Site = "eksempel.sharepoint.com:/sites/sundhedsraad";

    private const string Az = """
        #!/usr/bin/env bash
        echo "az $*" >> "$CALLS"
        case "$*" in
          *"--method get"*role-Sites.Selected*) [ -z "${GRANTED:-}" ] || echo assignment-1 ;;
          *"appRoles"*) all=$*; name=${all#*value==\'}; echo "role-${name%%\'*}" ;;
          *"sp show"*) echo graph-id ;;
        esac
        """;

    private const string Curl = """
        #!/usr/bin/env bash
        echo "curl $*" | sed 's#/dev/fd/[0-9]*#-#' >> "$CALLS"
        previous=
        for argument in "$@"; do
          [ "$previous" != --config ] || echo "config: $(grep --count 'Bearer a-token' "$argument")" >> "$CALLS"
          previous=$argument
        done
        case "$*" in
          *'select=id'*) echo '{ "id": "site-1", "displayName": "Sundhedsråd" }' ;;
          *"GET"*/permissions) echo '{"value":[{"id":"other","grantedToIdentitiesV2":[{"application":{"id":"other-app"}}]}'"${GRANTED:+,{\"id\":\"permission-1\",\"grantedToIdentitiesV2\":[{\"application\":{\"id\":\"app-1\"\}\}]\}}"']}' ;;
        esac
        """;

    private static readonly string Script = Path.Combine(BicepFile.Folder, "grant-graph-permissions.sh");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-grant-");

    private string Calls => Path.Combine(_folder.FullName, "calls");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Script_HasNothingThatShellcheckFinds()
    {
        var shellcheck = RequiredTool.OrSkip(RequiredTool.FindOnPath("shellcheck"), "This test needs shellcheck: install the package shellcheck.");

        Assert.Equal((0, ""), await RunAsync(shellcheck, granted: false, Script));
    }

    [Fact]
    public async Task Permissions_AreGranted_OnlyWhereTheyAreMissing()
    {
        var (exitCode, said) = await GrantAsync(granted: true, "--principal-id", "principal-1");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["Sites.Selected: granted before", "Calendars.Read: granted", "OnlineMeetings.Read.All: granted", "OnlineMeetingArtifact.Read.All: granted", "Mail.Send: granted"],
            said.Split('\n'));
        var posts = CallsWith("--method post");
        Assert.Equal(4, posts.Count);
        Assert.Contains("\"principalId\":\"principal-1\",\"resourceId\":\"graph-id\",\"appRoleId\":\"role-Calendars.Read\"", posts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_AreTakenAwayAgain()
    {
        var (exitCode, said) = await GrantAsync(granted: true, "--principal-id", "principal-1", "--remove");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Sites.Selected: removed\nCalendars.Read: not granted", said, StringComparison.Ordinal);
        Assert.EndsWith("/servicePrincipals/principal-1/appRoleAssignments/assignment-1 --output none", Assert.Single(CallsWith("--method delete")), StringComparison.Ordinal);
        Assert.Empty(CallsWith("--method post"));
    }

    [Theory]
    [InlineData(false, "granted", "POST")]
    [InlineData(true, "granted before", null)]
    [InlineData(true, "manage", "PATCH", "--role", "manage")]
    [InlineData(false, "granted", "POST", "--role", "manage")]
    [InlineData(true, "removed", "DELETE", "--remove")]
    [InlineData(false, "not granted", null, "--remove")]
    public async Task Site_IsGrantedOrTakenAway_Once(bool granted, string outcome, string? change, params string[] more)
    {
        RequiredTool.OrSkip(RequiredTool.FindOnPath("jq"), "This test needs jq: install the package jq.");

        var (exitCode, said) = await GrantAsync(granted, ["--app-id", "app-1", "--site", Site, .. more]);

        Assert.Equal((0, $"{Site}: {outcome}"), (exitCode, said));
        var changes = CallsWith("curl").Where(call => !call.Contains("--request GET", StringComparison.Ordinal)).ToList();
        Assert.Equal(change is null ? [] : [change], changes.Select(call => call.Split("--request ")[1].Split(' ')[0]));
        var role = more.Contains("manage") ? "manage" : "write";
        Assert.All(changes, call => Assert.Contains(change == "DELETE" ? "/site-1/permissions/permission-1" : $"\"roles\":[\"{role}\"]", call, StringComparison.Ordinal));
        Assert.All(CallsWith("config:"), call => Assert.Equal("config: 1", call));
        Assert.Equal(CallsWith("curl").Count, CallsWith("config:").Count);
        Assert.DoesNotContain("a-token", await File.ReadAllTextAsync(Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing to do")]
    [InlineData("Unknown argument: --all", "--all")]
    [InlineData("--site needs --app-id.", "--site", Site)]
    [InlineData("--role is read, write or manage.", "--app-id", "app-1", "--site", Site, "--role", "owner")]
    public async Task Script_WithWordsThatMakeNoSense_DoesNothing(string sentence, params string[] arguments)
    {
        var (exitCode, said) = await GrantAsync(granted: false, arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.False(File.Exists(Calls));
    }

    private async Task<(int ExitCode, string Said)> GrantAsync(bool granted, params string[] arguments)
    {
        var bash = RequiredTool.OrSkip(RequiredTool.FindOnPath("bash"), "This test needs bash.");
        foreach (var (name, text) in new[] { ("az", Az), ("curl", Curl) })
        {
            var file = Path.Combine(_folder.FullName, name);
            await File.WriteAllTextAsync(file, text.ReplaceLineEndings("\n"));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return await RunAsync(bash, granted, [Script, .. arguments]);
    }

    private async Task<(int ExitCode, string Said)> RunAsync(string program, bool granted, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = Calls;
        start.Environment["GRANTED"] = granted ? "1" : "";
        start.Environment["GRAPH_TOKEN"] = "a-token";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (output + await error).Trim());
    }

    private List<string> CallsWith(string words) =>
        [.. File.ReadAllLines(Calls).Where(call => call.Contains(words, StringComparison.Ordinal))];
}
