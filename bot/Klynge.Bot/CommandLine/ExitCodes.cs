namespace Klynge.Bot.CommandLine;

/// <summary>What the program answers the shell with.</summary>
internal static class ExitCodes
{
    internal const int Success = 0;

    /// <summary>It was asked rightly and could not be done.</summary>
    internal const int Failed = 1;

    /// <summary>What was asked, or a file that was named, makes no sense.</summary>
    internal const int BadInput = 2;
}
