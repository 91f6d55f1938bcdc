using Klynge.Application.Chat;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Cards;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Forums.NewForums;
using Klynge.Application.Forums.People;
using Klynge.Application.Forums.Sample;
using Klynge.Application.Messaging;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.Application.Forums;

public static class ForumServices
{
    /// <summary>Registers the board file, the sample council and what happens where the bot is installed.</summary>
    public static IServiceCollection AddForums(this IServiceCollection services) => services
        .AddSingleton<ApplyBoard>()
        .AddSingleton<ExportBoard>()
        .AddSingleton<SampleCouncil>()
        .AddSingleton<LinkConversation>()
        .AddSingleton<Greetings>()
        .AddSingleton<ISharedCardSource, ForumChatCard>()
        .AddSingleton<IChatFeature, ForumChatFeature>()
        .AddSingleton<IActivityModule, InstallationModule>()
        .AddSingleton<IActivityModule, PeopleSearch>();

    /// <summary>Registers a forum's members: their use cases and »medlemmer«.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.TryAddSingleton<IChatRoster>(provider => new ConnectorRoster(provider.GetRequiredService<ConnectorClient>));
        return services
            .AddSingleton<ChangeForum>()
            .AddSingleton<HandOver>()
            .AddSingleton<StoreHandover>()
            .AddSingleton<IChatFeature, HandoverChat>()
            .AddSingleton<ReadMemberTable>()
            .AddSingleton<ListMembers>()
            .AddSingleton<CompareWithChat>()
            .AddSingleton<ReadRoster>()
            .AddSingleton<ForumForms>()
            .AddSingleton<MakeForums>()
            .AddSingleton<ReadNewForums>()
            .AddSingleton<IChatFeature, MemberChat>();
    }

    /// <summary>Registers what forms choose people from.</summary>
    public static IServiceCollection AddPeopleLists(this IServiceCollection services) => services
        .AddSingleton<PeopleLists>()
        .AddSingleton<IPeopleList>(new SeatList(PeopleSource.Seats))
        .AddSingleton<IPeopleList>(new SeatList(PeopleSource.People));
}
