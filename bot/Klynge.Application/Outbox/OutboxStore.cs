using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Writes down what became of a message, and claims the lane's next one in the same transaction. Between the sending and the writing
/// a crash can come: then that one message is sent once more.
/// </summary>
public sealed class OutboxStore(Writer writer, IMailer mailer)
{
    private const string MarkSent = """
        UPDATE "Outbox" SET "SentAt" = @p2, "Failure" = NULL WHERE "Id" = @p0 AND "Revision" = @p1 AND "SentAt" IS NULL
        """;

    private static readonly Duration GiveUpAfter = Duration.FromHours(24);
    private static readonly Duration MaxWait = Duration.FromMinutes(30);

    /// <summary>
    /// A card that changed while it was being sent keeps waiting, and is the lane's next again. Where a shared card stands is kept in the
    /// same transaction: there is no moment at which it is sent and not known.
    /// </summary>
    /// <returns>What comes next in the lane and may be sent at once.</returns>
    internal Task<OutboxMessage?> SentAsync(
        OutboxMessage message, DeliveryResult.Delivered delivered, OutboxClaims claims, CancellationToken cancellationToken) =>
        WriteAsync(async scope =>
        {
            scope.Sql.Execute(MarkSent, message.Id, message.Revision, scope.Now.ToDatabase());
            if (message.CardKey is { } key && delivered.ActivityId is { } activity)
                SharedCards.Keep(scope, CardKey.Parse(key), delivered.ConversationId ?? message.ConversationId!, activity);

            return await claims.NextAsync(scope, message.Lane);
        }, cancellationToken);

    /// <summary>
    /// Waits longer after each try, up to half an hour, and never shorter than the channel asked for; after a day it is given up. The
    /// lane keeps its order and waits, too.
    /// </summary>
    internal Task PostponeAsync(OutboxMessage message, DeliveryResult.Later later, OutboxClaims claims, CancellationToken cancellationToken) =>
        WriteAsync(async scope =>
        {
            var row = await scope.Db.Outbox.SingleAsync(candidate => candidate.Id == message.Id);
            if (row.ClaimedBy != claims.Owner)
                return null;

            row.Attempts++;
            (row.Failure, row.ClaimedBy, row.ClaimedUntil) = (later.Code, null, null);
            row.DueAt = scope.Now + Duration.Max(WaitAfter(row.Attempts), later.AtLeast);
            if (scope.Now - row.CreatedAt > GiveUpAfter)
                await GiveUpAsync(scope, row, later.Code, isOutOfTime: true);

            return null;
        }, cancellationToken);

    /// <summary>Tells the secretariat in the same transaction.</summary>
    internal Task GiveUpAsync(OutboxMessage message, string code, CancellationToken cancellationToken) => WriteAsync(async scope =>
    {
        await GiveUpAsync(scope, await scope.Db.Outbox.SingleAsync(row => row.Id == message.Id), code, isOutOfTime: false);
        return null;
    }, cancellationToken);

    /// <returns>What comes after a message that was given up.</returns>
    internal Task<OutboxMessage?> NextAsync(OutboxMessage message, OutboxClaims claims, CancellationToken cancellationToken) =>
        WriteAsync(scope => claims.NextAsync(scope, message.Lane), cancellationToken);

    private static Duration WaitAfter(int attempts) => Duration.Min(MaxWait, Duration.FromSeconds(2 * Math.Pow(2, Math.Min(attempts, 12))));

    private async Task GiveUpAsync(WriteScope scope, OutboxMessage row, string code, bool isOutOfTime)
    {
        if (row.GivenUpAt is null && row.SentAt is null)
        {
            (row.GivenUpAt, row.Failure) = (scope.Now, code);
            await UnreachedNotice.WriteAsync(scope, mailer, row, isOutOfTime);
        }
    }

    private async Task<OutboxMessage?> WriteAsync(Func<WriteScope, Task<OutboxMessage?>> change, CancellationToken cancellationToken)
    {
        var next = await writer.WriteAsync<Next>(OutboxClaims.Intent, async scope => new Next(await change(scope)), cancellationToken);
        return next.Value.Message;
    }

    private sealed record Next(OutboxMessage? Message);
}
