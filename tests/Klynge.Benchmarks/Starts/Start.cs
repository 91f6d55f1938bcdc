using System.Globalization;

namespace Klynge.Benchmarks.Starts;

/// <param name="Took">By the clock on the wall, and so slower where others work.</param>
/// <param name="Processor">Of all threads together: the same however busy the machine is.</param>
internal sealed record Start(TimeSpan Took, TimeSpan Processor)
{
    internal static void Show(string name, List<Start> starts) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34} median {Median(starts).TotalMilliseconds,6:0} ms   fastest {starts.Min(start => start.Took).TotalMilliseconds,6:0} ms   slowest {starts.Max(start => start.Took).TotalMilliseconds,6:0} ms   processor {Middle(starts, start => start.Processor).TotalMilliseconds,6:0} ms"));

    /// <returns>How long it takes in the median.</returns>
    internal static TimeSpan Median(List<Start> starts) => Middle(starts, start => start.Took);

    private static TimeSpan Middle(List<Start> starts, Func<Start, TimeSpan> of) => starts.Select(of).Order().ElementAt(starts.Count / 2);
}
