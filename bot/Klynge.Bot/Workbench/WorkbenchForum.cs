namespace Klynge.Bot.Workbench;

/// <summary>One forum and the chat in which it meets.</summary>
/// <param name="Key">A short stable name, used in the page's address.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="ConversationId">
/// The id of the forum's chat as Teams would write it: <c>19:…@thread.v2</c> is a group or meeting chat,
/// <c>19:…@thread.tacv2</c> a channel. The same at every start, for the bot remembers it.
/// </param>
/// <param name="Seats">Who sits in it, in the order the page lists them within a role.</param>
/// <param name="Meeting">The meeting that »Mødet starter« and »Mødet slutter« are about; null where none is planned.</param>
public sealed record WorkbenchForum(
    string Key, string Name, string ConversationId, IReadOnlyList<WorkbenchSeat> Seats, WorkbenchMeeting? Meeting = null);
