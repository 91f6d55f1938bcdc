using Klynge.Application.Workspace.Council;
using Klynge.Application.Workspace.Items;
using Klynge.Application.Workspace.MeetingParts;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Workspace;

public static class WorkspacePageServices
{
    /// <summary>What the pages of the workspace are read from.</summary>
    public static IServiceCollection AddWorkspacePages(this IServiceCollection services) => services
        .AddSingleton<PageVisits>()
        .AddSingleton<ReadBoard>()
        .AddSingleton<ReadDeadlines>()
        .AddSingleton<ReadSearch>()
        .AddSingleton<ReadMeeting>()
        .AddSingleton<ReadAtItem>()
        .AddSingleton<ReadItem>()
        .AddSingleton<SaveItem>()
        .AddSingleton<ReadAgendaDocument>()
        .AddSingleton<ReadCase>()
        .AddSingleton<ReadCaseForm>()
        .AddSingleton<ReadForum>()
        .AddSingleton<ReadMemberItem>()
        .AddSingleton<ReadChairDecision>()
        .AddSingleton<ReadHandover>()
        .AddSingleton<ReadOperations>()
        .AddSingleton<ReadDocument>();
}
