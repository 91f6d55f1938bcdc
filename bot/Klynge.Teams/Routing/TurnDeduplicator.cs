using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>
/// The channel delivers at least once. A second delivery waits for the first one's answer and gets the same; an attempt that
/// failed is forgotten, so that the channel's retry runs. Bounded in age, number and bytes, oldest out first. It only spares
/// work within this process: lasting idempotence is the handlers' own.
/// </summary>
internal sealed class TurnDeduplicator(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, TaskCompletionSource<InvokeResponse>> _running = [];
    private readonly AnswerMemory _answers = new(time);

    internal int Count
    {
        get
        {
            lock (_lock)
                return _running.Count + _answers.Count;
        }
    }

    /// <param name="key">Names the delivery.</param>
    /// <param name="run">The turn; started at most once at a time for a key.</param>
    /// <param name="cancellationToken">Ends the waiting of this delivery, never the turn itself.</param>
    public Task<InvokeResponse> RunAsync(TurnKey key, Func<Task<InvokeResponse>> run, CancellationToken cancellationToken)
    {
        var digest = key.Digest();
        TaskCompletionSource<InvokeResponse>? answer;
        lock (_lock)
        {
            if (_running.TryGetValue(digest, out answer))
                return answer.Task.WaitAsync(cancellationToken);
            if (_answers.Find(digest) is { } given)
                return Task.FromResult(given);
            answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _running.Add(digest, answer);
        }

        return FirstAsync(digest, answer, run);
    }

    private async Task<InvokeResponse> FirstAsync(UInt128 digest, TaskCompletionSource<InvokeResponse> answer, Func<Task<InvokeResponse>> run)
    {
        try
        {
            var response = await run();
            lock (_lock)
            {
                _running.Remove(digest);
                _answers.Add(digest, response);
            }

            answer.SetResult(response);
            return response;
        }
        catch (Exception e)
        {
            lock (_lock)
                _running.Remove(digest);
            answer.SetException(e);
            _ = answer.Task.Exception; // Nobody may be waiting: then it counts as seen, since it is thrown on from here.
            throw;
        }
    }
}

/// <summary>What makes two deliveries the same one. Type and sender narrow it: an edit repeats the id of the message it edits.</summary>
internal readonly record struct TurnKey(string Channel, string Conversation, string Type, string? Name, string Sender, string Id)
{
    /// <returns>Null when the channel gave no id: then every delivery counts as a new one.</returns>
    public static TurnKey? From(Activity activity) =>
        activity is { Id.Length: > 0, ChannelId: { } channel, Conversation.Id: { } conversation, Type: { } type, From.Id: { } sender }
            ? new TurnKey(channel, conversation, type, activity.Name, sender, activity.Id)
            : null;

    /// <summary>
    /// The key in sixteen bytes, so that nothing of an activity is kept. Cut from SHA-256, because who sends an activity chooses what is in it.
    /// </summary>
    public UInt128 Digest()
    {
        ReadOnlySpan<string?> parts = [Channel, Conversation, Type, Name, Sender, Id];
        var length = 0;
        foreach (var part in parts)
            length += sizeof(int) + sizeof(char) * (part?.Length ?? 0);

        var rented = ArrayPool<byte>.Shared.Rent(length);
        var rest = rented.AsSpan();
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, part?.Length ?? -1);
            var text = MemoryMarshal.AsBytes(part.AsSpan());
            text.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + text.Length)..];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(rented.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
