namespace Klynge.Bot.Workbench.Chats;

/// <summary>A conversation that the bot takes part in.</summary>
/// <param name="Id">Teams' conversation id.</param>
/// <param name="Kind">Which of Teams' three kinds it is.</param>
/// <param name="Members">The people in it; the bot itself is never on Teams' roster.</param>
/// <param name="Forum">The forum that meets in it; null for a personal chat.</param>
internal sealed record Chat(string Id, ChatKind Kind, IReadOnlyList<WorkbenchPerson> Members, WorkbenchForum? Forum)
{
    /// <summary>Who calls the meeting: the secretariat, where the forum has one.</summary>
    public WorkbenchPerson? Organizer =>
        Forum?.Seats.Where(seat => seat.Role == WorkbenchRole.Secretariat).Select(seat => Member(seat.PersonId)).FirstOrDefault(person => person is not null)
        ?? Members.FirstOrDefault();

    public WorkbenchPerson? Member(string? id) =>
        Members.FirstOrDefault(person => person.Id == id || string.Equals(person.AadObjectId, id, StringComparison.OrdinalIgnoreCase));
}
