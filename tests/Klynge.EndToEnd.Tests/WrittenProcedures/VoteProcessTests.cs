using Klynge.Testing;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>What was acknowledged is there: against real processes on a real database.</summary>
public abstract class VoteProcessTests(bool onPostgres)
{
    public sealed class OnSqlite() : VoteProcessTests(onPostgres: false);

    public sealed class OnPostgres() : VoteProcessTests(onPostgres: true);

    [Fact]
    public async Task ThousandVotes_ThroughTwoProcessesOnOneDatabase_AreAllThereOnce()
    {
        const int Voters = 50;
        const int Rounds = 20;
        await using var opened = await OpenCase.CreateAsync(Voters, onPostgres);
        await using (var first = await BotProcess.StartAsync(opened.Folder, opened.Environment))
        await using (var second = await BotProcess.StartAsync(opened.Folder, opened.Environment))
        {
            var (one, other) = (new VoteStream(opened, first), new VoteStream(opened, second));
            await Task.WhenAll(
                one.SendAsync(opened.Voters.Take(Voters / 2), Rounds, TestContext.Current.CancellationToken),
                other.SendAsync(opened.Voters.Skip(Voters / 2), Rounds, TestContext.Current.CancellationToken));
            Assert.Equal(Voters * Rounds, one.Acknowledged.Count + other.Acknowledged.Count);
        }

        var expected = opened.Voters.SelectMany(voter => Enumerable.Range(0, Rounds).Select(round => VoteStream.RemarksOf(voter, round)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await opened.StoredAsync()).Order(StringComparer.Ordinal));
        Assert.All(await opened.SeatsAsync(), seat => Assert.Equal(VoteStream.RemarksOf(seat.Key, Rounds - 1), seat.Value));
    }

    [Fact]
    public async Task Kill_DuringAStreamOfVotes_LosesNoneThatWasAcknowledged()
    {
        await using var opened = await OpenCase.CreateAsync(voters: 20, onPostgres);
        VoteStream stream;
        await using (var bot = await BotProcess.StartAsync(opened.Folder, opened.Environment))
        {
            stream = new VoteStream(opened, bot);
            var sending = stream.SendUntilGoneAsync(opened.Voters, TestContext.Current.CancellationToken);
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (stream.Acknowledged.Count < 300)
                await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);

            await bot.KillAsync();
            await sending;
        }

        await using (await BotProcess.StartAsync(opened.Folder, opened.Environment))
        {
            var stored = await opened.StoredAsync();
            Assert.Empty(stream.Acknowledged.Except(stored, StringComparer.Ordinal));
            Assert.Distinct(stored);
        }
    }
}
