namespace Klynge.Bot.CommandLine;

/// <summary>
/// What <c>dotnet run</c> takes from <c>Properties/launchSettings.json</c>. It says so on standard output before the program's own first line, so
/// that <c>dotnet run … -- import referat.docx --json > referat.json</c> would make a file that is no JSON.
/// </summary>
internal static class LaunchProfile
{
    /// <summary>Set by <c>dotnet run</c> and by Visual Studio to the profile's name.</summary>
    private const string Name = "DOTNET_LAUNCH_PROFILE";

    /// <summary>For whoever sends what a command writes on to a file or a program.</summary>
    internal const string Warning =
        "dotnet run har skrevet en linje om sin profil før det, du sender videre. Skriv dotnet run --no-launch-profile, så er den væk.";

    internal static bool IsBeforeOutput => Console.IsOutputRedirected && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Name));
}
