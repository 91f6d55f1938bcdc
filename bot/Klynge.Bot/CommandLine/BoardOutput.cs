using System.Text;

namespace Klynge.Bot.CommandLine;

/// <summary>Writes a text to a file or to standard output, as UTF-8 without a byte order mark.</summary>
internal static class BoardOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A file that is there is only overwritten when asked for; nothing half-written is left behind.</summary>
    internal static async Task<int> WriteAsync(string text, FileInfo? file, bool overwrite, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Utf8.GetBytes(text), cancellationToken);
            return ExitCodes.Success;
        }

        if (file.Exists && !overwrite)
        {
            await Console.Error.WriteLineAsync(BoardTexts.FileExists(file.FullName));
            return ExitCodes.BadInput;
        }

        var draft = file.FullName + ".tmp";
        try
        {
            await File.WriteAllTextAsync(draft, text, Utf8, cancellationToken);
            File.Move(draft, file.FullName, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(BoardTexts.CannotWrite(file.FullName, exception.Message));
            return ExitCodes.Failed;
        }

        Console.WriteLine(BoardTexts.Written(file.FullName));
        return ExitCodes.Success;
    }
}
