using System.Text.Json;
using Klynge.Application.Messaging;
using Klynge.Teams.Activities;

namespace Klynge.Application.Tests.Forums;

/// <summary>Who reads along in a channel, counted from the channel's own list of members.</summary>
public sealed class ChannelReadersTests
{
    private const string Tenant = "7b5a3c10-0000-4000-8000-000000000001";
    private const string Team = "1f0e9d8c-0000-4000-8000-00000000000a";

    private const string Own = """{"id":"29:1","tenantId":"7B5A3C10-0000-4000-8000-000000000001","membershipSources":[{"sourceType":"team","teamGroupId":"1f0e9d8c-0000-4000-8000-00000000000a","membershipType":"transitive"}]}""";
    private const string OtherTeam = """{"id":"29:2","tenantId":"7b5a3c10-0000-4000-8000-000000000001","membershipSources":[{"sourceType":"team","teamGroupId":"99999999-0000-4000-8000-00000000000b","membershipType":"transitive"}]}""";
    private const string OtherTenant = """{"id":"29:3","tenantId":"c0ffee00-0000-4000-8000-000000000002","membershipSources":[{"sourceType":"channel","membershipType":"direct"}]}""";
    private const string OtherTenantBySourceOnly = """{"id":"29:4","membershipSources":[{"sourceType":"team","teamGroupId":"99999999-0000-4000-8000-00000000000b","tenantId":"c0ffee00-0000-4000-8000-000000000002"}]}""";
    private const string BothTeams = """{"id":"29:5","membershipSources":[{"sourceType":"team","teamGroupId":"99999999-0000-4000-8000-00000000000b"},{"sourceType":"team","teamGroupId":"1f0e9d8c-0000-4000-8000-00000000000a"}]}""";

    [Fact]
    public void SharedChannel_CountsThoseOfOtherTeamsAndOtherTenants() =>
        Assert.Equal(
            new ChannelReaders(IsShared: true, People: 5, FromOtherTeams: 2, FromOtherTenants: 2),
            ChannelReaders.Of(In("channel", "shared"), Members(Own, OtherTeam, OtherTenant, OtherTenantBySourceOnly, BothTeams)));

    [Fact]
    public void PrivateChannel_HasReadersThatAreFewerThanTheTeam() =>
        Assert.Equal(new ChannelReaders(false, 1, 0, 0), ChannelReaders.Of(In("channel", "private"), Members(Own)));

    /// <summary>Teams does not always name the channel's type; people from elsewhere give it away.</summary>
    [Fact]
    public void ChannelWithoutAType_WithPeopleFromElsewhere_IsShared() =>
        Assert.Equal(new ChannelReaders(true, 2, 0, 1), ChannelReaders.Of(In("channel", type: null), Members(Own, OtherTenant)));

    [Fact]
    public void ListThatCouldNotBeRead_IsNotCountedAsNobody() =>
        Assert.Equal(new ChannelReaders(true, null, 0, 0), ChannelReaders.Of(In("channel", "shared"), members: null));

    [Theory]
    [InlineData("channel", "standard")]
    [InlineData("channel", null)]
    [InlineData("groupChat", null)]
    [InlineData("personal", null)]
    public void EverywhereElse_NobodyReadsAlong(string conversation, string? type) => Assert.Null(ChannelReaders.Of(In(conversation, type), Members(Own)));

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(0, 0, false)]
    public void More_FromElsewhere_IsWider(int teams, int tenants, bool isWider)
    {
        var before = new ChannelReaders(true, 9, 2, 2);

        Assert.Equal(isWider, new ChannelReaders(true, 12, 2 + teams, 2 + tenants).IsWiderThan(before));
    }

    private static Activity In(string conversation, string? type) => new()
    {
        Type = ActivityTypes.ConversationUpdate,
        Conversation = new ConversationAccount { Id = "19:x@thread.tacv2", ConversationType = conversation, TenantId = Tenant },
        ChannelData = new TeamsChannelData { Team = new TeamInfo { AadGroupId = Team }, Channel = new ChannelInfo { Id = "19:x@thread.tacv2", Type = type } },
    };

    private static List<ChannelAccount> Members(params string[] members) =>
        [.. members.Select(member => JsonSerializer.Deserialize(member, ActivityJson.Context.ChannelAccount)!)];
}
