using System.Net;
using System.Net.Http.Json;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>The chain as Prøvebænk shows it, without a tenant: invitation, answer, afbud, attendance.</summary>
public sealed class SimulatedChainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeclineInOutlook_BecomesAnApologyAndAnAcceptTakesItBack()
    {
        await using var channel = await StartAsync();
        Assert.Contains("Outlook     simuleret", channel.Bot.Output, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(channel, Channel.Member, "Decline"));
        await WatchedBoard.UntilAsync(() => Apologies(channel) == "1", TimeSpan.FromSeconds(60));
        var agenda = await channel.SayAsync(Channel.Secretary, "dagsorden chefforum");
        Assert.Contains("Lise-Lotte Damgaard", agenda.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(channel, Channel.Member, "Accept"));
        await WatchedBoard.UntilAsync(() => Apologies(channel) == "0", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Answer_OfSomebodyWhoIsNotInvited_IsNone()
    {
        await using var channel = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(channel, Channel.Secretary, "Decline"));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(channel, Channel.Outsider, "Decline"));
    }

    private static Task<Channel> StartAsync() => Channel.StartAsync(environment: new Dictionary<string, string> { ["Microsoft365"] = "simulated" });

    private static async Task<HttpStatusCode> AnswerAsync(Channel channel, string person, string answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "workbench/api/calendar");
        request.Headers.Add("Origin", channel.Bot.Address.GetLeftPart(UriPartial.Authority));
        request.Content = JsonContent.Create(new { person = $"29:proevebaenk-{person}", chat = Channel.ForumChat, answer });
        using var response = await channel.Bot.Http.SendAsync(request, Ct);
        return response.StatusCode;
    }

    /// <summary>Those that stand for the forum's next meeting and came from the calendar.</summary>
    private static string? Apologies(Channel channel) => channel.Query(
        """SELECT count(*) FROM "Apologies" WHERE "MeetingId" = @p0 AND "Source" = 3 AND "WithdrawnAt" IS NULL""", channel.MeetingId());
}
