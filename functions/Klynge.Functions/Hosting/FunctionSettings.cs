using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Seals;
using Microsoft.Extensions.Configuration;

namespace Klynge.Functions.Hosting;

/// <summary>The settings of the function app: those of the bot, by the same names.</summary>
internal sealed record FunctionSettings(ApplicationSettings Application)
{
    /// <exception cref="SettingMissingException">A setting is missing; the message says which, for the one who deploys.</exception>
    internal static FunctionSettings Read(IConfiguration configuration)
    {
        if (OtherSettingNames.Contradictions(configuration).FirstOrDefault() is { } contradiction)
            throw new SettingMissingException(contradiction);

        if (WordTemplateSetting.Read(configuration).Error is { } template)
            throw new SettingMissingException($"{WordTemplateSetting.Name}: {template.Text}");

        if (SealSettings.Read(configuration).Error is { } seal)
            throw new SettingMissingException(seal.Text);

        if (configuration.GetConnectionString("Klynge") is not { Length: > 0 } connection)
            throw new SettingMissingException("ConnectionStrings:Klynge mangler: funktionerne arbejder på bottens egen database.");

        var directory = configuration["Klynge:DataDirectory"] is { Length: > 0 } set ? set : Path.Combine(Path.GetTempPath(), "klynge");
        if (!Uri.TryCreate(configuration["Klynge:PublicUrl"], UriKind.Absolute, out var url))
            throw new SettingMissingException("Klynge:PublicUrl mangler: kortene, som funktionerne sender, linker til bottens sider.");

        if (KeepsNoDocuments(configuration))
        {
            throw new SettingMissingException(
                "Klynge:DataDirectory mangler: funktionerne gemmer dokumenter, og deres midlertidige mappe forsvinder med dem. "
                + "Sæt Microsoft365=tenant og Klynge:SharePoint:Site, eller sæt Klynge:DataDirectory til bottens egen mappe.");
        }

        return new(new ApplicationSettings(connection, Path.GetFullPath(directory), url, ManagedIdentity.ClientIdOf(configuration)) { Workspace = url });
    }

    /// <summary>As the bot's own host: in a tenant documents need SharePoint, or a folder that somebody has named.</summary>
    private static bool KeepsNoDocuments(IConfiguration configuration)
    {
        var inSharePoint = string.Equals(configuration["Microsoft365"]?.Trim(), "tenant", StringComparison.OrdinalIgnoreCase) && IsSet("Klynge:SharePoint:Site");
        return IsSet("MicrosoftAppId") && !IsSet("Klynge:DataDirectory") && !inSharePoint;

        bool IsSet(string name) => !string.IsNullOrWhiteSpace(configuration[name]);
    }
}

/// <summary>The function app cannot start as it is set up. The message is one Danish sentence for the one who deploys it.</summary>
internal sealed class SettingMissingException(string message) : Exception(message);
