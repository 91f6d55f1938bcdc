using Klynge.Bot.Workbench;
using Klynge.Microsoft365.Simulated;

namespace Klynge.Bot.Simulation;

internal static class SimulationServices
{
    /// <summary>Lets Prøvebænk's people use the Outlook, Teams and SharePoint that the stand-in plays. The host that started it stops it.</summary>
    internal static IServiceCollection AddSimulation(this IServiceCollection services, FakeGraph graph) => services
        .Configure<WorkbenchOptions>(options => options.ChatsAreMeetings = true)
        .AddSingleton(graph)
        .AddSingleton<SimulatedTenant>()
        .AddSingleton<IWorkbenchCalendar, SimulatedCalendar>()
        .AddSingleton<IWorkbenchDocuments, SimulatedDocuments>();
}
