using System.Text;
using Klynge.Application.Minutes;
using Klynge.Documents.Reading;

namespace Klynge.Bot.CommandLine;

/// <summary>
/// <c>import --json</c>: only what a document says, on standard output as UTF-8 whatever the terminal's language is. Nothing is stored,
/// and no database is needed. Several files, or a folder, come out as a list.
/// </summary>
internal static class ImportAsJson
{
    internal static Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        ImportFiles.IsOneFile(paths) ? FileAsync(paths[0], cancellationToken) : SeveralAsync(ImportFiles.Of(paths), cancellationToken);

    private static async Task<int> FileAsync(string path, CancellationToken cancellationToken)
    {
        var read = await ImportMinutes.ReadAsync(path, cancellationToken);
        if (!read.TryGet(out var document, out var error))
        {
            return await Refusal.SayAsync(error, ExitCodes.BadInput);
        }

        await WriteAsync(MinutesJson.Serialize(document), cancellationToken);
        return ExitCodes.Success;
    }

    private static async Task<int> SeveralAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken)
    {
        if (files is [{ Error: { } nothing }])
        {
            return await Refusal.SayAsync(nothing, ExitCodes.BadInput);
        }

        var documents = new List<string>();
        var exitCode = ExitCodes.Success;
        foreach (var file in files)
        {
            var read = await file.ReadAsync(cancellationToken);
            if (read.TryGet(out var document, out var refusal))
            {
                documents.Add(MinutesJson.Serialize(document));
            }
            else
            {
                exitCode = await Refusal.SayAsync(refusal, ExitCodes.BadInput);
            }
        }

        await WriteAsync($"[\n{string.Join(",\n", documents)}\n]", cancellationToken);
        return exitCode;
    }

    private static async Task WriteAsync(string json, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(json + "\n"), cancellationToken);
    }
}
