namespace Klynge.Testing.FunctionsHost;

/// <summary>The worker's process has ended, before it spoke or while an answer was awaited.</summary>
/// <param name="exitCode">Null while it is not known.</param>
/// <param name="output">What it has printed.</param>
public sealed class WorkerGoneException(int? exitCode, string output) : Exception($"The worker ended with exit code {exitCode}: {output}")
{
    public int? ExitCode => exitCode;

    public string Output => output;
}
