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
        {
            _coming.Add((fault, times));
        }
    }

    /// <summary>Takes back what was announced and did not happen yet.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _coming.Clear();
        }
    }

    internal Fault? Take(RecordedRequest request)
    {
        lock (_lock)
        {
            var index = _coming.FindIndex(one => one.Fault.Method == request.Method
                && request.Path.Contains(one.Fault.PathPart, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _coming[index];
            if (left > 1)
            {
                _coming[index] = (fault, left - 1);
            }
            else
            {
                _coming.RemoveAt(index);
            }

            return fault;
        }
    }
}
