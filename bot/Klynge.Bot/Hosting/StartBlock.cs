using System.Text;

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
        {
            Line(text, "Prøvebænk", $"{url}/");
        }

        Line(text, "Botten", $"{url}/api/messages{(settings.IsLocal ? " (uden login, kun fra denne maskine)" : string.Empty)}");
        Line(text, "Database", settings.DatabaseName);
        Line(text, "Dokumenter", Path.Combine(settings.DataDirectory, "documents"));
        if (settings.IsLocal)
        {
            Line(text, "Mails", Path.Combine(settings.DataDirectory, "mails"));
        }

        Line(text, "Kalender", "lokal: møderne står i databasen");
        return text.Append("Stop med Ctrl+C.").ToString();
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(12)).AppendLine(value);
}
