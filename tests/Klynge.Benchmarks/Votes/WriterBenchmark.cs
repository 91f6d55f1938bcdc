using System.Diagnostics;
using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace Klynge.Benchmarks.Votes;

/// <summary>A vote without the way to it: use case, writer and database in this process. Shows what the record itself costs.</summary>
internal static class WriterBenchmark
{
    private const int Lanes = 64;
    private const int Rounds = 8;

    internal static async Task<int> RunAsync()
    {
        await BenchDatabase.RunOnEachAsync(RunAsync);
        return 0;
    }

    private static async Task RunAsync(BenchDatabase database)
    {
        Console.WriteLine($"{database.Name} ({await database.DescribeAsync()})");
        var votes = database.IsPostgres ? 4_000 : 20_000;
        var board = await VoteBoard.CreateAsync(database.Options, voters: 500);
        var contexts = new PooledDbContextFactory<KlyngeContext>(database.Options);
        var people = await PeopleAsync(contexts);
        await using (var writer = new Writer(contexts, SystemClock.Instance))
        {
            var cast = new CastVote(writer, new FrozenCases(contexts, new DirectoryVersion(contexts, SystemClock.Instance), SystemClock.Instance), contexts);
            var rates = new List<double>();
            for (var round = 1; round <= Rounds; round++)
                rates.Add(await RoundAsync(round, votes, number => CastAsync(cast, board.Procedure, people[number % people.Count], round + (number / people.Count))));

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Name}: median {rates.Order().ElementAt(Rounds / 2):N0}/s"));
        }

        Console.WriteLine(await board.DescribeAsync());
    }

    /// <returns>Votes a second.</returns>
    private static async Task<double> RoundAsync(int round, int votes, Func<int, Task> vote)
    {
        var (before, watch, next) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), -1);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < votes)
                await vote(number);
        })));
        var (rate, processor) = (votes / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / votes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"writer, round {round}  {rate,9:N0}/s   processor {processor,4:0} µs a vote"));
        return rate;
    }

    /// <summary>Every answer differs from the one before it, so that each is a change.</summary>
    private static async Task CastAsync(CastVote cast, WrittenProcedure procedure, PersonId voter, int turn)
    {
        var answer = turn % 2 == 0 ? Answer.Approve : Answer.Recused;
        var remarks = answer == Answer.Recused ? "Familie" : null;
        var request = new CastVoteRequest(procedure.ForumId, procedure.Id, Version: 1, answer, remarks);
        var result = await cast.HandleAsync(new Caller(voter, $"f:{Guid.NewGuid()}"), request, CancellationToken.None);
        if (!result.TryGet(out _, out var error))
            throw new InvalidOperationException(error.Code);
    }

    private static async Task<List<PersonId>> PeopleAsync(PooledDbContextFactory<KlyngeContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.Select(person => person.Id).ToListAsync();
    }
}
