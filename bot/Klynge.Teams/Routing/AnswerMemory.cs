using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>
/// The answers of the last turns, so that a repeated delivery gets the same. They lie one after the other in a ring of blocks that are
/// used again and again: thousands of answers a second would otherwise each live just long enough to cost the garbage collector most.
/// Not for several threads at once.
/// </summary>
internal sealed class AnswerMemory(TimeProvider time)
{
    internal const int MaxTurns = 16_384;
    internal const int MaxBytes = 16 * 1024 * 1024;
    internal static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private const int BlockSize = 1024 * 1024;

    /// <summary>Made when they are first written to: a quiet host needs one.</summary>
    private readonly byte[]?[] _blocks = new byte[]?[MaxBytes / BlockSize];
    private readonly Dictionary<UInt128, Answer> _answers = [];
    private readonly Queue<UInt128> _oldestFirst = new();

    /// <summary>Counts on for good; its place in the ring is what is left after <see cref="MaxBytes"/>.</summary>
    private long _end;

    internal int Count => _answers.Count;

    /// <returns>Null when it was never given, or is forgotten.</returns>
    internal InvokeResponse? Find(UInt128 key)
    {
        ForgetOld();
        if (!_answers.TryGetValue(key, out var answer))
            return null;

        var body = new byte[answer.Length];
        for (var done = 0; done < body.Length;)
        {
            var part = Place(answer.Start + done);
            done += Copy(part, body.AsSpan(done));
        }

        return new InvokeResponse(answer.Status, body) { Outcome = answer.Outcome };
    }

    /// <summary>Remembers an answer, unless it is larger than everything that is remembered may be together.</summary>
    internal void Add(UInt128 key, InvokeResponse response)
    {
        var body = response.Body.Span;
        if (body.Length > MaxBytes)
            return;

        ForgetOld();
        MakeRoom(body.Length);
        _answers.Add(key, new Answer(_end, body.Length, response.Status, response.Outcome, time.GetTimestamp()));
        _oldestFirst.Enqueue(key);
        while (!body.IsEmpty)
        {
            var copied = Copy(body, Place(_end));
            body = body[copied..];
            _end += copied;
        }
    }

    private void ForgetOld()
    {
        while (_oldestFirst.TryPeek(out var key) && time.GetElapsedTime(_answers[key].At) > MaxAge)
            ForgetOldest();
    }

    private void MakeRoom(int bytes)
    {
        while (_oldestFirst.TryPeek(out var key) && (_answers.Count == MaxTurns || _end + bytes - _answers[key].Start > MaxBytes))
            ForgetOldest();
    }

    private void ForgetOldest() => _answers.Remove(_oldestFirst.Dequeue());

    /// <returns>From there to the end of the block.</returns>
    private Span<byte> Place(long position)
    {
        var offset = (int)(position % MaxBytes);
        return (_blocks[offset / BlockSize] ??= GC.AllocateUninitializedArray<byte>(BlockSize)).AsSpan(offset % BlockSize);
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var length = Math.Min(from.Length, to.Length);
        from[..length].CopyTo(to);
        return length;
    }

    /// <param name="Outcome">What it came to for the person; see <see cref="InvokeResponse.Outcome"/>.</param>
    private readonly record struct Answer(long Start, int Length, int Status, int Outcome, long At);
}
