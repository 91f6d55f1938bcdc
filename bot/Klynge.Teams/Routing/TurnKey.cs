using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

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
