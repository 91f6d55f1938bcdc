using Klynge.Documents.Files;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading;

/// <summary>A file to a document: the one call for the command line and for a file that was sent to the bot.</summary>
public static class ImportMinutes
{
    public static async Task<Result<MinutesDocument>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var source = await MinutesReader.ReadAsync(path, cancellationToken);
        return source.TryGet(out var lines, out var error) ? MinutesParser.Parse(lines) : error;
    }
}
