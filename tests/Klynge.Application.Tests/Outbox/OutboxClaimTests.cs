using System.Collections.Concurrent;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Outbox;

/// <summary>Two senders, as in two processes, on one outbox.</summary>
public abstract class OutboxClaimTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : OutboxClaimTests(TestStore.Sqlite);

    public sealed class OnPostgres() : OutboxClaimTests(TestStore.Postgres);

    private readonly ChannelDouble _channel = new();
    private TestBoard _board = null!;
    private OutboxFixture _one = null!;
    private OutboxFixture _other = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        (_one, _other) = (new OutboxFixture(_board, _channel), new OutboxFixture(_board, _channel));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_board is not null)
        {
            await _one.DisposeAsync();
            await _other.DisposeAsync();
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task TwoSenders_SendEachMessageOnceAndEachLaneInOrder()
    {
        await FillAsync(lanes: 20, ofEach: 15);

        await Task.WhenAll(_one.DrainAllAsync(Ct), _other.DrainAllAsync(Ct));
        await _one.DrainAllAsync(Ct);

        var lanes = _channel.Sent.GroupBy(message => message.Chat).ToList();
        Assert.Equal(20, lanes.Count);
        Assert.All(lanes, lane => Assert.Equal(Enumerable.Range(0, 15).Select(number => $"{number}"), lane.Select(message => message.Text)));
    }

    [Fact]
    public async Task ASenderThatIsKilledBetweenSendingAndMarking_RepeatsThatOneMessageOnceAndNoOther()
    {
        await FillAsync(lanes: 3, ofEach: 4);
        _channel.NeverAnswers = "2";
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var killed = _one.Sender.DrainAsync(kill.Token);
        await _channel.Silent.Task;
        _channel.NeverAnswers = null;

        // Its lanes are its own until its claims run out; what it sends again by then is the one message that it was at.
        var before = _channel.Sent.Count;
        await _other.DrainAllAsync(Ct);
        Assert.Equal(before, _channel.Sent.Count);
        _board.Clock.Advance(OutboxClaims.Length);
        await _other.DrainAllAsync(Ct);

        Assert.Equal(13, _channel.Sent.Count);
        Assert.Equal("2", Assert.Single(_channel.Sent.GroupBy(message => message), message => message.Count() > 1).Key.Text);
        Assert.Equal((13, 12), (_channel.Keys.Count, _channel.Keys.Distinct().Count()));
        Assert.All(_channel.Sent.GroupBy(message => message.Chat), lane => Assert.Equal(["0", "1", "2", "3"], lane.Select(message => message.Text).Distinct()));
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);
    }

    [Fact]
    public async Task ASenderThatIsKilledWhileItPutsASharedCardIntoManyChats_RepeatsItInOneOfThem()
    {
        await PublishNoticeAsync(chats: 10);
        _channel.NeverAnswers = "19:4";
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var killed = _one.Sender.DrainAsync(kill.Token);
        await _channel.Silent.Task;
        _channel.NeverAnswers = null;

        _board.Clock.Advance(OutboxClaims.Length);
        await _other.DrainAllAsync(Ct);

        Assert.Equal(11, _channel.Sent.Count);
        Assert.Equal("19:4", Assert.Single(_channel.Sent.GroupBy(message => message.Chat), chat => chat.Count() > 1).Key);
        // A lane of the first sender that had not looked yet finds the card that the other has posted, and updates it: nobody sees that.
        Assert.DoesNotContain(_channel.Updated, update => update.Chat == "19:4");
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);
    }

    /// <summary>Whenever a kill comes, there is one message at the most that the channel has and the outbox does not know of.</summary>
    [Fact]
    public async Task EveryNewMessage_IsMarkedBeforeTheNextOneIsSent()
    {
        await PublishNoticeAsync(chats: 10);
        await FillAsync(lanes: 10, ofEach: 2, prefix: "20:");
        var unmarked = new ConcurrentBag<int>();
        _channel.BeforeAnswer = async () =>
        {
            await using var db = _board.Open();
            unmarked.Add(_channel.Sent.Count - await db.Outbox.CountAsync(message => message.SentAt != null, Ct));
        };

        await _one.DrainAllAsync(Ct);

        Assert.Equal(30, unmarked.Count);
        Assert.All(unmarked, count => Assert.Equal(1, count));
    }

    /// <summary>Where a card stands and that it was sent are one transaction: without it the next try would post the card again.</summary>
    [Fact]
    public async Task ASharedCardThatWasPosted_IsUpdatedWhereItStands()
    {
        await PublishNoticeAsync(chats: 3);
        await _one.DrainAllAsync(Ct);

        await _board.Writer.WriteAsync<int>(
            Caller.System, "Test", forum: null, async scope => await scope.PublishAsync(NoticeSource.Key, _board.Forum.Id), Ct);
        await _other.DrainAllAsync(Ct);

        Assert.Equal(3, _channel.Sent.Count);
        Assert.Equal(["19:0", "19:1", "19:2"], _channel.Updated.Select(message => message.Chat).Order());
    }

    [Fact]
    public async Task ASharedCardThatCouldNotBeMarkedAsSent_IsNotPostedAgain()
    {
        await PublishNoticeAsync(chats: 1);
        IAsyncDisposable? held = null;
        _channel.BeforeAnswer = async () => held = await _board.Database.LockAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _one.Sender.DrainAsync(Ct));
        await held!.DisposeAsync();

        await _one.DrainAllAsync(Ct);

        Assert.Single(_channel.Sent);
        Assert.Empty(_channel.Updated);
        await using var db = _board.Open();
        Assert.Equal("1", (await db.SharedCards.SingleAsync(Ct)).ActivityId);
    }

    [Fact]
    public async Task AChatThatTeamsAsksToWait_HoldsNoOtherUp()
    {
        await using var patient = new OutboxFixture(_board, _channel, time: new ManualTimer());
        await FillAsync(lanes: 2, ofEach: 1);
        _channel.RefusesFirst = true;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var draining = patient.Sender.DrainAsync(stop.Token);

        await _channel.Arrivals.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.False(draining.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => draining);
    }

    [Fact]
    public async Task ASenderThatStopsInGoodOrder_HoldsNobodyUp()
    {
        await FillAsync(lanes: 1, ofEach: 2);
        _channel.NeverAnswers = "0";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var stopped = _one.Sender.DrainAsync(stop.Token);
        await _channel.Silent.Task;
        _channel.NeverAnswers = null;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        await _one.Sender.StopAsync(Ct);

        await _other.DrainAllAsync(Ct);

        Assert.Equal(["0", "0", "1"], _channel.Texts);
    }

    [Fact]
    public async Task ALongLane_IsSentAfterSeveralRounds_AndAShortOneIsNotKeptWaiting()
    {
        await FillAsync(lanes: 1, ofEach: 50);
        await _board.AddAsync(OutboxFixture.Chat(_board, "19:short"), OutboxFixture.Post(_board, "19:short", "kort"));

        Assert.Equal(21, await _one.Sender.DrainAsync(Ct));
        Assert.Contains("kort", _channel.Texts);

        await _one.DrainAllAsync(Ct);
        Assert.Equal(51, _channel.Sent.Count);
    }

    [Fact]
    public async Task UpdatesOfTheSameCard_AreOne()
    {
        var chat = OutboxFixture.Chat(_board, "19:forum");
        chat.ForumId = _board.Forum.Id;
        await _board.AddAsync(chat);
        var key = new CardKey("agenda", Guid.NewGuid());
        for (var change = 0; change < 5; change++)
            await _board.Writer.WriteAsync<int>(Caller.System, "Test", forum: null, async scope => await scope.PublishAsync(key, _board.Forum.Id), Ct);

        await using var db = _board.Open();
        Assert.Equal(5, (await db.Outbox.SingleAsync(Ct)).Revision);
    }

    /// <summary>Ten thousand wait: the claim steps through the index and reads no more of the table than it claims.</summary>
    [Fact]
    public async Task TheClaim_UsesItsIndexHoweverMuchWaits()
    {
        await FillAsync(lanes: 100, ofEach: 100);
        await using var db = _board.Open();
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("ANALYZE \"Outbox\"", Ct);

        var plan = await ExplainAsync(db);

        Assert.Contains(plan, line => line.Contains("IX_Outbox_Lane_Id", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on \"Outbox\"", StringComparison.Ordinal) || line is "SCAN Outbox" or "SCAN more" or "SCAN lane" or "SCAN head");
    }

    private static async Task<List<string>> ExplainAsync(KlyngeContext db)
    {
        var now = DateTime.UnixEpoch;
        var sql = db.Database.IsNpgsql() ? OutboxClaims.ClaimInPostgres : OutboxClaims.ClaimInSqlite;
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (db.Database.IsNpgsql() ? "EXPLAIN " : "EXPLAIN QUERY PLAN ")
            + sql.Replace("{0}", "@p0", StringComparison.Ordinal).Replace("{1}", "@p1", StringComparison.Ordinal)
                .Replace("{2}", "@p2", StringComparison.Ordinal).Replace("{3}", "64", StringComparison.Ordinal);
        foreach (var (name, value) in new (string, object)[] { ("@p0", DateTime.SpecifyKind(now, DateTimeKind.Utc)), ("@p1", "x"), ("@p2", DateTime.SpecifyKind(now, DateTimeKind.Utc)) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(Ct))
            lines.Add(reader.GetString(reader.FieldCount - 1));

        return lines;
    }

    private async Task PublishNoticeAsync(int chats)
    {
        await _board.AddAsync([.. Enumerable.Range(0, chats).Select(number =>
        {
            var chat = OutboxFixture.Chat(_board, $"19:{number}");
            chat.ForumId = _board.Forum.Id;
            return chat;
        })]);
        await _board.Writer.WriteAsync<int>(
            Caller.System, "Test", forum: null, async scope => await scope.PublishAsync(NoticeSource.Key, _board.Forum.Id), Ct);
    }

    private async Task FillAsync(int lanes, int ofEach, string prefix = "19:")
    {
        await _board.AddAsync([.. Enumerable.Range(0, lanes).Select(lane => OutboxFixture.Chat(_board, $"{prefix}{lane}"))]);
        await _board.AddAsync([.. Enumerable.Range(0, ofEach).SelectMany(number =>
            Enumerable.Range(0, lanes).Select(lane => OutboxFixture.Post(_board, $"{prefix}{lane}", $"{number}")))]);
    }
}
