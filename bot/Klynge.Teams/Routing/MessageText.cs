using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

internal static class MessageText
{
    public static string Read(Activity activity) => activity.Text ?? "";
}
