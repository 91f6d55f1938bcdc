using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Klynge.Application.Ports;

namespace Klynge.Application.Mails;

/// <summary>Lays mails into a folder in place of sending them, as files that every mail program opens.</summary>
/// <param name="folder">Made when the first mail is written.</param>
public sealed class FolderMailer(string folder) : IMailer
{
    private const string From = "sekretariat@klynge.example";

    public bool IsOn => true;

    public async Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!MailAddress.TryCreate(mail.To, out var to))
            return MailOutcome.Refused;

        Directory.CreateDirectory(folder);
        using var message = new MailMessage(new MailAddress(From), to) { Subject = mail.Subject, SubjectEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Path.GetFullPath(folder) };
        await client.SendMailAsync(message, cancellationToken);
        return MailOutcome.Sent;
    }
}

/// <summary>No mailbox is set up.</summary>
public sealed class NoMailer : IMailer
{
    public bool IsOn => false;

    public Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken) => Task.FromResult(MailOutcome.Refused);
}
