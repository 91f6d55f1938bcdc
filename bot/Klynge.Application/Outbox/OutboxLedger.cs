using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>Writes down what became of a message. Between the sending and the writing a crash can come: then it is sent once more.</summary>
public sealed class OutboxLedger(Writer writer, IMailer mailer)
{
    private static readonly Duration GiveUpAfter = Duration.FromHours(24);
    private static readonly Duration LongestWait = Duration.FromMinutes(30);

    /// <summary>A card that changed while it was being sent keeps waiting, and is drawn again.</summary>
    internal Task SentAsync(OutboxMessage message, CancellationToken cancellationToken) => WriteAsync((scope, row) =>
    {
        if (row.Revision == message.Revision)
        {
            (row.SentAt, row.Failure) = (scope.Now, null);
        }

        return Task.CompletedTask;
    }, message, cancellationToken);

    /// <summary>Waits longer after each try, up to half an hour; after a day it is given up.</summary>
    /// <returns>False: the lane keeps its order and waits, too.</returns>
    internal async Task<bool> PostponeAsync(OutboxMessage message, string code, CancellationToken cancellationToken)
    {
        await WriteAsync(async (scope, row) =>
        {
            row.Attempts++;
            row.Failure = code;
            row.DueAt = scope.Now + Duration.Min(LongestWait, Duration.FromSeconds(2 * Math.Pow(2, Math.Min(row.Attempts, 12))));
            if (scope.Now - row.CreatedAt > GiveUpAfter)
            {
                await GiveUpAsync(scope, row, code);
            }
        }, message, cancellationToken);
        return false;
    }

    internal Task GiveUpAsync(OutboxMessage message, string code, CancellationToken cancellationToken) =>
        WriteAsync((scope, row) => GiveUpAsync(scope, row, code), message, cancellationToken);

    private async Task GiveUpAsync(WriteScope scope, OutboxMessage row, string code)
    {
        (row.GivenUpAt, row.Failure) = (scope.Now, code);
        if (row.PersonId is { } person)
        {
            await UnreachedNotice.WriteAsync(scope, mailer, row, person);
        }
    }

    private Task<Result<Done>> WriteAsync(Func<WriteScope, OutboxMessage, Task> change, OutboxMessage message, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent("KeepOutbox", Caller.System, IsOnRecord: false), async scope =>
        {
            await change(scope, await scope.Db.Outbox.SingleAsync(row => row.Id == message.Id));
            return default(Done);
        }, cancellationToken);
}
