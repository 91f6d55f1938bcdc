using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Klynge.Benchmarks.Floor;

/// <summary>One writer, group commit, prepared statements: as little as a durable row can cost.</summary>
internal sealed class FloorWriter : IAsyncDisposable
{
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(4096);
    private readonly SqliteConnection _connection;
    private readonly Task _loop;

    internal FloorWriter(string database)
    {
        _connection = new SqliteConnection($"Data Source={database}");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS Votes (Voter TEXT NOT NULL, Answer TEXT NOT NULL)");
        _loop = Task.Run(RunAsync);
    }

    internal async Task WriteAsync(string voter, string answer)
    {
        var job = new Job(voter, answer, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(job);
        await job.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO Votes (Voter, Answer) VALUES ($voter, $answer)";
        var voter = insert.Parameters.Add("$voter", SqliteType.Text);
        var answer = insert.Parameters.Add("$answer", SqliteType.Text);
        var batch = new List<Job>(256);
        while (await _queue.Reader.WaitToReadAsync())
        {
            using var transaction = _connection.BeginTransaction();
            insert.Transaction = transaction;
            while (batch.Count < 256 && _queue.Reader.TryRead(out var job))
            {
                transaction.Save("vote");
                (voter.Value, answer.Value) = (job.Voter, job.Answer);
                insert.ExecuteNonQuery();
                transaction.Release("vote");
                batch.Add(job);
            }

            transaction.Commit();
            batch.ForEach(job => job.Done.SetResult());
            batch.Clear();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Job(string Voter, string Answer, TaskCompletionSource Done);
}
