using Klynge.Domain.Common;

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

internal sealed record NoSuchFile(string File)
    : Error($"»{File}« findes ikke.");
