namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>The failures that are to come, each for as many requests as it was announced for.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, int Left)> _coming = [];

    /// <summary>Lets the next requests of a kind fail.</summary>
    public void Add(Fault fault, int times = 1)
    {
        lock (_lock)
            _coming.Add((fault, times));
    }

    /// <summary>Takes back what was announced and did not happen yet.</summary>
    public void Clear()
    {
        lock (_lock)
            _coming.Clear();
    }

    internal Fault? Take(RecordedRequest request)
    {
        lock (_lock)
        {
            var index = _coming.FindIndex(one => one.Fault.Method == request.Method
                && request.Path.Contains(one.Fault.PathPart, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                return null;

            var (fault, left) = _coming[index];
            if (left > 1)
                _coming[index] = (fault, left - 1);
            else
                _coming.RemoveAt(index);

            return fault;
        }
    }
}

/// <summary>A failure in place of the answer that a request would have got.</summary>
/// <param name="Method">Of which requests.</param>
/// <param name="PathPart">What their path contains, without regard to case.</param>
/// <param name="Status">Such as 429.</param>
/// <param name="Code">Graph's name of the error.</param>
/// <param name="RetryAfter">Seconds, where the answer says so.</param>
/// <param name="AfterEffect">The request takes effect and its answer is lost: what a broken line looks like.</param>
public sealed record Fault(string Method, string PathPart, int Status, string Code, int? RetryAfter = null, bool AfterEffect = false);
