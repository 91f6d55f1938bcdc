using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Rights;
using Klynge.Documents.Sheets;
using Klynge.Domain.Common;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary><c>board table</c>: a forum's members as a table, read from a file or written.</summary>
internal static class TableCommand
{
    internal static Command Create(CommandServices services)
    {
        var (file, options) = (new Argument<FileInfo?>("FIL") { Description = BoardTexts.TableFile, Arity = ArgumentArity.ZeroOrOne }, new SeatOptions());
        var ends = new Option<bool>("--whole") { Description = BoardTexts.TableEnds };
        var output = new Option<FileInfo>("--out", "-o") { Description = BoardTexts.ExportOut };
        var force = new Option<bool>("--force") { Description = BoardTexts.Force };
        var command = new Command("table", BoardTexts.Table) { file, options.Forum, ends, options.Yes, output, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var work = await ForumWork.OpenAsync(services, Caller.Of(ProgramRights.BoardTable), parsed.GetValue(options.Forum)!, cancellationToken);
            if (work is null)
                return ExitCodes.BadInput;

            if (parsed.GetValue(file) is { } read)
                return await ReadAsync(work, read, parsed.GetValue(ends), parsed.GetValue(options.Yes), cancellationToken);

            var written = await work.Provider.GetRequiredService<ReadMemberTable>().WriteAsync(work.Caller, work.Forum, cancellationToken);
            return written.TryGet(out var text, out var error)
                ? await BoardOutput.WriteAsync(parsed.GetValue(output) is null ? text : "\uFEFF" + text, parsed.GetValue(output), parsed.GetValue(force), cancellationToken)
                : await ForumWork.RefuseAsync(error);
        });
        return command;
    }

    private static async Task<int> ReadAsync(ForumWork work, FileInfo file, bool ends, bool yes, CancellationToken cancellationToken)
    {
        if (!(await TableOfAsync(file, cancellationToken)).TryGet(out var table, out var error))
        {
            await Console.Error.WriteLineAsync(error.Text);
            return ExitCodes.BadInput;
        }

        var result = await work.Provider.GetRequiredService<ReadMemberTable>().HandleAsync(work.Caller, work.Forum, table, ends, cancellationToken);
        if (!result.TryGet(out var reading, out error))
            return await ForumWork.RefuseAsync(error);

        foreach (var line in reading.Questions.Count > 0 ? reading.Questions : reading.Notes)
            await Console.Error.WriteLineAsync(line);

        return reading.Questions.Count > 0 ? ExitCodes.BadInput : await work.ChangeAsync(reading.Change, yes, cancellationToken);
    }

    private static async Task<Result<MemberTable>> TableOfAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            return new NoSuchFile(file.Name);

        if (file.Length > SheetFile.MaxBytes)
            return new SheetTooLarge(file.Name);

        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new NoSuchFile(file.Name);
        }

        return MemberTableFile.Read(content, file.Name);
    }
}
