using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Bot.Manifest;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Bot.CommandLine;

internal sealed record FolderWithoutMinutes(string Name)
    : Error($"Mappen »{Name}« indeholder ingen .docx- eller .txt-filer.");

internal sealed record MeetingNotNamed(string Written)
    : Error($"»{Written}« er ikke et møde. Skriv forum og dato, for eksempel chefforum:2025-02-04, eller mødets id.");

internal sealed record NoSuchMeeting(string Written)
    : Error($"Der er ikke noget møde »{Written}«. Skriv forum og dato, for eksempel chefforum:2025-02-04, eller mødets id.");

internal sealed record SeveralMeetings(string Written, string Ids)
    : Error($"Der er flere møder »{Written}«. Skriv id'et på det, du mener: {Ids}.");

internal sealed record OutputNotWritable(string File)
    : Error($"»{File}« kan ikke skrives. Se efter, om mappen findes, om du må skrive i den, og om filen er åben i et andet program.");

internal sealed record NoHash(string Written)
    : Error($"»{Written}« er ikke en hash. Den har 64 tegn, 0–9 og a–f, som »audit verify« skriver den.");

internal sealed record NoHeadNotes(string Folder)
    : Error($"Der er ingen noter om revisionssporet i mappen »{Folder}«. De hedder »Revisionsspor« og en dato.");

internal sealed record NoSuchFile(string File)
    : Error($"»{File}« findes ikke.");

internal sealed record FileNotReadable(string File)
    : Error($"»{File}« kan ikke læses. Se efter, om du må læse den, og om den er åben i et andet program.");

internal sealed record NoCertificate(string File)
    : Error($"»{File}« er ikke en PEM-fil med et eller flere certifikater, eller den findes ikke.");

/// <summary>What the program answers the shell with.</summary>
internal static class ExitCodes
{
    internal const int Success = 0;

    /// <summary>It was asked rightly and could not be done.</summary>
    internal const int Failed = 1;

    /// <summary>What was asked, or a file that was named, makes no sense.</summary>
    internal const int BadInput = 2;
}

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
