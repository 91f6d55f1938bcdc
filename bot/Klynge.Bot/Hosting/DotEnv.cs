using Klynge.Application;
using Microsoft.Extensions.Configuration.Memory;

namespace Klynge.Bot.Hosting;

/// <summary>
/// The <c>.env</c> of the working folder, as the Teams developer CLI writes it, for a developer's machine alone: a file beside the program
/// must not decide who the bot of a tenant is. Nothing of it counts but the three names of a registration, and everything counts before it.
/// </summary>
internal static class DotEnv
{
    internal static void AddRegistration(this IHostApplicationBuilder builder)
    {
        var file = Path.Combine(Environment.CurrentDirectory, ".env");
        if (builder.Environment.IsDevelopment() && File.Exists(file))
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Parse(File.ReadLines(file)) });

        builder.Configuration.AddOtherSettingNames();
    }

    /// <summary><c>NAME=value</c>, <c>export NAME="value"</c>; a line that begins with # is a comment.</summary>
    internal static Dictionary<string, string?> Parse(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var name = parts[0].StartsWith("export ", StringComparison.Ordinal) ? parts[0]["export ".Length..].Trim() : parts[0];
            if (parts.Length == 2 && OtherSettingNames.InDotEnv.Contains(name, StringComparer.Ordinal))
                found[name] = Unquote(parts[1]);
        }

        return found;
    }

    private static string Unquote(string value) => value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
}
