using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>The real program is asked to stop while somebody waits for an answer.</summary>
public sealed class StopTests
{
    private const string NewChat = "19:nyt-udvalg@thread.v2";

    /// <summary>Longer than a program that did not wait would be given.</summary>
    private static readonly TimeSpan SlowTurn = TimeSpan.FromSeconds(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_DuringASlowTurn_TakesNothingNew_AndLetsTheTurnWriteAndAnswer()
    {
        await using var teams = await SlowTeams.StartAsync("lise-lotte.damgaard@egholt-kommune.example");
        await using var channel = await Channel.StartAsync();
        var activity = channel.Activity("installationUpdate", Channel.Secretary, NewChat);
        activity["serviceUrl"] = teams.ServiceUrl;
        activity["action"] = "add";
        Forget(channel, Channel.Member);
        var before = Claims(channel);

        // The bot comes to a chat and asks Teams who is there, which takes its time. What the turn writes is the question to the secretariat
        // whose account one of them is; what it answers, which forum the chat belongs to.
        var asking = channel.Bot.Http.PostAsJsonAsync("api/messages", activity, Ct);
        await teams.Asked.WaitAsync(Ct);
        await channel.Bot.AskToStopAsync();
        await UntilNobodyListensAsync(channel.Bot.Address);
        using var slow = new PeriodicTimer(SlowTurn);
        await slow.WaitForNextTickAsync(Ct);
        Assert.Equal(before, Claims(channel));
        teams.Answer();
        using var answer = await asking;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(teams.Said);
        Assert.Equal(0, await channel.Bot.WaitForEndAsync(Ct));
        Assert.Equal(before + 1, Claims(channel));
    }

    [Fact]
    public async Task Stop_WithNothingToDo_EndsWell()
    {
        await using var channel = await Channel.StartAsync();

        await channel.Bot.AskToStopAsync();

        Assert.Equal(0, await channel.Bot.WaitForEndAsync(Ct));
    }

    private static void Forget(Channel channel, string person)
    {
        using var db = channel.Open();
        using var command = db.CreateCommand();
        command.CommandText = """UPDATE "People" SET "EntraObjectId" = NULL WHERE "Key" = @person""";
        command.Parameters.AddWithValue("@person", person);
        command.ExecuteNonQuery();
    }

    private static int Claims(Channel channel) =>
        int.Parse(channel.Query("""SELECT count(*) FROM "AccountClaims" """)!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task UntilNobodyListensAsync(Uri address)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await IsOpenAsync(address))
            await pause.WaitForNextTickAsync(Ct);
    }

    private static async Task<bool> IsOpenAsync(Uri address)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, Ct);
            return true;
        }
        catch (SocketException)
        {
            return false; // Nobody is let in any more.
        }
    }
}
