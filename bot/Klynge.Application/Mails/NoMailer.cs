using Klynge.Application.Ports;

namespace Klynge.Application.Mails;

/// <summary>No mailbox is set up.</summary>
public sealed class NoMailer : IMailer
{
    public bool IsOn => false;

    public Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken) => Task.FromResult(MailOutcome.Refused);
}
