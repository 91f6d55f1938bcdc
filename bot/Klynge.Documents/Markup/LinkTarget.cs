using System.Buffers;

namespace Klynge.Documents.Markup;

/// <summary>Which addresses a text may lead to.</summary>
public static class LinkTarget
{
    private static readonly string[] Openings = ["https://", "http://"];
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \t\n<>\"|");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n\u00A0<>\"|*[]\\»«");

    public static bool MayBeOpened(string address) =>
        !address.AsSpan().ContainsAny(Forbidden) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp ? uri.Host.Length > 0 : uri.Scheme == Uri.UriSchemeMailto);

    /// <summary>How long the address is that a text begins with, without the punctuation of the sentence it stands in; 0 where there is none.</summary>
    internal static int Length(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Openings[0], StringComparison.OrdinalIgnoreCase) && !text.StartsWith(Openings[1], StringComparison.OrdinalIgnoreCase))
            return 0;

        var end = text.IndexOfAny(Ends);
        var address = end < 0 ? text : text[..end];
        address = address.TrimEnd(".,;:!?'");
        while (address.EndsWith(")") && address.Count(')') > address.Count('('))
            address = address[..^1].TrimEnd(".,;:!?'");

        return MayBeOpened(address.ToString()) ? address.Length : 0;
    }
}
