using Klynge.Microsoft365.Simulated.Http;

namespace Klynge.Microsoft365.Simulated;

/// <summary>One area of Graph (calendars, drives, mail): its state, and the requests that it answers.</summary>
public interface IStandInArea
{
    /// <summary>Registers the area's requests. What no area registers is refused and noted as unexpected.</summary>
    void Map(StandInRoutes routes);
}
