namespace Klynge.Bot.Workbench;

/// <summary>An invitation as the invited person has it in Outlook.</summary>
/// <param name="IsOrganizer">The person calls the meeting, and has nothing to answer.</param>
/// <param name="Answer">The answer that stands; null for none.</param>
public sealed record WorkbenchInvitation(bool IsOrganizer, WorkbenchAnswer? Answer);
