using Klynge.Bot.CommandLine;
using Klynge.Microsoft365;
using Klynge.Microsoft365.Simulated;

namespace Klynge.Bot.Hosting;

/// <summary>Connects the host to Microsoft 365 by its settings, or to the stand-in that plays it.</summary>
internal static class Microsoft365Hosting
{
    /// <param name="configuration">The root.</param>
    /// <param name="publicUrl">Where the host is reached.</param>
    /// <param name="standIn">Where this process's own stand-in listens. A command has none, and does without Microsoft 365 where the bot would.</param>
    /// <exception cref="StartRefusedException">The settings contradict each other.</exception>
    internal static Microsoft365Settings ReadMicrosoft365(this IConfiguration configuration, Uri publicUrl, Uri? standIn)
    {
        if (!Microsoft365Settings.Read(configuration, publicUrl).TryGet(out var settings, out var error))
            throw new StartRefusedException(error.Text, ExitCodes.BadInput);

        return settings.NeedsFakeGraph ? settings.At(standIn, publicUrl) : settings;
    }

    /// <summary>Starts the stand-in where the settings ask for one of this process's own; null otherwise.</summary>
    internal static async Task<FakeGraph?> StartFakeGraphAsync(this IConfiguration configuration, CancellationToken cancellationToken)
    {
        var settings = Microsoft365Settings.Read(configuration, KlyngeSettings.Read(configuration).PublicUrl);
        return settings.TryGet(out var read, out _) && read.NeedsFakeGraph ? await FakeGraph.StartAsync(cancellationToken: cancellationToken) : null;
    }
}
