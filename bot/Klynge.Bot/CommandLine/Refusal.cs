using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Bot.Manifest;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Bot.CommandLine;

/// <summary>A refusal on a command line: the sentence on standard error, and the exit code.</summary>
internal static class Refusal
{
    internal static async Task<int> SayAsync(Error error, int exitCode)
    {
        await Console.Error.WriteLineAsync(error.Text);
        return exitCode;
    }

    /// <summary>What was asked made sense and could not be done: 1. The file or the words made none: 2.</summary>
    internal static int ExitCodeOf(Error error) => error switch
    {
        LibraryIsReadOnly or LibraryIsFull or LibraryIsUnavailable or DocumentIsLocked or DocumentChangedByOthers or NoFreeName => ExitCodes.Failed,
        ImportedBefore or MeetingIsThereAlready or MinutesAlreadyApproved or MinutesNotReady or OutputNotWritable or PackageExists => ExitCodes.Failed,
        _ => ExitCodes.BadInput,
    };
}
