using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Klynge.Bot.CommandLine;

/// <summary><c>--help</c> in Danish throughout: the library's own mixes English headings with our Danish sentences.</summary>
internal sealed class DanishHelp : SynchronousCommandLineAction
{
    /// <summary>Whoever asks for help has not left out an argument.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts this help in the place of the library's, for a command and all below it.</summary>
    internal static void Use(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    (help.Action, help.Description) = (new DanishHelp(), "Vis denne hjælp.");
                    break;
                case VersionOption version:
                    version.Description = "Vis versionen.";
                    break;
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Brug:\n  {UsageOf(parseResult, command)}");
        Write(output, "Argumenter", [.. command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description))]);
        Write(output, "Kommandoer", [.. command.Subcommands.Select(sub => (sub.Name, sub.Description))]);
        Write(output, "Valg", [.. OptionsOf(parseResult, command).Select(option => (NameOf(option), option.Description))]);
        return ExitCodes.Success;
    }

    private static string UsageOf(ParseResult parsed, Command command)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Command.Name);

        var arguments = command.Arguments.Select(argument => $"<{argument.Name}>");
        var subcommand = command.Subcommands.Count > 0 ? ["[kommando]"] : Array.Empty<string>();
        return string.Join(' ', [.. names, .. subcommand, .. arguments, "[valg]"]);
    }

    /// <summary>The command's own options, and help, which the root has for all.</summary>
    private static IEnumerable<Option> OptionsOf(ParseResult parsed, Command command) =>
        command.Options.Concat(parsed.RootCommandResult.Command.Options.OfType<HelpOption>()).Distinct();

    private static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Prepend(option.Name).Distinct(StringComparer.Ordinal));
        return option.ValueType == typeof(string) ? $"{names} <{option.HelpName ?? "tekst"}>" : names;
    }

    private static void Write(TextWriter output, string heading, IReadOnlyList<(string Name, string? Description)> rows)
    {
        if (rows.Count == 0)
            return;

        var width = rows.Max(row => row.Name.Length);
        output.WriteLine($"\n{heading}:");
        foreach (var (name, description) in rows)
            output.WriteLine($"  {name.PadRight(width)}  {description}");
    }
}
