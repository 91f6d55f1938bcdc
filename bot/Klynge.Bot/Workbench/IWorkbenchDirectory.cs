using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>
/// Who the workbench can play and where they meet. The workbench plays Teams and knows nothing of boards:
/// what Teams would know from the tenant, it asks for here, and again on every request, so a change shows on reload.
/// </summary>
public interface IWorkbenchDirectory
{
    Task<WorkbenchBoard> GetAsync(CancellationToken cancellationToken);

    /// <returns>The Entra object id of the person whom the page knows by that id; null where there is nobody.</returns>
    Task<string?> AccountOfAsync(string id, CancellationToken cancellationToken);
}

/// <summary>The people and chats of one board.</summary>
/// <param name="Name">The board's name, as the page's header shows it.</param>
/// <param name="People">Everyone with an account; a person may sit in several forums.</param>
/// <param name="Forums">In the order the page lists them; the first one is chosen at start.</param>
public sealed record WorkbenchBoard(string Name, IReadOnlyList<WorkbenchPerson> People, IReadOnlyList<WorkbenchForum> Forums);

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

/// <summary>Someone the page can act as.</summary>
/// <param name="Id">The id that Teams gives a user towards this bot: <c>29:</c> and an opaque text, the same at every start.</param>
/// <param name="AadObjectId">The Entra object id, a GUID.</param>
/// <param name="Name">The display name.</param>
/// <param name="Title">The person's title, or empty.</param>
/// <param name="Organisation">The region, municipality, hospital or practice that the person comes from.</param>
/// <param name="Email">Also the user principal name.</param>
public sealed record WorkbenchPerson(string Id, string AadObjectId, string Name, string Title, string Organisation, string Email);

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

/// <summary>A person's place in one forum.</summary>
public sealed record WorkbenchSeat(string PersonId, WorkbenchRole Role);

/// <summary>A scheduled meeting, with what Teams tells a bot of it.</summary>
/// <param name="Title">The subject in the calendar.</param>
/// <param name="Start">When it is planned to start.</param>
/// <param name="End">When it is planned to end.</param>
/// <param name="JoinUrl">The link of the online meeting; null for one of the workbench's own making.</param>
/// <param name="Id">
/// Teams' opaque meeting id, where the product already knows one; null for the one that Teams would make of the forum's chat.
/// </param>
public sealed record WorkbenchMeeting(string Title, Instant Start, Instant End, Uri? JoinUrl = null, string? Id = null);
