using System.CommandLine;

namespace Klynge.Bot.CommandLine;

/// <summary><c>import FILE [--json] [--forum KEY] [--replace]</c>: minutes and agendas as others wrote them.</summary>
internal static class ImportCommand
{
    internal static Command Create(CommandServices services)
    {
        var file = new Argument<string>("FIL") { Description = "Et referat eller en dagsorden som .docx eller .txt, eller en mappe med flere." };
        var json = new Option<bool>("--json") { Description = "Skriv indholdet som JSON, og gem intet." };
        var forum = new Option<string?>("--forum") { Description = "Forummets nøgle, når dokumentet ikke selv siger det, for eksempel chefforum.", HelpName = "nøgle" };
        var replace = new Option<bool>("--replace") { Description = "Erstat et møde, der er læst ind før. Den tidligere udgave bliver gemt." };
        var command = new Command("import", "Læs referater og dagsordener ind.") { file, json, forum, replace };
        command.SetAction((parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            return parsed.GetValue(json)
                ? ImportAsJson.RunAsync(path, cancellationToken)
                : new ImportRun(services, parsed.GetValue(forum), parsed.GetValue(replace)).RunAsync(path, cancellationToken);
        });
        return command;
    }
}
