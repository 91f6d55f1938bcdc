using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Mails;

/// <summary>The mailbox that mail goes out from: <c>Klynge:Mail:Mailbox</c>. Without one, or with <c>Klynge:Mail:Enabled=false</c>, none is sent.</summary>
public sealed class MailSettings
{
    /// <summary>Object id or user principal name; null when no mail is sent.</summary>
    public string? Mailbox { get; private init; }

    /// <summary><c>Klynge:Mail:ReplyTo</c>: the secretariat, where answers are read; null for the mailbox itself.</summary>
    public string? ReplyTo { get; private init; }

    public static MailSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var isOff = bool.TryParse(configuration["Klynge:Mail:Enabled"], out var enabled) && !enabled;
        return new MailSettings
        {
            Mailbox = isOff ? null : Trim(configuration["Klynge:Mail:Mailbox"]),
            ReplyTo = Trim(configuration["Klynge:Mail:ReplyTo"]),
        };
    }

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
