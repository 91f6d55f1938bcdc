using Azure.Core;
using Azure.Identity;
using Klynge.Application.Documents;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Mails;

namespace Klynge.Microsoft365.Checks;

/// <param name="Mailbox">Whose calendar and online meetings are to be read; null for the mailbox that mail is sent from.</param>
/// <param name="ChannelKeys">Where the channel's signing keys are described.</param>
/// <param name="Forums">The names of the board's forums, each of which has a folder of closed documents; null for none.</param>
public sealed record TenantCheckRequest(string? Mailbox, Uri ChannelKeys, IReadOnlyList<string>? Forums = null);

/// <summary>Tries a configured tenant step by step, by reading alone, and says of each step how it went and how to mend it.</summary>
public sealed class TenantCheck
{
    private readonly Microsoft365Settings _settings;
    private readonly SharePointSettings _sharePoint;
    private readonly MailSettings _mail;
    private readonly LibraryCheck _libraries;
    private readonly MailboxCheck _mailboxes;
    private readonly AddressCheck _addresses;

    internal TenantCheck(
        Microsoft365Settings settings, SharePointSettings sharePoint, MailSettings mail, LibraryCheck libraries, MailboxCheck mailboxes, AddressCheck addresses) =>
        (_settings, _sharePoint, _mail, _libraries, _mailboxes, _addresses) = (settings, sharePoint, mail, libraries, mailboxes, addresses);

    /// <summary>What there is to say while nothing is connected.</summary>
    public static IReadOnlyList<CheckStep> NotConnected { get; } = [CheckStep.NotTried(Texts.Connection, Texts.Off, Texts.TurnOn)];

    public async Task<IReadOnlyList<CheckStep>> RunAsync(TenantCheckRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (login, token) = await LogInAsync(cancellationToken);
        var steps = new List<CheckStep> { login };
        steps.AddRange(Permissions(token));
        if (token is null)
        {
            steps.Add(CheckStep.NotTried(Texts.Site, Texts.NoToken));
            steps.Add(CheckStep.NotTried(Texts.Calendar, Texts.NoToken));
        }
        else
        {
            steps.AddRange(await LibrariesAsync([.. (request.Forums ?? []).Select(name => SafeName.Of(name))], cancellationToken));
            var mailbox = request.Mailbox ?? _mail.Mailbox;
            steps.Add(await _mailboxes.CalendarAsync(mailbox, cancellationToken));
            steps.Add(await _mailboxes.MeetingsAsync(mailbox, cancellationToken));
        }

        steps.Add(_mail.Mailbox is null ? CheckStep.NotTried(Texts.Mail, Texts.NotUsed) : CheckStep.NotTried(Texts.Mail, Texts.MailUntried, Texts.TryMail));
        steps.Add(await _addresses.NotificationsAsync(cancellationToken));
        steps.Add(await _addresses.RegistrationAsync(request.ChannelKeys, cancellationToken));
        return steps;
    }

    private async Task<(CheckStep Step, string? Token)> LogInAsync(CancellationToken cancellationToken)
    {
        try
        {
            var scope = new TokenRequestContext([_settings.GraphUrl.GetLeftPart(UriPartial.Authority) + "/.default"]);
            var token = await _settings.Identity.CreateCredential().GetTokenAsync(scope, cancellationToken);
            return (CheckStep.Ok(Texts.Token, Texts.TokenOk), token.Token);
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or HttpRequestException)
        {
            // The text of the exception names tenant and app and may quote more; what to look at is the same.
            return (CheckStep.Failed(Texts.Token, Texts.TokenFailed, Texts.MendToken), null);
        }
    }

    private IEnumerable<CheckStep> Permissions(string? token)
    {
        var roles = token is null ? null : TokenRoles.Of(token);
        foreach (var permission in GraphPermissions.All)
        {
            yield return token is null ? CheckStep.NotTried(permission.Name, Texts.NoToken)
                : !IsUsed(permission) ? CheckStep.NotTried(permission.Name, Texts.NotUsed)
                : roles is null ? CheckStep.NotTried(permission.Name, Texts.RolesHidden)
                : roles.Contains(permission.Name) ? CheckStep.Ok(permission.Name, Texts.RoleOk)
                : CheckStep.Failed(permission.Name, Texts.RoleMissing(permission.Name), Texts.MendRole(permission.Name));
        }

        if (roles?.Where(GraphPermissions.TooWide.Contains).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } wide)
        {
            var names = string.Join(", ", wide);
            yield return CheckStep.Warning(Texts.Connection, Texts.TooWide(names), Texts.MendTooWide(names));
        }
    }

    private bool IsUsed(GraphPermission permission) =>
        permission == GraphPermissions.Sites ? _sharePoint.All.Any()
        : permission != GraphPermissions.Mail || _mail.Mailbox is not null;

    private async Task<List<CheckStep>> LibrariesAsync(List<string> forums, CancellationToken cancellationToken)
    {
        var steps = new List<CheckStep>();
        foreach (var address in _sharePoint.All)
            steps.AddRange(await _libraries.RunAsync(address, forums.FindAll(forum => _sharePoint.Of(forum) == address), cancellationToken));

        return steps.Count > 0 ? steps : [CheckStep.NotTried(Texts.Site, Texts.NoSite, Texts.NameSite)];
    }
}
