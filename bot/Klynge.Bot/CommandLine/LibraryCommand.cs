using System.CommandLine;
using Klynge.Domain.Calendar;
using Klynge.Microsoft365.Documents;

namespace Klynge.Bot.CommandLine;

/// <summary><c>library setup</c>: makes the columns that the bot fills in, after it has said which and asked.</summary>
internal static class LibraryCommand
{
    internal static Command Create(CommandServices services)
    {
        var yes = new Option<bool>("--yes") { Description = "Spørg ikke først." };
        var setup = new Command("setup", "Opret de kolonner i SharePoint, som botten skriver forum, mødedato, status og sagsnummer i.") { yes };
        setup.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(yes), cancellationToken));
        return new Command("library", "Gør dokumentbibliotekerne i SharePoint klar.") { setup };
    }

    private static async Task<int> RunAsync(CommandServices services, bool yes, CancellationToken cancellationToken)
    {
        if (!services.Connect().TryGet(out var connection, out var error))
            return await Refusal.SayAsync(error, ExitCodes.BadInput);

        await using (connection)
        {
            if (connection.Services is not { } provider || !provider.GetRequiredService<SharePointSettings>().All.Any())
            {
                await Console.Error.WriteLineAsync("Ingen SharePoint-side er nævnt. Sæt Microsoft365=tenant og Klynge:SharePoint:Site, og prøv igen.");
                return ExitCodes.BadInput;
            }

            return await SetUpAsync(provider.GetRequiredService<SetUpLibraries>(), yes, cancellationToken);
        }
    }

    private static async Task<int> SetUpAsync(SetUpLibraries libraries, bool yes, CancellationToken cancellationToken)
    {
        if (!(await libraries.PlanAsync(cancellationToken)).TryGet(out var plan, out var error))
            return await Refusal.SayAsync(error, ExitCodes.Failed);

        if (plan.Count == 0)
        {
            await Console.Out.WriteLineAsync("Alle kolonner er der allerede. Intet er ændret.");
            return ExitCodes.Success;
        }

        foreach (var column in plan)
            await Console.Out.WriteLineAsync($"+ {column.Library}: kolonnen »{column.Title}« ({column.Column})");

        if (!yes && Console.IsInputRedirected)
        {
            await Console.Error.WriteLineAsync("Intet er oprettet: Der er ingen terminal at spørge i. Skriv --yes for at oprette kolonnerne uden at blive spurgt.");
            return ExitCodes.Failed;
        }

        if (!yes && !AsksAndHearsYes(plan.Count))
        {
            await Console.Out.WriteLineAsync("Intet er oprettet.");
            return ExitCodes.Success;
        }

        var made = await libraries.ApplyAsync(plan, cancellationToken);
        if (!made.TryGet(out var count, out error))
            return await Refusal.SayAsync(error, ExitCodes.Failed);

        await Console.Out.WriteLineAsync($"{DanishFormat.Count(count, "kolonne", "kolonner")} oprettet.");
        return ExitCodes.Success;
    }

    private static bool AsksAndHearsYes(int columns)
    {
        Console.Write($"Opret {DanishFormat.Count(columns, "kolonne", "kolonner")}? (j/n) ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "J" or "JA" or "Y" or "YES";
    }
}
