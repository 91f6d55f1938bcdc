using System.Buffers;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Documents;

/// <summary>
/// Names of files and folders that Windows, Linux and SharePoint all take and that survive in an address: a title as a person wrote it,
/// with what is illegal or means something to a path replaced. Danish letters stay.
/// </summary>
public static class SafeName
{
    /// <summary>In UTF-8, its extension included. File systems take 255; a number and a temporary mark must still fit.</summary>
    public const int MaxBytes = 180;

    private const string ServerExtensions = "_vti_";

    private const string Nameless = "Uden navn";

    // What Windows forbids, what SharePoint forbids or rewrites, and what addresses read as markup.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?/\\|#%{}~&");

    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
    [
        "CON", "PRN", "AUX", "NUL", "CLOCK$", "DESKTOP.INI", ".LOCK",

        // SharePoint's own pages of a library lie in a folder of this name.
        "FORMS",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
    ], StringComparer.OrdinalIgnoreCase);

    /// <param name="title">Any text.</param>
    /// <param name="extension">Added to the end; with its full stop.</param>
    public static string Of(string? title, string extension = "")
    {
        var name = Trim(BreakUp(Replace(DanishText.Clean(title))));
        if (name.Length == 0)
            name = Nameless;
        if (IsReserved(name))
            name = "_" + name;
        return Fit(name, extension) + extension;
    }

    /// <summary>Whether a name is one that <see cref="Of"/> could have made.</summary>
    public static bool IsSafe(string name) =>
        name.Length > 0
        && name == DanishText.Clean(name)
        && name == Trim(name)
        && name.AsSpan().IndexOfAny(Forbidden) < 0
        && !IsReserved(name)
        && !name.Contains(ServerExtensions, StringComparison.OrdinalIgnoreCase)
        && Encoding.UTF8.GetByteCount(name) <= MaxBytes;

    private static string Replace(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var letter in text)
            name.Append(Forbidden.Contains(letter) ? '-' : letter);

        return name.ToString();
    }

    // Windows drops full stops and blanks at the end; a full stop in front hides a file on Linux.
    private static string Trim(string name) => name.Trim(' ', '.');

    /// <summary>Windows reserves the devices' names whatever the extension: <c>nul.docx</c> too.</summary>
    private static bool IsReserved(string name) =>
        Reserved.Contains(name) || Reserved.Contains(name.Split('.', 2)[0].TrimEnd());

    /// <summary>SharePoint refuses <c>_vti_</c> anywhere in a name.</summary>
    private static string BreakUp(string name) => name.Replace(ServerExtensions, "_vti-", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that is too long is cut, with a hash of the whole, so that two long titles stay two names.</summary>
    private static string Fit(string name, string extension)
    {
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        if (Encoding.UTF8.GetByteCount(name) <= room)
            return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        var cut = new StringBuilder();
        var left = room - hash.Length - 1;
        foreach (var rune in name.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
                break;
            cut.Append(rune.ToString());
        }

        return $"{Trim(cut.ToString())}-{hash}";
    }
}
