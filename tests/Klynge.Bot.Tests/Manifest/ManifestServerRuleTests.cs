using System.Text.Json;
using System.Text.RegularExpressions;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>
/// What Teams refuses an upload for although the schema allows it. No published schema and no validator holds these rules, so each stands
/// here with where it is known from, and is shown red on a package that breaks it.
/// </summary>
public sealed partial class ManifestServerRuleTests(ManifestPackageFixture package) : IClassFixture<ManifestPackageFixture>
{
    /// <summary>Names under which anybody can have an address of their own: a package that trusts one of them whole trusts everybody.</summary>
    private static readonly string[] SharedHosts =
        ["azurewebsites.net", "azurecontainerapps.io", "ngrok.io", "ngrok-free.app", "devtunnels.ms", "github.io", "web.app", "sharepoint.com"];

    private JsonElement Manifest => package.Json("manifest.json");

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Package_KeepsTheRule(string rule) => Assert.True(Rules[rule].Holds(Manifest), $"{rule}. Source: {Rules[rule].Source}");

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Package_ThatBreaksTheRule_IsFound(string rule)
    {
        var (from, to) = Rules[rule].Breaks;
        var text = File.ReadAllText(package.Unpacked("manifest.json"));
        var broken = text.Replace(from, to, StringComparison.Ordinal);

        Assert.NotEqual(text, broken);
        Assert.False(Rules[rule].Holds(JsonElement.Parse(broken)));
    }

    public static TheoryData<string> RuleNames() => [.. Rules.Keys];

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["From version 1.25 a package with the scope team says supportsChannelFeatures: tier1"] = new(
            manifest => !HasScope(manifest, "team") || Text(manifest, "supportsChannelFeatures") == "tier1",
            "microsoft-365-agents-toolkit pull request 15358, teams.ts pull request 453; the developer CLI of Teams writes it",
            ("\"supportsChannelFeatures\": \"tier1\",", string.Empty)),
        ["supportedChannelTypes does not stand beside it"] = new(
            manifest => !manifest.TryGetProperty("supportedChannelTypes", out _),
            "msteams-docs pull request 14609",
            ("\"supportsChannelFeatures\"", "\"supportedChannelTypes\": [\"sharedChannels\"], \"supportsChannelFeatures\"")),
        ["tier1 asks for the members of shared and private channels"] = new(
            manifest => Permissions(manifest).Contains("ChannelMember.Read.Group"),
            "msteams-docs, apps for shared and private channels: the roster and the membership events need it",
            ("ChannelMember.Read.Group", "ChannelMessage.Send.Group")),
        ["packageName is no longer known"] = new(
            manifest => !manifest.TryGetProperty("packageName", out _),
            "the schema from version 1.25: no additional properties",
            ("\"manifestVersion\"", "\"packageName\": \"dk.klynge\", \"manifestVersion\"")),
        ["Single sign-on names the domain and the bot"] = new(
            manifest => Text(manifest.GetProperty("webApplicationInfo"), "resource")
                == $"api://{Text(manifest.GetProperty("validDomains")[0])}/botid-{Text(manifest.GetProperty("bots")[0], "botId")}",
            "msteams-docs, single sign-on for bots and tabs",
            ("/botid-", "/")),
        ["validDomains are hosts without scheme, path, or wildcard of a shared host"] = new(
            manifest => manifest.GetProperty("validDomains").EnumerateArray().All(domain => IsOwnHost(domain.GetString()!)),
            "the schema's own text on validDomains, and the validation of the Teams store",
            ("\"validDomains\": [", "\"validDomains\": [\"*.azurewebsites.net\", ")),
        ["A resource-specific permission is of the type Application"] = new(
            manifest => ResourceSpecific(manifest).All(permission => Text(permission, "type") == "Application"),
            "msteams-docs, resource-specific consent",
            ("\"type\": \"Application\"", "\"type\": \"Delegated\"")),
        ["No scope is named twice, neither by the bot nor by its lists of commands"] = new(
            manifest => AreDistinct(manifest.GetProperty("bots")[0].GetProperty("scopes"))
                && manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().SelectMany(list => Strings(list.GetProperty("scopes"))).Order()
                    .SequenceEqual(Strings(manifest.GetProperty("bots")[0].GetProperty("scopes")).Order()),
            "the schema's own text on commandLists: one list a scope",
            ("\"team\"", "\"personal\"")),
    };

    private static bool HasScope(JsonElement manifest, string scope) => Strings(manifest.GetProperty("bots")[0].GetProperty("scopes")).Contains(scope);

    private static bool IsOwnHost(string domain) =>
        HostName().IsMatch(domain) && !SharedHosts.Contains(domain, StringComparer.OrdinalIgnoreCase);

    private static bool AreDistinct(JsonElement array) => Strings(array).Distinct(StringComparer.Ordinal).Count() == array.GetArrayLength();

    private static IEnumerable<JsonElement> ResourceSpecific(JsonElement manifest) =>
        manifest.GetProperty("authorization").GetProperty("permissions").GetProperty("resourceSpecific").EnumerateArray();

    private static IEnumerable<string?> Permissions(JsonElement manifest) => ResourceSpecific(manifest).Select(permission => Text(permission, "name"));

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    private static string? Text(JsonElement element) => element.GetString();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex(@"\A(?=.{4,253}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HostName();

    /// <param name="Breaks">A text of the package, and what stands in its place in one that Teams refuses.</param>
    private sealed record Rule(Func<JsonElement, bool> Holds, string Source, (string From, string To) Breaks);
}
