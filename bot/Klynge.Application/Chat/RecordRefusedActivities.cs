using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Activities;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Chat;

/// <summary>
/// Puts an activity that is not let in on record: of another channel with its id, and the case that a button names; of a stranger's host with
/// the host's name; of another tenant with its id. Without a person, since none is proven, and without anything else that the caller wrote.
/// </summary>
public sealed partial class RecordRefusedActivities(Writer writer, ILogger<RecordRefusedActivities> logger) : IRefusedActivities
{
    /// <summary>A caller may write names as long as it likes; the log keeps a piece that tells them apart.</summary>
    private const int MaxKeyLength = 200;

    public async Task RecordAsync(Activity activity, RefusedFor why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var (useCase, key, error) = Describe(activity, why);
        var intent = new WriteIntent(useCase, new Caller(PersonId: null, Shorten(key)), SubjectId: why == RefusedFor.Channel ? CaseOf(activity) : null);
        try
        {
            await writer.WriteAsync<Done>(intent, _ => Task.FromResult<Result<Done>>(error), cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            LogNotRecorded(); // It is refused all the same.
        }
    }

    private static (string UseCase, string? Key, Error Error) Describe(Activity activity, RefusedFor why) => why switch
    {
        RefusedFor.Channel => ("RefuseChannel", activity.Id is { Length: > 0 } id ? $"{activity.ChannelId}/{activity.Conversation?.Id}/{id}" : null, new ChannelNotAllowed()),
        RefusedFor.Host => ("RefuseHost", Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) ? $"host/{url.IdnHost}" : null, new HostNotAllowed()),
        RefusedFor.Tenant => ("RefuseTenant", Guid.TryParse(activity.TenantId, out var tenant) ? $"tenant/{tenant}" : null, new TenantNotAllowed()),
        _ => ("RefuseClaims", null, new ClaimsDiffer()),
    };

    private static string? Shorten(string? key) => key?.Length > MaxKeyLength ? key[..MaxKeyLength] : key;

    /// <summary><c>value.action.data.procedure</c> of a pressed button; null for everything else.</summary>
    private static Guid? CaseOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data)
            ? new ActionData(data).Id<WrittenProcedureId>(CardIds.Procedure)?.Value
            : null;

    [LoggerMessage(2102, LogLevel.Warning, "Failed to record a refused activity: the database is unavailable")]
    private partial void LogNotRecorded();
}

/// <summary>The channel is none of those that the settings let in; nobody is shown this, it stands in the audit log.</summary>
public sealed record ChannelNotAllowed()
    : Error("Beskeden kom ikke fra Teams, så den er afvist.");

/// <summary>The bot's token goes to the host that an activity names, so only those on the list are answered.</summary>
public sealed record HostNotAllowed()
    : Error("Beskeden bad om svar til en fremmed server, så den er afvist.");

/// <summary>The activity is of an organisation that the bot does not serve.</summary>
public sealed record TenantNotAllowed()
    : Error("Beskeden kom fra en anden organisation, så den er afvist.");

/// <summary>A token for one service URL or channel was used with a body that names another.</summary>
public sealed record ClaimsDiffer()
    : Error("Beskeden passede ikke til sit adgangsbevis, så den er afvist.");
