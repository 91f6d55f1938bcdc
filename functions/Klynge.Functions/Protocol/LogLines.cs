namespace Klynge.Functions.Protocol;

/// <summary>The lines of one invocation. Bounded: the answer must stay small however much a run has to say.</summary>
internal sealed class LogLines
{
    private const int Most = 200;

    private readonly List<string> _lines = [];
    private int _left;

    internal IReadOnlyList<string> All
    {
        get
        {
            lock (_lines)
            {
                return _left == 0 ? [.. _lines] : [.. _lines, $"… and {_left} lines more"];
            }
        }
    }

    internal void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count < Most)
            {
                _lines.Add(line);
                return;
            }

            _left++;
        }
    }
}
