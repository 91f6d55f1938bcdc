using System.Reflection;

namespace Klynge.Application.Rights;

/// <summary>All rows of the table of rights: who may do what in the whole product.</summary>
public static class RightsTable
{
    private static readonly Type[] Pages =
    [
        typeof(CommandRights), typeof(ButtonRights), typeof(EndpointRights), typeof(EventRights), typeof(JobRights), typeof(ProgramRights),
    ];

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<Right> All { get; } =
    [
        .. Pages.SelectMany(page => page.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (Right)field.GetValue(null)!),
    ];
}
