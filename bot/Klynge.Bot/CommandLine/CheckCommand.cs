using System.CommandLine;
using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Microsoft365.Checks;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.CommandLine;

/// <summary><c>check</c>: tries the configured tenant step by step and says how to mend what is wrong. It reads and changes nothing.</summary>
internal static class CheckCommand
{
    private const string ChannelKeys = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    internal static Command Create(CommandServices services)
    {
        var mailbox = new Option<string?>("--mailbox") { Description = "Adressen på den, der indkalder til møderne: prøver, om botten må læse kalenderen.", HelpName = "adresse" };
        var json = new Option<bool>("--json") { Description = "Skriv resultatet som JSON." };
        var command = new Command("check", "Prøv forbindelsen til Microsoft 365 trin for trin, og få at vide, hvad der mangler. Intet ændres.") { mailbox, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(mailbox), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandServices services, string? mailbox, bool json, CancellationToken cancellationToken)
    {
        if (!services.Connect().TryGet(out var connection, out var error))
            return await Refusal.SayAsync(error, ExitCodes.BadInput);

        await using (connection)
        {
            var keys = services.ReadSettings()["BotOpenIdMetadata"] is { Length: > 0 } set ? set : ChannelKeys;
            var steps = connection.Services is { } provider
                ? await provider.GetRequiredService<TenantCheck>().RunAsync(
                    new TenantCheckRequest(mailbox, new Uri(keys), await ForumsAsync(provider, cancellationToken)), cancellationToken)
                : TenantCheck.NotConnected;
            await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(steps, Json) : CheckReport.Of(steps));
            return steps.Any(step => step.State == CheckState.Failed) ? ExitCodes.Failed : ExitCodes.Success;
        }
    }

    /// <summary>Of the board on record; none where there is no database yet, or it cannot be read from here.</summary>
    private static async Task<IReadOnlyList<string>> ForumsAsync(ServiceProvider provider, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
            return await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).OrderBy(forum => forum.Name).Select(forum => forum.Name).ToListAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException { InnerException: DbException })
        {
            return [];
        }
    }
}

/// <summary>The steps of a check as somebody reads them in a terminal.</summary>
internal static class CheckReport
{
    private const int WordWidth = 12;

    internal static string Of(IReadOnlyList<CheckStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append(WordOf(step.State).PadRight(WordWidth)).Append(step.Name).Append(": ").AppendLine(step.Detail);
            if (step.HowToMend is { } mend)
                text.Append(' ', WordWidth).Append("→ ").AppendLine(mend);
        }

        var failed = steps.Count(step => step.State == CheckState.Failed);
        return text.AppendLine()
            .Append(failed == 0 ? "Intet er i vejen med det, der kunne prøves." : $"{DanishFormat.Count(failed, "trin", "trin")} mislykkedes.")
            .ToString();
    }

    private static string WordOf(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Warning => "ADVARSEL",
        CheckState.Failed => "FEJL",
        CheckState.NotTried => "ikke prøvet",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
