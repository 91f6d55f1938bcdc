using System.Globalization;
using Klynge.Application;
using Klynge.Application.Documents;
using Klynge.Application.Seals;
using Klynge.Teams.Hosting;

namespace Klynge.Bot.Hosting;

/// <summary>
/// What is wrong with the settings, a sentence each, found before anything starts: a bot that is half set up would otherwise refuse
/// every message, trust every tenant, or put links on cards that lead nowhere.
/// </summary>
internal static class SettingChecks
{
    private const string AppId = "MicrosoftAppId";
    private const string Tenant = "MicrosoftAppTenantId";
    private const string AppType = "MicrosoftAppType";
    private const string Password = "MicrosoftAppPassword";
    private const string PublicUrl = "Klynge:PublicUrl";
    private const string DataDirectory = "Klynge:DataDirectory";
    private const string Site = "Klynge:SharePoint:Site";
    private const string Anonymous = "Klynge:AllowAnonymous";
    private const string Channel = "Klynge:Channel";

    private const string Authority = "Klynge:Workspace:Authority";
    private const string WorkspaceClient = "Klynge:Workspace:ClientId";
    private const string WorkspaceSecret = "Klynge:Workspace:ClientSecret";

    private static readonly string[] Counts = ["Klynge:RequestsPerPerson", "Klynge:RequestsPerTenant", "Klynge:RequestsPerAddress"];

    private static readonly string[] Switches = [Anonymous, "Klynge:RunJobs"];

    /// <summary>Set together with an app id only. Without one they are half a tenant.</summary>
    private static readonly string[] OfATenant = [Tenant, AppType, Password, "Klynge:FederatedIdentityClientId", "Klynge:AllowedTenants"];

    /// <summary>Values that cannot be read at all, whatever the program is to do.</summary>
    internal static IEnumerable<string> Unreadable(IConfiguration settings)
    {
        foreach (var contradiction in OtherSettingNames.Contradictions(settings))
            yield return contradiction;

        foreach (var name in Counts.Where(name => IsSet(settings, name) && !IsCount(settings[name])))
            yield return $"{name} skal være et helt antal i minuttet eller 0 for ingen grænse.";

        foreach (var name in Switches.Where(name => IsSet(settings, name) && !bool.TryParse(settings[name], out _)))
            yield return $"{name} skal være true eller false.";

        if (IsSet(settings, Channel) && !Is(settings, Channel, nameof(ChannelDoor.Protocol)) && !Is(settings, Channel, nameof(ChannelDoor.BotBuilder)))
            yield return $"{Channel} skal være {nameof(ChannelDoor.Protocol)} eller {nameof(ChannelDoor.BotBuilder)}.";

        if (WordTemplateSetting.Read(settings).Error is { } template)
            yield return $"{WordTemplateSetting.Name}: {template.Text}";

        if (SealSettings.Read(settings).Error is { } seal)
            yield return seal.Text;

        if (IsSet(settings, Authority) && !IsTrustworthy(settings[Authority]))
            yield return $"{Authority} skal være en hel adresse, der begynder med https://.";

        if (IsSet(settings, PublicUrl) && Url(settings) is null)
            yield return $"{PublicUrl} skal være en hel adresse som https://klynge.eksempel.dk.";
    }

    /// <summary>What is missing, or contradicts the rest, for the bot itself.</summary>
    internal static IEnumerable<string> Missing(IConfiguration settings, bool isDevelopment)
    {
        if (IsSet(settings, AppId))
            return OfRegistration(settings).Concat(OfHost(settings, isDevelopment));

        return WithoutRegistration(settings, isDevelopment);
    }

    private static IEnumerable<string> WithoutRegistration(IConfiguration settings, bool isDevelopment)
    {
        var half = OfATenant.Where(name => IsSet(settings, name)).ToList();
        if (half.Count > 0)
            yield return $"{AppId} mangler, men {string.Join(", ", half)} er sat. Sæt den til bottens app-id, eller fjern resten for at prøve botten uden tenant.";
        else if (!isDevelopment)
            yield return $"{AppId} mangler. Sæt den sammen med {Tenant}, eller start med ASPNETCORE_ENVIRONMENT=Development for at prøve botten uden tenant.";
    }

    private static IEnumerable<string> OfRegistration(IConfiguration settings)
    {
        var isManaged = Is(settings, AppType, nameof(BotAppType.UserAssignedMSI));
        if (!Guid.TryParse(settings[AppId], out _))
            yield return $"{AppId} skal være bottens app-id, et id som 11111111-2222-3333-4444-555555555555.";

        if (IsSet(settings, AppType) && !isManaged && !Is(settings, AppType, nameof(BotAppType.SingleTenant)))
            yield return $"{AppType} skal være SingleTenant eller UserAssignedMSI.";

        if (!IsSet(settings, Tenant))
            yield return $"{Tenant} mangler. Sæt den til jeres tenants id; uden den ville botten svare enhver tenant.";
        else if (!Guid.TryParse(settings[Tenant], out _))
            yield return $"{Tenant} skal være tenantens id, et id som 11111111-2222-3333-4444-555555555555, ikke dens navn.";

        if (IsSet(settings, WorkspaceClient) && !IsSet(settings, WorkspaceSecret) && !Is(settings, WorkspaceClient, settings[AppId]!.Trim()))
            yield return $"{WorkspaceSecret} mangler, men {WorkspaceClient} er en anden registrering end bottens. Sæt den, eller fjern {WorkspaceClient} for at bruge bottens egen.";

        if (isManaged && IsSet(settings, Password))
            yield return $"{Password} må ikke være sat, når {AppType} er UserAssignedMSI: en administreret identitet har ingen adgangskode.";
    }

    private static IEnumerable<string> OfHost(IConfiguration settings, bool isDevelopment)
    {
        if (isDevelopment)
            yield break;

        if (!IsSet(settings, PublicUrl))
            yield return $"{PublicUrl} mangler. Sæt den til den adresse, hvor folk når botten, som https://klynge.eksempel.dk.";
        else if (Url(settings) is { } url && url.Scheme != Uri.UriSchemeHttps)
            yield return $"{PublicUrl} skal begynde med https://.";

        if (!IsSet(settings, DataDirectory) && !(Is(settings, "Microsoft365", "tenant") && IsSet(settings, Site)))
            yield return $"{DataDirectory} mangler. Sæt den til en mappe, der bliver, når botten flyttes eller opgraderes, eller lad dokumenterne ligge i SharePoint med Microsoft365=tenant og {Site}.";

        if (Is(settings, Anonymous, bool.TrueString))
            yield return $"{Anonymous} gælder kun med ASPNETCORE_ENVIRONMENT=Development. Fjern den: her skal enhver vise, hvem de er.";
    }

    private static Uri? Url(IConfiguration settings) =>
        Uri.TryCreate(settings[PublicUrl], UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : null;

    /// <summary>What says who people are must not be read by others on the way; loopback has no way.</summary>
    private static bool IsTrustworthy(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsSet(IConfiguration settings, string name) => !string.IsNullOrWhiteSpace(settings[name]);

    private static bool Is(IConfiguration settings, string name, string value) =>
        string.Equals(settings[name]?.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static bool IsCount(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
