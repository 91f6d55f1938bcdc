using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Teams.Activities;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Chat;

/// <summary>
/// Puts an activity of a channel that is not let in on record: with its id, and the case that a button names; without a person, since the
/// channel proves none.
/// </summary>
public sealed partial class RecordRefusedActivities(Writer writer, ILogger<RecordRefusedActivities> logger) : IRefusedActivities
{
    private const string UseCase = "RefuseChannel";

    public async Task RecordAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var key = activity.Id is { Length: > 0 } id ? $"{activity.ChannelId}/{activity.Conversation?.Id}/{id}" : null;
        var intent = new WriteIntent(UseCase, new Caller(PersonId: null, key), SubjectId: CaseOf(activity));
        try
        {
            await writer.WriteAsync<Done>(intent, _ => Task.FromResult<Result<Done>>(new ChannelNotAllowed()), cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            LogNotRecorded(); // It is refused all the same.
        }
    }

    /// <summary><c>value.action.data.procedure</c> of a pressed button; null for everything else.</summary>
    private static Guid? CaseOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data)
            ? new ActionData(data).Id("procedure")
            : null;

    [LoggerMessage(2102, LogLevel.Warning, "A refused activity was not put on record: the database is away")]
    private partial void LogNotRecorded();
}

/// <summary>The channel is none of those that the settings let in; nobody is shown this, it stands in the audit log.</summary>
public sealed record ChannelNotAllowed()
    : Error("Beskeden kom ikke fra Teams, så den er afvist.");
