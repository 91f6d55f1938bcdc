using System.Collections.Concurrent;
using Klynge.Application.Ports;

namespace Klynge.Application.Tests.Outbox;

/// <summary>The mailbox at the other end.</summary>
internal sealed class MailerDouble : IMailer
{
    private readonly ConcurrentQueue<Mail> _sent = new();

    public bool IsOn { get; set; }

    public MailOutcome Outcome { get; set; } = MailOutcome.Sent;

    public IReadOnlyList<Mail> Sent => [.. _sent];

    public Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        _sent.Enqueue(mail);
        return Task.FromResult(Outcome);
    }
}
