using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>The agenda in somebody's own chat is as true as the one in the forum's chat, and never takes a form from under the fingers.</summary>
public sealed class OwnAgendaTests
{
    private const string Doctor = "farhad-rahimi";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnAgenda_AskedForOrSentOut_FollowsAnApology_AndAFormInItsPlaceIsLeftAlone()
    {
        await using var channel = await Channel.StartAsync();
        var (forum, meeting) = (channel.ForumId(), channel.MeetingId());
        await channel.SayAsync(Channel.Member, "dagsorden chefforum");
        var asked = await AgendaAsync(channel, Channel.Member, "Afbud: ingen");

        await channel.SayAsync(Channel.Member, "afbud Kursus");
        Assert.Equal(asked.Id, (await AgendaAsync(channel, Channel.Member, "Afbud (1 af 13): Lise-Lotte Damgaard")).Id);

        await channel.SayAsync(Doctor, "møder");
        await channel.PressAsync(Channel.Secretary, "agenda.send", Data());
        var sent = await AgendaAsync(channel, Doctor, "Afbud (1 af 13)");
        await channel.SayAsync(Channel.Member, "fortryd afbud");
        Assert.Equal(sent.Id, (await AgendaAsync(channel, Doctor, "Afbud: ingen")).Id);
        await AgendaAsync(channel, Channel.Member, "Afbud: ingen");

        var form = channel.Activity("invoke", Doctor);
        form["name"] = "adaptiveCard/action";
        form["replyToId"] = sent.Id;
        form["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "agenda.add.form", ["data"] = Data() },
            ["trigger"] = "manual",
        };
        Assert.Contains("Foreslå et punkt", (await channel.PostAsync(form)).Text, StringComparison.Ordinal);
        Assert.Equal("0", channel.Query("""SELECT count(*) FROM "SharedCards" WHERE "ActivityId" = @p0""", sent.Id));

        JsonObject Data() => new() { ["forum"] = forum, ["meeting"] = meeting };
    }

    /// <summary>The agenda in somebody's chat, as soon as it says something.</summary>
    private static async Task<ShownCard> AgendaAsync(Channel channel, string person, string says)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        timeout.CancelAfter(Limit);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        while (true)
        {
            var agenda = (await channel.ReadAsync(person)).LastOrDefault(card => card.Text.Contains("Dagsorden:", StringComparison.Ordinal));
            if (agenda?.Text.Contains(says, StringComparison.Ordinal) == true)
                return agenda;

            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }
}
