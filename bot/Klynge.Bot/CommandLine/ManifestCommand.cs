using System.CommandLine;
using Klynge.Bot.Manifest;
using Klynge.Domain.Common;

namespace Klynge.Bot.CommandLine;

/// <summary><c>manifest [--out FILE.zip] [--app-id ID] [--domain NAME] …</c>: the package that Teams installs the bot from.</summary>
internal static class ManifestCommand
{
    private static readonly Option<string> Output = new("--out")
    {
        Description = "Filen, der skal skrives; klynge.zip, når den udelades.",
        HelpName = "fil",
        DefaultValueFactory = _ => "klynge.zip",
    };

    private static readonly Option<string?> AppId = new("--app-id") { HelpName = "id", Description = "Bottens app-id. Uden det bruges MicrosoftAppId." };
    private static readonly Option<string?> Domain = new("--domain") { HelpName = "domæne", Description = "Bottens domæne. Uden det bruges Klynge:PublicUrl." };
    private static readonly Option<string?> Website = new("--website") { HelpName = "adresse", Description = "Jeres side om botten. Uden den bruges domænets forside." };
    private static readonly Option<string?> Privacy = new("--privacy") { HelpName = "adresse", Description = "Jeres privatlivspolitik. Uden den bruges --website." };
    private static readonly Option<string?> Terms = new("--terms") { HelpName = "adresse", Description = "Jeres vilkår for brug. Uden dem bruges --website." };
    private static readonly Option<bool> Force = new("--force") { Description = "Erstat filen, hvis den findes." };

    internal static Command Create(CommandServices services)
    {
        var command = new Command("manifest", "Lav den pakke, som botten installeres fra i Teams.")
        {
            Output, AppId, Domain, Website, Privacy, Terms, Force,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new ManifestRequest(
                parsed.GetValue(AppId), parsed.GetValue(Domain), parsed.GetValue(Website), parsed.GetValue(Privacy), parsed.GetValue(Terms));
            var values = ManifestValues.Read(request, services.ReadSettings());
            return values.TryGet(out var valid, out var error)
                ? await WriteAsync(valid, parsed.GetRequiredValue(Output), parsed.GetValue(Force), isWebsiteOwn: request.Website is not null, cancellationToken)
                : await Refusal.SayAsync(error, Refusal.ExitCodeOf(error));
        });
        return command;
    }

    private static async Task<int> WriteAsync(ManifestValues values, string file, bool replace, bool isWebsiteOwn, CancellationToken cancellationToken)
    {
        if (await SaveAsync(ManifestPackage.Build(values), file, replace, cancellationToken) is { } error)
            return await Refusal.SayAsync(error, Refusal.ExitCodeOf(error));

        await Console.Out.WriteLineAsync($"Pakken til Teams er skrevet til {file}: app-id {values.AppId}, domæne {values.Domain}, version {ManifestValues.Version}.");
        if (!isWebsiteOwn)
            await Console.Out.WriteLineAsync($"Pakken henviser til {values.Website} for oplysninger om botten. Angiv jeres egne sider med --website, --privacy og --terms.");

        return ExitCodes.Success;
    }

    /// <summary>Never over a file that is there, unless told: <see cref="FileMode.CreateNew"/> decides it, not a look beforehand.</summary>
    private static async Task<Error?> SaveAsync(byte[] package, string file, bool replace, CancellationToken cancellationToken)
    {
        try
        {
            await using var output = new FileStream(file, replace ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            await output.WriteAsync(package, cancellationToken);
            return null;
        }
        catch (IOException) when (!replace && File.Exists(file))
        {
            return new PackageExists(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new OutputNotWritable(file);
        }
    }
}
