namespace Klynge.Application.Ports;

/// <summary>Sends mail to people whom the bot cannot reach in Teams.</summary>
public interface IMailer
{
    /// <summary>Whether there is a mailbox to send from. Without one the secretariat gives the message in another way.</summary>
    bool IsOn { get; }

    Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken);
}

/// <summary>One mail to one person. It holds what the person would have read in the chat, so it is never logged or printed.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as simple HTML without pictures or scripts.</param>
public sealed record Mail(string To, string Subject, string Text, string Html)
{
    public override string ToString() => nameof(Mail);
}

/// <summary>What became of a mail.</summary>
public enum MailOutcome
{
    /// <summary>Handed over; whether it is read nobody knows.</summary>
    Sent = 1,

    /// <summary>Worth another try.</summary>
    Later = 2,

    /// <summary>The mailbox may not send, or there is no such address.</summary>
    Refused = 3,
}
