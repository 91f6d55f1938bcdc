using System.CommandLine;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Templates;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary><c>board apply</c>, <c>board export</c>, <c>board schema</c> <c>board template</c>: the board as one file; and one forum, without a file, by <see cref="MemberCommand"/> and <see cref="TableCommand"/>.</summary>
internal static class BoardCommand
{
    internal static Command Create(CommandServices services) => new("board", BoardTexts.Board)
    {
        CreateApply(services),
        CreateExport(services),
        CreateSchema(),
        CreateTemplate(),
        MemberCommand.Create(services),
        MemberCommand.CreateRule(services),
        TableCommand.Create(services),
    };

    private static Command CreateApply(CommandServices services)
    {
        var file = new Argument<FileInfo>("FIL") { Description = BoardTexts.ApplyFile };
        var yes = new Option<bool>("--yes", "-y") { Description = BoardTexts.Yes };
        var dryRun = new Option<bool>("--dry-run") { Description = BoardTexts.DryRun };
        var command = new Command("apply", BoardTexts.Apply) { file, yes, dryRun };
        command.SetAction((parsed, cancellationToken) => new BoardApplication(services, BoardConsole.Create()).RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(yes), parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    private static Command CreateExport(CommandServices services)
    {
        var output = new Option<FileInfo>("--out", "-o") { Description = BoardTexts.ExportOut };
        var force = new Option<bool>("--force") { Description = BoardTexts.Force };
        var command = new Command("export", BoardTexts.Export) { output, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var provider = await services.OpenAsync(cancellationToken);
            var result = await provider.GetRequiredService<ExportBoard>().HandleAsync(cancellationToken);
            if (result.TryGet(out var board, out var error))
                return await BoardOutput.WriteAsync(BoardFileWriter.Write(board), parsed.GetValue(output), parsed.GetValue(force), cancellationToken);

            await Console.Error.WriteLineAsync(error.Text);
            return ExitCodes.Failed;
        });
        return command;
    }

    private static Command CreateSchema()
    {
        var output = new Option<FileInfo>("--out", "-o") { Description = BoardTexts.SchemaOut };
        var force = new Option<bool>("--force") { Description = BoardTexts.Force };
        var command = new Command("schema", BoardTexts.Schema) { output, force };
        command.SetAction((parsed, cancellationToken) =>
            BoardOutput.WriteAsync(BoardSchema.Text, parsed.GetValue(output), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static Command CreateTemplate()
    {
        var kind = new Argument<string>("SLAGS") { Description = BoardTexts.TemplateKind };
        var output = new Option<FileInfo>("--out", "-o") { Description = BoardTexts.TemplateOut };
        var force = new Option<bool>("--force") { Description = BoardTexts.Force };
        var command = new Command("template", BoardTexts.Template) { kind, output, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var written = parsed.GetValue(kind)!;
            if (BoardTemplates.Find(written) is { } text)
                return await BoardOutput.WriteAsync(text, parsed.GetValue(output), parsed.GetValue(force), cancellationToken);

            await Console.Error.WriteLineAsync(BoardTexts.NoSuchTemplate(written));
            return ExitCodes.BadInput;
        });
        return command;
    }
}
