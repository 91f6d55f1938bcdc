using Xunit;

namespace Klynge.Testing;

/// <summary>
/// What a test does where something it needs is not installed: it skips with a sentence that says what to install,
/// or fails where <c>KLYNGE_REQUIRE_ALL=1</c>, so that CI never passes by skipping.
/// </summary>
public static class RequiredTool
{
    public static bool EverythingIsRequired => Environment.GetEnvironmentVariable("KLYNGE_REQUIRE_ALL") == "1";

    /// <summary>The path of a tool that was found; ends the test otherwise.</summary>
    /// <param name="path">Where the tool was found, or null.</param>
    /// <param name="sentence">What is missing and how it is installed.</param>
    public static string OrSkip(string? path, string sentence)
    {
        if (path is not null)
            return path;

        if (EverythingIsRequired)
            Assert.Fail($"{sentence} (KLYNGE_REQUIRE_ALL=1)");
        Assert.Skip(sentence);
        return string.Empty;
    }

    /// <summary>The first of the named programs that stands in a folder of PATH, or null.</summary>
    public static string? FindOnPath(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : string.Empty;
        foreach (var name in names)
        {
            var found = Array.Find(folders, folder => File.Exists(Path.Combine(folder, name + suffix)));
            if (found is not null)
                return Path.Combine(found, name + suffix);
        }

        return null;
    }
}
