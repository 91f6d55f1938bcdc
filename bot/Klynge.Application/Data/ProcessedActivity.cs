using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// An activity whose write is done: the channel may deliver it again, also after a restart, and it must have no second effect.
/// </summary>
public sealed class ProcessedActivity
{
    /// <summary>The activity's key and the use case, so that one activity can ask for two different things once each.</summary>
    public required string Key { get; init; }

    public required Instant At { get; init; }
}

/// <summary>The channel delivered the same activity again and its effect is in the database already. Show how things stand.</summary>
public sealed record AlreadyHandled()
    : Error("Det er allerede registreret.");

/// <summary>
/// Takes away what was kept to know a second delivery by. The channel tries for minutes and a person presses the same card for days, but
/// not for a month; without this the table would grow by a row for each button ever pressed.
/// </summary>
public sealed class ForgetActivities(Writer writer)
{
    internal static readonly Duration KeptFor = Duration.FromDays(30);

    private static readonly WriteIntent Intent = new(nameof(ForgetActivities), Caller.System, IsOnRecord: false);

    public Task HandleAsync(CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            var last = scope.Now - KeptFor;
            await scope.Db.ProcessedActivities.Where(activity => activity.At < last).ExecuteDeleteAsync(CancellationToken.None);
            return default(Done);
        },
        cancellationToken);
}
