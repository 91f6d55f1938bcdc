namespace Klynge.Application.Messaging;

/// <summary>
/// Names a shared card whatever chat it stands in: the feature and the record, <c>agenda:0192…</c>. A card with the same key is
/// updated in a conversation, never posted twice.
/// </summary>
public readonly record struct CardKey(string Kind, Guid Id)
{
    public override string ToString() => $"{Kind}:{Id:N}";

    /// <exception cref="FormatException">The text is no card key.</exception>
    public static CardKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Guid.TryParseExact(text[(colon + 1)..], "N", out var id)
            ? new CardKey(text[..colon], id)
            : throw new FormatException("Not a card key.");
    }
}
