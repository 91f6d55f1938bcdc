using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Klynge.Microsoft365.Documents;

namespace Klynge.Microsoft365.Checks;

/// <summary>What others must reach, and what the bot must reach, outside of Graph.</summary>
internal sealed class AddressCheck(Microsoft365Settings settings, UploadHttp http)
{
    private static readonly TokenRequestContext Channel = new(["https://api.botframework.com/.default"]);

    /// <summary>Shakes hands as Graph does before it makes a subscription; nothing is subscribed to.</summary>
    internal async Task<CheckStep> NotificationsAsync(CancellationToken cancellationToken)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        try
        {
            using var answer = await http.Client.PostAsync(new Uri($"{settings.NotificationUrl}?validationToken={token}"), content: null, cancellationToken);
            var isEcho = answer.IsSuccessStatusCode
                && answer.Content.Headers.ContentType?.MediaType == "text/plain"
                && await answer.Content.ReadAsStringAsync(cancellationToken) == token;
            return isEcho ? CheckStep.Ok(Texts.Notifications, Texts.NotificationsOk) : NotAnswering();
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException { InnerException: TimeoutException })
        {
            return NotAnswering();
        }
    }

    /// <param name="keys">Where the channel's signing keys are described.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<CheckStep> RegistrationAsync(Uri keys, CancellationToken cancellationToken)
    {
        if (settings.Mode == Microsoft365Mode.Simulated)
            return CheckStep.NotTried(Texts.Registration, Texts.Simulated);

        try
        {
            await settings.Identity.CreateCredential().GetTokenAsync(Channel, cancellationToken);
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or HttpRequestException)
        {
            return CheckStep.Failed(Texts.Registration, Texts.RegistrationFailed, Texts.MendToken);
        }

        return await IsThereAsync(keys, cancellationToken)
            ? CheckStep.Ok(Texts.Registration, Texts.RegistrationOk)
            : CheckStep.Failed(Texts.Registration, Texts.KeysFailed, Texts.MendKeys);
    }

    private async Task<bool> IsThereAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.Client.GetAsync(address, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException { InnerException: TimeoutException })
        {
            return false;
        }
    }

    private static CheckStep NotAnswering() => CheckStep.Failed(Texts.Notifications, Texts.NotificationsFailed, Texts.MendNotifications);
}
