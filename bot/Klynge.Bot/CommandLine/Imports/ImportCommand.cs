using System.CommandLine;
using System.CommandLine.Parsing;

namespace Klynge.Bot.CommandLine.Imports;

/// <summary><c>import FILE… [--json] [--forum KEY] [--replace] [--reviewed]</c>: minutes and agendas as others wrote them.</summary>
internal static class ImportCommand
{
    internal static Command Create(CommandServices services)
    {
        var files = new Argument<string[]>("FIL")
        {
            Description = "Referater og dagsordener som .docx, .pdf, .html eller .txt, eller mapper og .zip-filer med dem.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(RefuseMistypedOptions);
        var json = new Option<bool>("--json") { Description = "Skriv indholdet som JSON, og gem intet." };
        var forum = new Option<string?>("--forum") { Description = "Forummets nøgle, når dokumentet ikke selv siger det, for eksempel chefforum.", HelpName = "nøgle" };
        var replace = new Option<bool>("--replace") { Description = "Erstat et møde, der er læst ind før. Den tidligere udgave bliver gemt." };
        var reviewed = new Option<bool>("--reviewed") { Description = "Dokumenterne er gennemset: gem dem, som de er læst, også der hvor botten var i tvivl." };
        var command = new Command("import", "Læs referater og dagsordener ind.") { files, json, forum, replace, reviewed };
        command.SetAction((parsed, cancellationToken) =>
        {
            var paths = parsed.GetRequiredValue(files);
            return parsed.GetValue(json)
                ? ImportAsJson.RunAsync(paths, cancellationToken)
                : new ImportRun(services, parsed.GetValue(forum), parsed.GetValue(replace), parsed.GetValue(reviewed)).RunAsync(paths, cancellationToken);
        });
        return command;
    }

    /// <summary>Where any number of files may stand, <c>--jsn</c> would be one of them, and would be looked for on the disk.</summary>
    private static void RefuseMistypedOptions(ArgumentResult files)
    {
        foreach (var token in files.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            files.AddError($"»{token.Value}« findes ikke til import.");
    }
}
