using System.Globalization;
using Klynge.Application;
using Klynge.Application.Data;

namespace Klynge.Functions.Hosting;

/// <summary>The settings of the function app: those of the bot, by the same names, and where the Functions host will call.</summary>
/// <param name="Port"><c>FUNCTIONS_CUSTOMHANDLER_PORT</c>, which the Functions host sets.</param>
internal sealed record FunctionSettings(int Port, ApplicationSettings Application)
{
    /// <exception cref="SettingMissingException">A setting is missing; the message says which, for the one who deploys.</exception>
    internal static FunctionSettings Read(IConfiguration configuration)
    {
        var port = int.TryParse(configuration["FUNCTIONS_CUSTOMHANDLER_PORT"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : throw new SettingMissingException("FUNCTIONS_CUSTOMHANDLER_PORT mangler: programmet startes af Azure Functions, som sætter den.");
        if (configuration.GetConnectionString("Klynge") is not { Length: > 0 } connection)
        {
            throw new SettingMissingException("ConnectionStrings:Klynge mangler: funktionerne arbejder på bottens egen database.");
        }

        var directory = configuration["Klynge:DataDirectory"] is { Length: > 0 } set ? set : Path.Combine(Path.GetTempPath(), "klynge");
        if (!Uri.TryCreate(configuration["Klynge:PublicUrl"], UriKind.Absolute, out var url))
        {
            throw new SettingMissingException("Klynge:PublicUrl mangler: kortene, som funktionerne sender, linker til bottens sider.");
        }

        return new(port, new ApplicationSettings(connection, Path.GetFullPath(directory), url, ManagedIdentity.ClientIdOf(configuration)));
    }
}
