using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>
/// Everybody answers at once, Graph tells of it in its own way, and the program is killed meanwhile. Half of the five thousand in each run, all
/// of them in the long one.
/// </summary>
public sealed class NotificationBurstTests
{
    private const int Senders = 8;

    private static readonly int Notifications = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1" ? 5_000 : 2_500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Burst_OfFiveThousandNotificationsAcrossTwoKills_LosesAndDoublesNoApology()
    {
        await using var board = await WatchedBoard.StartAsync(meetings: 12);
        board.Graph.Subscriptions.HoldsNotifications = true;
        var random = new Random(17);
        AnswerAtRandom(board, random);
        var declined = AnswerAtLast(board);
        var requests = InDisorder(board, random);
        var url = board.Graph.Subscriptions.All.Single().NotificationUrl;

        var sent = 0;
        var sending = Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = Ct }, async (request, token) =>
        {
            await board.Graph.Subscriptions.DeliverAsync(url, request, token);
            Interlocked.Increment(ref sent);
        });
        foreach (var share in new[] { 3, 2 })
        {
            await WatchedBoard.UntilAsync(() => Volatile.Read(ref sent) >= requests.Count / share, TimeSpan.FromMinutes(3));
            await board.RestartAsync();
        }

        await sending;
        await AllAreWorkedOffAsync(board, declined);
    }

    /// <summary>From one address, under the limits of a tenant: the limit of pages would have turned most of them away.</summary>
    [Fact]
    public async Task Burst_OfFiveThousandSingleNotifications_IsTakenAtOnce()
    {
        await using var board = await WatchedBoard.StartAsync(meetings: 12, KeyValuePair.Create("Klynge__RequestsPerAddress", "1200"));
        board.Graph.Subscriptions.HoldsNotifications = true;
        var random = new Random(23);
        AnswerAtRandom(board, random);
        var declined = AnswerAtLast(board);
        var held = board.Graph.Subscriptions.TakeHeld().OrderBy(_ => random.Next()).ToList();
        var url = board.Graph.Subscriptions.All.Single().NotificationUrl;

        var answers = new ConcurrentBag<HttpStatusCode?>();
        await Parallel.ForEachAsync(held, new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = Ct }, async (notification, token) =>
            answers.Add(await board.Graph.Subscriptions.PostAsync(url, [notification], token)));

        Assert.InRange(answers.Count, Notifications, int.MaxValue);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer));
        await AllAreWorkedOffAsync(board, declined);
    }

    private static async Task AllAreWorkedOffAsync(WatchedBoard board, Dictionary<string, List<string>> declined)
    {
        await WatchedBoard.UntilAsync(() => board.InboxCount() == 0, TimeSpan.FromMinutes(3));
        foreach (var (meeting, _) in board.Meetings)
            Assert.Equal(declined[meeting].Order(StringComparer.Ordinal), board.Standing(meeting));

        Assert.Equal("0", board.Channel.Query(
            """
            SELECT count(*) FROM "Apologies" a JOIN "Apologies" b
            ON a."MeetingId" = b."MeetingId" AND a."MemberId" = b."MemberId" AND a."Id" < b."Id" AND a."WithdrawnAt" IS NULL AND b."WithdrawnAt" IS NULL
            """));
    }

    /// <summary>People change their minds, until there are enough changes.</summary>
    private static void AnswerAtRandom(WatchedBoard board, Random random)
    {
        string[] answers = ["accepted", "tentativelyAccepted", "declined"];
        for (var count = board.Meetings.Count * board.Invited.Count; count < Notifications; count++)
        {
            var (_, item) = board.Meetings[random.Next(board.Meetings.Count)];
            board.Graph.Calendars.Store.Respond(board.Mailbox, item, board.Invited[random.Next(board.Invited.Count)].Email, answers[random.Next(answers.Length)]);
        }
    }

    /// <returns>By meeting, the seats of those whose last word is no.</returns>
    private static Dictionary<string, List<string>> AnswerAtLast(WatchedBoard board)
    {
        var declined = board.Meetings.ToDictionary(pair => pair.Meeting, _ => new List<string>());
        for (var row = 0; row < board.Meetings.Count; row++)
        {
            for (var column = 0; column < board.Invited.Count; column++)
            {
                var ((meeting, item), (email, seat)) = (board.Meetings[row], board.Invited[column]);
                var saysNo = (row + column) % 3 == 0;
                board.Graph.Calendars.Store.Respond(board.Mailbox, item, email, saysNo ? "declined" : "accepted");
                if (saysNo)
                    declined[meeting].Add(seat);
            }
        }

        return declined;
    }

    /// <summary>All of them, every tenth twice, and some with a false secret; out of order, in requests of different sizes.</summary>
    private static List<List<JsonObject>> InDisorder(WatchedBoard board, Random random)
    {
        var held = board.Graph.Subscriptions.TakeHeld().ToList();
        Assert.True(held.Count >= Notifications);
        held.AddRange(held.Where((_, index) => index % 10 == 0).Select(one => (JsonObject)one.DeepClone()).ToList());
        held.AddRange(held.Where((_, index) => index % 20 == 0).Select(False).ToList());
        var shuffled = held.OrderBy(_ => random.Next()).ToList();
        var requests = new List<List<JsonObject>>();
        for (var done = 0; done < shuffled.Count;)
        {
            var size = random.Next(1, 12);
            requests.Add([.. shuffled.Skip(done).Take(size)]);
            done += size;
        }

        return requests;
    }

    private static JsonObject False(JsonObject notification)
    {
        var copy = (JsonObject)notification.DeepClone();
        copy["clientState"] = "gættet";
        copy["resourceData"]!["id"] = "AAkFalsk";
        return copy;
    }
}
