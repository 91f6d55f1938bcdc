using System.Net;
using Klynge.Bot.Workbench;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>
/// The Bot Framework's own clients, as they are, against the connector that Prøvebænk plays: every operation that a bot in Teams has, by
/// somebody else's idea of its address, its body and its answer.
/// </summary>
public sealed class SdkClientTests : IAsyncLifetime
{
    private WorkbenchHost _host = null!;
    private ConnectorClient _client = null!;
    private TeamsConnectorClient _teams = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await WorkbenchHost.StartAsync();
        var address = new Uri(_host.Address, "workbench/teams");
        _client = new ConnectorClient(address, new NoCredentials(), new HttpClient(), disposeHttpClient: true);
        _teams = new TeamsConnectorClient(address, new NoCredentials(), new HttpClient(), disposeHttpClient: true);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _teams.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Message_IsSentAnsweredChangedAndTakenBack()
    {
        var sent = await _client.Conversations.SendToConversationAsync(SampleBoard.ForumChat, Message("Goddag"), Token);
        var reply = await _client.Conversations.ReplyToActivityAsync(SampleBoard.ForumChat, sent.Id, Message("Svar"), Token);
        var changed = await _client.Conversations.UpdateActivityAsync(SampleBoard.ForumChat, sent.Id, Message("Rettet"), Token);
        await _client.Conversations.DeleteActivityAsync(SampleBoard.ForumChat, reply.Id, Token);

        Assert.Equal(sent.Id, changed.Id);
        var shown = await ConnectorCalls.TranscriptAsync(_host, SampleBoard.Member, SampleBoard.ForumChat);
        Assert.Equal([("Rettet", false), (null, true)], shown.Select(message => ((string?)message!["content"]!["text"], (bool)message["deleted"]!)));
    }

    [Fact]
    public async Task Members_AreTheSame_InOneAnswerPageByPageOneByOneAndOfAMessage()
    {
        var sent = await _client.Conversations.SendToConversationAsync(SampleBoard.ForumChat, Message("Goddag"), Token);

        var all = await _client.Conversations.GetConversationMembersAsync(SampleBoard.ForumChat, Token);
        var page = await _client.Conversations.GetConversationPagedMembersAsync(SampleBoard.ForumChat, 500, cancellationToken: Token);
        var ofMessage = await _client.Conversations.GetActivityMembersAsync(SampleBoard.ForumChat, sent.Id, Token);
        var one = await ((Conversations)_client.Conversations).GetConversationMemberAsync(SampleBoard.Secretary.Id, SampleBoard.ForumChat, Token);

        Assert.Equal(4, all.Count);
        Assert.Equal(all.Select(member => member.Id), page.Members.Select(member => member.Id));
        Assert.Equal(all.Select(member => member.Id), ofMessage.Select(member => member.Id));
        Assert.Equal((SampleBoard.Secretary.Name, SampleBoard.Secretary.AadObjectId), (one.Name, one.AadObjectId));
        Assert.Equal(SampleBoard.Secretary.Email, (string?)one.Properties["email"]);
    }

    [Fact]
    public async Task Conversation_IsOpenedWithAPersonAndStartedInAChannel()
    {
        var personal = await _client.Conversations.CreateConversationAsync(
            new ConversationParameters { IsGroup = false, Members = [new ChannelAccount(SampleBoard.Member.Id)], Activity = Message("Til dig") }, Token);
        var thread = await _client.Conversations.CreateConversationAsync(
            new ConversationParameters
            {
                IsGroup = true,
                Activity = Message("Til alle"),
                ChannelData = new Microsoft.Bot.Schema.Teams.TeamsChannelData { Channel = new(SampleBoard.ChannelChat) },
            },
            Token);

        Assert.Equal(await _host.PersonalChatAsync(SampleBoard.Member, Token), personal.Id);
        Assert.Equal($"{SampleBoard.ChannelChat};messageid={thread.ActivityId}", thread.Id);
    }

    [Fact]
    public async Task Meeting_IsFoundWithItsTimesAndTheRoleOfAParticipant()
    {
        var id = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"0#{SampleBoard.ForumChat}#0"));

        var meeting = await _teams.Teams.FetchMeetingInfoAsync(id, Token);
        var secretary = await _teams.Teams.FetchParticipantAsync(id, SampleBoard.Secretary.AadObjectId, new WorkbenchOptions().TenantId, Token);

        Assert.Equal(("Chefforum, ordinært møde", SampleBoard.ForumChat), (meeting.Details.Title, meeting.Conversation.Id));
        Assert.Equal(new DateTime(2027, 2, 2, 13, 0, 0, DateTimeKind.Utc), meeting.Details.ScheduledStartTime?.ToUniversalTime());
        Assert.Equal((SampleBoard.Secretary.Id, "Organizer", true), (secretary.User.Id, secretary.Meeting.Role, secretary.Meeting.InMeeting));
    }

    [Fact]
    public async Task Team_OfAChannel_IsFoundWithItsChannels()
    {
        var team = await _teams.Teams.FetchTeamDetailsAsync(SampleBoard.ChannelChat, Token);
        var channels = await _teams.Teams.FetchChannelListAsync(SampleBoard.ChannelChat, Token);

        Assert.Equal((SampleBoard.ChannelChat, "Driftsforum Havneby", 1), (team.Id, team.Name, team.MemberCount));
        Assert.Equal(SampleBoard.ChannelChat, Assert.Single(channels.Conversations).Id);
    }

    [Fact]
    public async Task Refusal_HasTeamsStatusAndCode()
    {
        var unknown = await Assert.ThrowsAsync<ErrorResponseException>(
            () => _client.Conversations.GetConversationMembersAsync("19:nowhere@thread.v2", Token));
        var chat = await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.CreateConversationAsync(
            new ConversationParameters { IsGroup = true, Members = [new ChannelAccount(SampleBoard.Member.Id)], Activity = Message("x") }, Token));

        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (unknown.Response.StatusCode, unknown.Body.Error.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (chat.Response.StatusCode, chat.Body.Error.Code));
        await Assert.ThrowsAnyAsync<HttpOperationException>(() => _teams.Teams.FetchTeamDetailsAsync(SampleBoard.ForumChat, Token));
    }

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private sealed class NoCredentials : ServiceClientCredentials;
}
