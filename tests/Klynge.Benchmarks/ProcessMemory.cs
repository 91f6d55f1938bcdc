using System.Diagnostics;

namespace Klynge.Benchmarks;

/// <summary>What a program under measurement holds.</summary>
internal static class ProcessMemory
{
    /// <returns>Bytes; null once it has ended.</returns>
    internal static long? Of(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? null : process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return null; // It ended between the two questions.
        }
    }
}
