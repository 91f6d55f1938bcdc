namespace Klynge.Bot.Workbench;

/// <summary>The people and chats of one board.</summary>
/// <param name="Name">The board's name, as the page's header shows it.</param>
/// <param name="People">Everyone with an account; a person may sit in several forums.</param>
/// <param name="Forums">In the order the page lists them; the first one is chosen at start.</param>
public sealed record WorkbenchBoard(string Name, IReadOnlyList<WorkbenchPerson> People, IReadOnlyList<WorkbenchForum> Forums);
