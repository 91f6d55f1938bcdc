using Azure.Identity;
using Klynge.Application.Ports;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Mails;

/// <summary>Sends mail from the one mailbox that is set up, as HTML; Exchange adds the plain text that some readers want.</summary>
internal sealed class GraphMailer(GraphServiceClient graph, MailSettings settings) : IMailer
{
    public bool IsOn => settings.Mailbox is not null;

    public async Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (settings.Mailbox is not { } mailbox)
            return MailOutcome.Refused;

        try
        {
            await graph.Users[mailbox].SendMail.PostAsync(Request(mail), cancellationToken: cancellationToken);
            return MailOutcome.Sent;
        }
        catch (ApiException exception)
        {
            return IsLasting(exception) ? MailOutcome.Refused : MailOutcome.Later;
        }
        catch (AggregateException exception) when (exception.InnerExceptions is [.., ApiException last])
        {
            return IsLasting(last) ? MailOutcome.Refused : MailOutcome.Later;
        }
        catch (Exception exception) when (exception is HttpRequestException or AuthenticationFailedException or OperationCanceledException { InnerException: TimeoutException })
        {
            return MailOutcome.Later;
        }
    }

    /// <summary>A mailbox that may not send can be allowed to in a while, but the secretariat must hear of it now.</summary>
    private static bool IsLasting(ApiException exception) => exception.ResponseStatusCode is >= 400 and < 500 and not (401 or 408 or 425 or 429);

    private SendMailPostRequestBody Request(Mail mail) => new()
    {
        Message = new Message
        {
            Subject = mail.Subject,
            Body = new ItemBody { ContentType = BodyType.Html, Content = mail.Html },
            ToRecipients = [To(mail.To)],
            ReplyTo = settings.ReplyTo is { } secretariat ? [To(secretariat)] : null,
        },
        SaveToSentItems = true,
    };

    private static Recipient To(string address) => new() { EmailAddress = new EmailAddress { Address = address } };
}
