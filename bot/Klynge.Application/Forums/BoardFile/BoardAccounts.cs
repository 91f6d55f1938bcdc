using System.Buffers;
using System.Net.Mail;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>The two things that a person is recognised by, in the form that they are stored and compared in.</summary>
internal static class BoardAccounts
{
    private const int MaxEmailLength = 254;

    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(" \t,;<>\"()");

    /// <summary>The address in lower case; null when it is none.</summary>
    internal static string? Email(string text)
    {
        var address = text.Trim();
        var isAddress = address.Length is > 0 and <= MaxEmailLength
            && !address.AsSpan().ContainsAny(NotInAddress)
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Host.Contains('.', StringComparison.Ordinal)
            && string.Equals(parsed.Address, address, StringComparison.OrdinalIgnoreCase);
        return isAddress ? address.ToLowerInvariant() : null;
    }

    /// <summary>The id in lower case with hyphens; null when it is none.</summary>
    internal static string? ObjectId(string text) =>
        Guid.TryParseExact(text.Trim(), "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;
}
