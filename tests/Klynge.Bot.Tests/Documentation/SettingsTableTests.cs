using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Bot.Hosting;
using Klynge.Microsoft365;
using Klynge.Microsoft365.Mails;
using Klynge.Teams.Hosting;
using Klynge.Testing;
using Microsoft.Extensions.Configuration;

namespace Klynge.Bot.Tests.Documentation;

/// <summary>The README's table of settings is what the code reads: every name both ways, and every default that is a value.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly Dictionary<string, string> Table = File.ReadLines(Path.Combine(Checkout.Root, "README.md"))
        .SkipWhile(line => !line.StartsWith("| setting | default |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2], StringComparer.Ordinal);

    [Fact]
    public void EverySetting_ThatTheCodeReads_IsInTheTable() => Assert.Empty(Read().Except(Table.Keys));

    [Fact]
    public void EverySetting_InTheTable_IsReadByTheCode() => Assert.Empty(Table.Keys.Except(Read()));

    [Fact]
    public void EveryDefault_ThatIsAValue_IsTheCodes()
    {
        var stated = Table.Where(row => row.Value.StartsWith('`')).ToDictionary(row => row.Key, row => row.Value.Trim('`'), StringComparer.Ordinal);

        Assert.Equal(Defaults().OrderBy(pair => pair.Key, StringComparer.Ordinal), stated.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Defaults()
    {
        var nothing = new ConfigurationBuilder().Build();
        var teams = new TeamsBotOptions();
        var host = KlyngeSettings.Read(nothing);
        var mail = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Klynge:Mail:Mailbox"] = "a@example" }).Build();
        var graph = Microsoft365Settings.Read(nothing, host.PublicUrl).Value;
        return new(StringComparer.Ordinal)
        {
            ["MicrosoftAppType"] = teams.AppType.ToString(),
            ["urls"] = host.PublicUrl.ToString().TrimEnd('/'),
            ["Klynge:DataDirectory"] = Path.GetRelativePath(Environment.CurrentDirectory, host.DataDirectory),
            ["Klynge:Channel"] = host.Channel.ToString(),
            ["Klynge:AllowedChannels"] = string.Join(',', teams.AllowedChannels),
            ["Klynge:AllowedServiceHosts"] = string.Join(',', teams.AllowedServiceHosts),
            ["BotOpenIdMetadata"] = teams.OpenIdMetadata.ToString(),
            ["Klynge:ValidIssuers"] = string.Join(',', teams.ValidIssuers),
            ["Klynge:AllowAnonymous"] = Lower(teams.AllowAnonymous),
            ["Klynge:RequestsPerPerson"] = Number(teams.RequestsPerPerson),
            ["Klynge:RequestsPerTenant"] = Number(teams.RequestsPerTenant),
            ["Klynge:RequestsPerAddress"] = Number(host.RequestsPerAddress),
            ["Klynge:RunJobs"] = Lower(host.RunsJobs),
            ["Microsoft365"] = graph.Mode.ToString().ToLowerInvariant(),
            ["Klynge:GraphUrl"] = graph.GraphUrl.ToString(),
            ["Klynge:Mail:Enabled"] = Lower(MailSettings.Read(mail).Mailbox is not null),
        };
    }

    private static string Lower(bool value) => value ? "true" : "false";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every name that the product asks the configuration for.</summary>
    private static HashSet<string> Read()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Sources())
        {
            var source = File.ReadAllText(file);
            var section = Section().Match(source) is { Success: true } found ? found.Groups["name"].Value : "Klynge";
            names.UnionWith(AtTheRoot().Matches(source).Select(match => match.Groups["name"].Value));
            names.UnionWith(Connection().Matches(source).Select(match => $"ConnectionStrings:{match.Groups["name"].Value}"));
            names.UnionWith(InASection().Matches(source).Select(match => $"{section}:{match.Groups["name"].Value}"));
        }

        return names;
    }

    private static IEnumerable<string> Sources() => new[] { "bot", "functions" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !BuildOutput().IsMatch(file) && File.ReadAllText(file).Contains("Configuration", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(configuration|Configuration|root|settings)(\[|\.GetValue(<\w+>)?\()([\w ]+\? ""\w+"" : )?""(?<name>[A-Za-z][\w:]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex AtTheRoot();

    [GeneratedRegex(@"\.GetConnectionString\(""(?<name>\w+)""\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Connection();

    [GeneratedRegex(@"\b(own|section)(\[|\.GetValue(<\w+>)?\(|\.GetSection\()""(?<name>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex InASection();

    [GeneratedRegex(@"configuration\.GetSection\(""(?<name>[\w:]+)""\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex BuildOutput();
}
