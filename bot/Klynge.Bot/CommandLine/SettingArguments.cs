namespace Klynge.Bot.CommandLine;

/// <summary>
/// Parts the arguments into settings, as ASP.NET takes them (<c>--Klynge:DataDirectory=…</c>, <c>--urls …</c>), and the rest, which
/// is the command line's own and is read strictly: a mistyped option is an error, never a setting that nobody reads.
/// </summary>
internal sealed record SettingArguments(string[] Settings, string[] Rest)
{
    private static readonly string[] RootSettings =
    [
        "urls", "environment", "contentRoot", "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId",
        "BotOpenIdMetadata", "Microsoft365",
    ];

    internal static SettingArguments Split(string[] args)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            if (!IsSetting(args[index]))
            {
                rest.Add(args[index]);
                continue;
            }

            settings.Add(args[index]);
            if (!args[index].Contains('=', StringComparison.Ordinal) && index + 1 < args.Length)
                settings.Add(args[++index]);
        }

        return new([.. settings], [.. rest]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return false;

        var name = argument[2..].Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal) || RootSettings.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
