using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Routing;

public sealed class TurnDeduplicatorTests
{
    private readonly SkippingTimeProvider _time = new(TimeSpan.Zero);
    private readonly TurnDeduplicator _deliveries;
    private int _runs;

    public TurnDeduplicatorTests() => _deliveries = new TurnDeduplicator(_time);

    [Fact]
    public async Task Delivery_WhileTheFirstStillRuns_WaitsForItsAnswer()
    {
        var answer = new TaskCompletionSource<InvokeResponse>();
        var first = RunAsync(Key("1"), answer.Task);
        var second = RunAsync(Key("1"), answer.Task);

        Assert.False(second.IsCompleted);
        answer.SetResult(InvokeResponse.Ok);

        Assert.Same(await first, await second);
        Assert.Equal(1, _runs);
    }

    [Theory]
    [InlineData("other", "c", "message", "29:a")]
    [InlineData("msteams", "other", "message", "29:a")]
    [InlineData("msteams", "c", "messageUpdate", "29:a")]
    [InlineData("msteams", "c", "message", "29:b")]
    public async Task SameId_ElsewhereIsAnotherDelivery(string channel, string conversation, string type, string sender)
    {
        await RunAsync(Key("1"));
        await RunAsync(new TurnKey(channel, conversation, type, null, sender, "1"));

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Failure_ReachesEveryWaiterAndIsForgotten()
    {
        var answer = new TaskCompletionSource<InvokeResponse>();
        var first = RunAsync(Key("1"), answer.Task);
        var second = RunAsync(Key("1"), answer.Task);
        answer.SetException(new IOException());

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await RunAsync(Key("1"));

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Answer_IsForgottenAfterItsTime()
    {
        await RunAsync(Key("1"));
        _time.Advance(AnswerMemory.MaxAge);
        await RunAsync(Key("1"));
        Assert.Equal(1, _runs);

        _time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(Key("1"));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Answers_AreBoundedInNumber()
    {
        for (var i = 0; i < AnswerMemory.MaxTurns + 100; i++)
            await RunAsync(Key($"{i}"));

        Assert.Equal(AnswerMemory.MaxTurns, _deliveries.Count);
    }

    [Fact]
    public async Task Answers_AreBoundedInBytes()
    {
        var large = new InvokeResponse(200, new byte[AnswerMemory.MaxBytes / 10]);
        for (var i = 0; i < 40; i++)
            await RunAsync(Key($"{i}"), Task.FromResult(large));

        Assert.Equal(10, _deliveries.Count);
    }

    [Fact]
    public async Task RepeatedDelivery_GetsTheFirstAnswer_WhereverItLiesInTheRing()
    {
        var answers = Enumerable.Range(0, 400).Select(Answer).ToList();
        for (var i = 0; i < answers.Count; i++)
        {
            await RunAsync(Key($"{i}"), Task.FromResult(answers[i]));
            for (var earlier = Math.Max(0, i - 50); earlier <= i; earlier++)
            {
                var again = await RunAsync(Key($"{earlier}"));
                Assert.Equal((answers[earlier].Status, answers[earlier].Outcome), (again.Status, again.Outcome));
                Assert.True(again.Body.Span.SequenceEqual(answers[earlier].Body.Span));
            }
        }

        Assert.Equal(answers.Count, _runs);

        // Of different sizes, and together several times what the ring holds.
        static InvokeResponse Answer(int number)
        {
            var body = new byte[150_000 + (number * 7919 % 150_000)];
            new Random(number).NextBytes(body);
            return new InvokeResponse(200 + (number % 2), body) { Outcome = 400 + number };
        }
    }

    [Fact]
    public async Task Answer_ThatIsTooLargeToRemember_IsGivenAndForgotten()
    {
        await RunAsync(Key("kept"));
        var huge = new InvokeResponse(200, new byte[AnswerMemory.MaxBytes + 1]);

        Assert.Same(huge, await RunAsync(Key("huge"), Task.FromResult(huge)));
        await RunAsync(Key("kept"));

        Assert.Equal(1, _deliveries.Count);
    }

    [Fact]
    public void Digest_TellsKeysApart_WhoseTextsRunTogether()
    {
        TurnKey[] keys =
        [
            new("ab", "c", "message", null, "29:a", "1"), new("a", "bc", "message", null, "29:a", "1"),
            new("ab", "c", "message", "", "29:a", "1"), new("ab", "c", "messag", "e", "29:a", "1"), new("ab", "c", "message", null, "29:", "a1"),
        ];

        Assert.Equal(keys.Length, keys.Select(key => key.Digest()).Distinct().Count());
        Assert.Equal(keys[0].Digest(), (keys[0] with { }).Digest());
    }

    private static TurnKey Key(string id) => new("msteams", "c", "message", null, "29:a", id);

    private Task<InvokeResponse> RunAsync(TurnKey key, Task<InvokeResponse>? answer = null) => _deliveries.RunAsync(
        key,
        () =>
        {
            _runs++;
            return answer ?? Task.FromResult(InvokeResponse.Ok);
        },
        TestContext.Current.CancellationToken);
}
