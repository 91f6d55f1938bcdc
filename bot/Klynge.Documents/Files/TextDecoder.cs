using System.Text;

namespace Klynge.Documents.Files;

/// <summary>Bytes to text: UTF-8 or UTF-16 with a byte order mark, UTF-8 without one, otherwise Windows-1252, which Latin-1 text also is.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where the bytes are no text.</summary>
    public static string? Decode(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            _ => DecodeUnmarked(bytes),
        };
        return IsText(text) ? text.ReplaceLineEndings("\n") : null;
    }

    private static string DecodeUnmarked(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: an older Danish file.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static bool IsText(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085'));
        return !text.Contains('\0', StringComparison.Ordinal) && controls * 50 <= text.Length;
    }
}
