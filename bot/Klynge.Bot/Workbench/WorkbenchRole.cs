namespace Klynge.Bot.Workbench;

/// <summary>
/// How a person sits in a forum. The order is the order in which the page lists them: the one a newcomer starts as comes first.
/// </summary>
public enum WorkbenchRole
{
    Secretariat,
    CoChair,
    Member,
    Substitute,
    Observer,
    Administrative,
    Guest,
}
