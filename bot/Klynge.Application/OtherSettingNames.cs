using Microsoft.Extensions.Configuration;

namespace Klynge.Application;

/// <summary>
/// The names under which the Teams developer CLI writes a bot's registration: <c>Teams:ClientId</c> in a file of settings, <c>CLIENT_ID</c>
/// in a <c>.env</c>. They are other names of the Bot Framework's own, which everything else reads.
/// </summary>
public static class OtherSettingNames
{
    /// <summary>Without it <c>CLIENT_SECRET</c> and <c>TENANT_ID</c> are some other program's: their names are anybody's.</summary>
    private const string Shared = "CLIENT_ID";

    private static readonly SettingNames[] Settings =
    [
        new("MicrosoftAppId", "Teams:ClientId", Shared),
        new("MicrosoftAppPassword", "Teams:ClientSecret", "CLIENT_SECRET"),
        new("MicrosoftAppTenantId", "Teams:TenantId", "TENANT_ID"),
    ];

    /// <summary>The names that a <c>.env</c> is read for.</summary>
    public static IEnumerable<string> InDotEnv => Settings.Select(setting => setting.InDotEnv);

    /// <summary>
    /// Gives each of the Bot Framework's settings that is not set the value that another of its names has, unless two of these differ. To be
    /// called when all sources are there.
    /// </summary>
    public static void AddOtherSettingNames(this IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in Settings)
        {
            var names = NamesThatAreSet(configuration, setting);
            if (names.Count > 0 && names[0] != setting.Own && FindContradiction(configuration, names) is null)
                found.Add(setting.Own, configuration[names[0]]);
        }

        if (found.Count > 0)
            configuration.AddInMemoryCollection(found);
    }

    /// <summary>A sentence for each setting that is set under two names to different values; a value is never shown.</summary>
    public static IEnumerable<string> Contradictions(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var setting in Settings)
        {
            var names = NamesThatAreSet(configuration, setting);
            if (FindContradiction(configuration, names) is { } other)
                yield return $"{names[0]} og {other} er to navne for det samme og er sat til hver sit. Fjern den ene.";
        }
    }

    /// <summary>In the order in which they count.</summary>
    private static List<string> NamesThatAreSet(IConfiguration configuration, SettingNames setting)
    {
        string[] candidates = IsSet(configuration, Shared) ? [setting.Own, setting.InFile, setting.InDotEnv] : [setting.Own, setting.InFile];
        return [.. candidates.Where(name => IsSet(configuration, name))];
    }

    private static string? FindContradiction(IConfiguration configuration, List<string> names) =>
        names.Find(name => !string.Equals(configuration[name]!.Trim(), configuration[names[0]]!.Trim(), StringComparison.Ordinal));

    private static bool IsSet(IConfiguration configuration, string name) => !string.IsNullOrWhiteSpace(configuration[name]);

    /// <param name="Own">The Bot Framework's.</param>
    /// <param name="InFile">The CLI's in a file of settings.</param>
    /// <param name="InDotEnv">The CLI's in a <c>.env</c>.</param>
    private sealed record SettingNames(string Own, string InFile, string InDotEnv);
}
