namespace Klynge.Application.Chat;

/// <summary>The commands and buttons of one feature. Registered as a singleton of this interface; mapped once at start.</summary>
public interface IChatFeature
{
    void Map(ChatRoutes routes);
}
