using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>A scheduled meeting, with what Teams tells a bot of it.</summary>
/// <param name="Title">The subject in the calendar.</param>
/// <param name="Start">When it is planned to start.</param>
/// <param name="End">When it is planned to end.</param>
/// <param name="JoinUrl">The link of the online meeting; null for one of the workbench's own making.</param>
/// <param name="Id">
/// Teams' opaque meeting id, where the product already knows one; null for the one that Teams would make of the forum's chat.
/// </param>
public sealed record WorkbenchMeeting(string Title, Instant Start, Instant End, Uri? JoinUrl = null, string? Id = null);
