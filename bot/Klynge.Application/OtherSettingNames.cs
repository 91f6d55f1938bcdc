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

    private static readonly (string Name, string InFile, string InDotEnv)[] Names =
    [
        ("MicrosoftAppId", "Teams:ClientId", Shared),
        ("MicrosoftAppPassword", "Teams:ClientSecret", "CLIENT_SECRET"),
        ("MicrosoftAppTenantId", "Teams:TenantId", "TENANT_ID"),
    ];

    /// <summary>The names that a <c>.env</c> is read for.</summary>
    public static IEnumerable<string> InDotEnv => Names.Select(name => name.InDotEnv);

    /// <summary>
    /// Gives each of the Bot Framework's settings that is not set the value that another of its names has, unless two of these differ. To be
    /// called when all sources are there.
    /// </summary>
    public static void AddOtherSettingNames(this IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var found = Names
            .Select(name => (name.Name, Values: Set(configuration, name).ToArray()))
            .Where(set => set.Values is [var (first, value), .. var more] && first != set.Name && Array.TrueForAll(more, other => other.Value == value))
            .ToDictionary(set => set.Name, string? (set) => set.Values[0].Value, StringComparer.OrdinalIgnoreCase);
        if (found.Count > 0)
            configuration.AddInMemoryCollection(found);
    }

    /// <summary>A sentence for each setting that is set under two names to different values; a value is never shown.</summary>
    public static IEnumerable<string> Contradictions(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var name in Names)
        {
            var values = Set(configuration, name).ToList();
            if (values.Find(other => !string.Equals(other.Value, values[0].Value, StringComparison.Ordinal)) is { Name: { } differs })
                yield return $"{values[0].Name} og {differs} er to navne for det samme og er sat til hver sit. Fjern den ene.";
        }
    }

    /// <summary>In the order in which they count.</summary>
    private static IEnumerable<(string Name, string Value)> Set(IConfiguration settings, (string Name, string InFile, string InDotEnv) name)
    {
        string[] candidates = IsSet(settings, Shared) ? [name.Name, name.InFile, name.InDotEnv] : [name.Name, name.InFile];
        return candidates.Where(candidate => IsSet(settings, candidate)).Select(candidate => (candidate, settings[candidate]!.Trim()));
    }

    private static bool IsSet(IConfiguration settings, string name) => !string.IsNullOrWhiteSpace(settings[name]);
}
