using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Klynge.Testing;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>Votes as Teams would deliver them: the channel delivers again, with the same activity id, what was not answered with success.</summary>
internal sealed class VoteStream(OpenCase opened, BotProcess bot)
{
    private const int MaxTries = 5;

    /// <summary>The remarks of the votes that the bot has acknowledged.</summary>
    internal ConcurrentQueue<string> Acknowledged { get; } = [];

    /// <summary>Every voter answers so many times, one after the other; the voters all at once.</summary>
    internal Task SendAsync(IEnumerable<string> voters, int rounds, CancellationToken cancellationToken) =>
        Task.WhenAll(voters.Select(async voter =>
        {
            for (var round = 0; round < rounds; round++)
                await SendAsync(voter, round, cancellationToken);
        }));

    /// <summary>As <see cref="SendAsync(IEnumerable{string}, int, CancellationToken)"/>, until the bot is gone.</summary>
    internal Task SendUntilGoneAsync(IEnumerable<string> voters, CancellationToken cancellationToken) =>
        Task.WhenAll(voters.Select(async voter =>
        {
            try
            {
                for (var round = 0; ; round++)
                    await SendAsync(voter, round, cancellationToken);
            }
            catch (HttpRequestException)
            {
                // The process is gone, which is what the test waits for.
            }
        }));

    internal static string RemarksOf(string voter, int round) => $"{voter}/{round}";

    private async Task SendAsync(string voter, int round, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await bot.Http.PostAsJsonAsync("api/messages", Activity(voter, round), cancellationToken);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (body.GetProperty("statusCode").GetInt32() == 200)
            {
                Acknowledged.Enqueue(RemarksOf(voter, round));
                return;
            }

            Assert.True(tries < MaxTries, body.ToString());
        }
    }

    private object Activity(string voter, int round) => new
    {
        type = "invoke",
        name = "adaptiveCard/action",
        id = $"f:{voter}-{round}",
        channelId = "msteams",
        serviceUrl = bot.Address.ToString(),
        from = new { id = $"29:{voter}", aadObjectId = voter },
        conversation = new { id = $"a:{voter}", conversationType = "personal", tenantId = "t" },
        recipient = new { id = "28:bot" },
        value = new
        {
            action = new
            {
                type = "Action.Execute",
                verb = "procedure.vote",
                data = new
                {
                    forum = opened.Procedure.ForumId.Value,
                    procedure = opened.Procedure.Id.Value,
                    version = 1,
                    answer = "remarks",
                    remarks = RemarksOf(voter, round),
                },
            },
            trigger = "manual",
        },
    };
}
