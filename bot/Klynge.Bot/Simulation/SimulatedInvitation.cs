using Klynge.Bot.Workbench;

namespace Klynge.Bot.Simulation;

/// <param name="Organizer">In whose calendar the event stands.</param>
/// <param name="EventId">The event.</param>
/// <param name="JoinUrl">The link of its online meeting.</param>
internal sealed record SimulatedInvitation(WorkbenchPerson Organizer, string EventId, string JoinUrl);
