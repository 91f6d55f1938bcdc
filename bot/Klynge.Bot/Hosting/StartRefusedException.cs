namespace Klynge.Bot.Hosting;

/// <summary>The program cannot start as it is set up. The message is one Danish sentence for the one who started it.</summary>
public sealed class StartRefusedException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
