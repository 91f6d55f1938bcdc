using System.Reflection;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Guidance;

namespace Klynge.Application.Rights;

/// <summary>All rows of the table of rights: who may do what in the whole product.</summary>
public static class RightsTable
{
    private static readonly Type[] Pages =
    [
        typeof(ButtonRights), typeof(EndpointRights), typeof(EventRights), typeof(JobRights), typeof(ProgramRights),
    ];

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<Right> All { get; } =
    [
        .. CommandCatalogue.All.Select(command => command.Right), HelpChat.NotHere, HelpChat.Unknown,
        .. Pages.SelectMany(page => page.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (Right)field.GetValue(null)!),
    ];
}
