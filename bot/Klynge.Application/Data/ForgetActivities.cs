using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Data;

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
