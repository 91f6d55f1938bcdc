using System.Text.Json;
using Klynge.Bot.CommandLine;
using Klynge.Testing;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>The launch profiles of an editor and of <c>dotnet run</c>.</summary>
public sealed class LaunchProfileTests : IDisposable
{
    private readonly ImportFolder _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("local")]
    [InlineData("simulated")]
    public async Task Profile_StartsTheBotOnThisMachine(string name)
    {
        await using var bot = await BotProcess.StartAsync(environment: Profile(name));

        using var page = await bot.Http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode, bot.Output);
        Assert.Equal(name == "simulated", bot.Output.Contains("simuleret", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Profile_OfATenant_StartsNothingBeforeTheTunnelsAddressAndTheRegistrationAreThere()
    {
        var environment = Profile("tenant");

        var answer = await ProgramRun.RunAsync(_bot.Folder, environment, "--urls", "http://localhost:0");
        environment["Klynge__PublicUrl"] = "https://klynge.devtunnels.example";
        var addressed = await ProgramRun.RunAsync(_bot.Folder, environment, "--urls", "http://localhost:0");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("Klynge:PublicUrl skal være en hel adresse", answer.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, addressed.ExitCode);
        Assert.Contains("MicrosoftAppId mangler", addressed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local", LaunchProfile.Warning)]
    [InlineData("", "")]
    public async Task Output_ThatGoesOnToAFile_IsWarnedAboutWhereTheProfilesNameStandsBeforeIt(string profile, string expected)
    {
        var environment = new Dictionary<string, string> { ["DOTNET_LAUNCH_PROFILE"] = profile };

        var answer = await ProgramRun.RunAsync(_bot.Folder, environment, "board", "schema");

        Assert.Equal((0, expected), (answer.ExitCode, answer.Error.Trim()));
        using var schema = JsonDocument.Parse(answer.Output);
    }

    /// <summary>A profile speaks by environment alone: the project has arguments of its own, and with these a profile's never count.</summary>
    private static Dictionary<string, string> Profile(string name)
    {
        var file = Path.Combine(Checkout.Root, "bot", "Klynge.Bot", "Properties", "launchSettings.json");
        using var settings = JsonDocument.Parse(File.ReadAllText(file));
        var profile = settings.RootElement.GetProperty("profiles").GetProperty(name);
        Assert.False(profile.TryGetProperty("commandLineArgs", out _));
        return profile.GetProperty("environmentVariables").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);
    }
}
