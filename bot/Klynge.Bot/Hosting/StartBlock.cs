using System.Text;
using Klynge.Microsoft365;

namespace Klynge.Bot.Hosting;

/// <summary>The few lines that the one who started the bot reads: what runs where.</summary>
internal static class StartBlock
{
    internal static string Describe(IServiceProvider services, ICollection<string> urls)
    {
        var settings = services.GetRequiredService<KlyngeSettings>();
        var url = (urls.FirstOrDefault() ?? KlyngeSettings.DefaultUrl).TrimEnd('/');
        var text = new StringBuilder().AppendLine().AppendLine("Klynge.Bot er klar.");
        if (settings.IsLocal)
            Line(text, "Prøvebænk", $"{url}/");

        Line(text, "Arbejdsbord", $"{url}/arbejdsbord{(settings.IsLocal ? " (som den, du er i Prøvebænk)" : string.Empty)}");

        Line(text, "Botten", $"{url}/api/messages{(settings.IsLocal ? " (uden login, kun fra denne maskine)" : string.Empty)}");
        Line(text, "Database", settings.DatabaseName);
        var microsoft365 = services.GetRequiredService<Microsoft365Settings>();
        if (microsoft365.Mode == Microsoft365Mode.Simulated)
        {
            Line(text, "Outlook", $"simuleret, også fremmøde, SharePoint og mail, på {microsoft365.GraphUrl}; glemmes ved stop");
            return text.Append("Stop med Ctrl+C.").ToString();
        }

        Line(text, "Dokumenter", Path.Combine(settings.DataDirectory, "documents"));
        if (settings.IsLocal)
            Line(text, "Mails", Path.Combine(settings.DataDirectory, "mails"));

        Line(text, "Kalender", microsoft365.Mode == Microsoft365Mode.Off ? "lokal: møderne står i databasen" : "Outlook");
        return text.Append("Stop med Ctrl+C.").ToString();
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(12)).AppendLine(value);
}

/// <summary>The program cannot start as it is set up. The message is one Danish sentence for the one who started it.</summary>
public sealed class StartRefusedException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
