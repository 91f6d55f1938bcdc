using System.CommandLine;
using System.Text.RegularExpressions;
using Klynge.Application.Chat.Commands;
using Klynge.Bot.CommandLine;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Documentation;

/// <summary>The README's tables of commands are what the program and the chat understand, both ways.</summary>
public sealed partial class CommandTablesTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Checkout.Root, "README.md"));

    [Fact]
    public void CommandLine_InTheReadme_IsTheProgramsOwn()
    {
        var commands = RootCommandFactory.Create([]).Subcommands.SelectMany(command => Names(command, string.Empty)).ToList();
        var written = Table("| command | what it does |").Select(name => commands.Find(command => name == command || name.StartsWith(command + ' ', StringComparison.Ordinal)) ?? name);

        Assert.Equal(commands.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_InTheReadme_AreTheProgramsOwn()
    {
        var options = RootCommandFactory.Create([]).Subcommands.SelectMany(All).SelectMany(command => command.Options).Select(option => option.Name).ToHashSet();

        Assert.All(Table("| command | what it does |").SelectMany(name => Option().Matches(name)), option => Assert.Contains(option.Value, options));
    }

    [Fact]
    public void Chat_InTheReadme_IsWhatTheBotUnderstands()
    {
        var commands = CommandCatalogue.All.Select(command => command.Name).Where(name => name != "hjælp").ToList();
        var longestFirst = commands.OrderByDescending(command => command.Length).ToList();
        var written = Table("| command | what happens |")
            .Select(name => longestFirst.Find(command => name == command || name.StartsWith(command + ' ', StringComparison.Ordinal)) ?? name);

        Assert.Equal(commands.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(Command command, string before) => command.Subcommands.Count == 0
        ? [before + command.Name]
        : command.Subcommands.SelectMany(one => Names(one, $"{before}{command.Name} "));

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    /// <summary>The commands in the first column of a table.</summary>
    private static IEnumerable<string> Table(string heading) => Lines
        .SkipWhile(line => line != heading)
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => Code().Matches(line[..line.IndexOf(" | ", StringComparison.Ordinal)]).Select(match => match.Groups["code"].Value));

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("--[a-z-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Option();
}
