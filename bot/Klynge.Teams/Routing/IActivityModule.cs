namespace Klynge.Teams.Routing;

/// <summary>
/// The handlers of one feature. Register it as a singleton of this interface; every module is mapped once, when the host
/// starts, and two modules that claim the same verb, name or type stop the start.
/// </summary>
public interface IActivityModule
{
    void Map(ActivityRouter router);
}
