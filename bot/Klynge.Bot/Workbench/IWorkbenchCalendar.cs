namespace Klynge.Bot.Workbench;

/// <summary>What people do in Outlook and Teams themselves, for the page to let them do it. Registered where Microsoft 365 is simulated.</summary>
public interface IWorkbenchCalendar
{
    /// <summary>What stands in a person's Outlook about a forum's next meeting.</summary>
    /// <returns>Null when there is no meeting, or the person is not invited.</returns>
    Task<WorkbenchInvitation?> FindAsync(WorkbenchForum forum, WorkbenchPerson person, CancellationToken cancellationToken);

    /// <summary>A person answers the invitation to a forum's next meeting.</summary>
    /// <returns>False when there is no meeting, or the person is not invited.</returns>
    Task<bool> AnswerAsync(WorkbenchForum forum, WorkbenchPerson person, WorkbenchAnswer answer, CancellationToken cancellationToken);

    /// <summary>Whether the bot knows by now which event calls the forum's next meeting.</summary>
    Task<bool> IsLinkedAsync(WorkbenchForum forum, CancellationToken cancellationToken);

    /// <summary>The forum's meeting ends, and Teams makes its attendance report.</summary>
    Task EndMeetingAsync(WorkbenchForum forum, CancellationToken cancellationToken);
}

/// <summary>An invitation as the invited person has it in Outlook.</summary>
/// <param name="IsOrganizer">The person calls the meeting, and has nothing to answer.</param>
/// <param name="Answer">The answer that stands; null for none.</param>
public sealed record WorkbenchInvitation(bool IsOrganizer, WorkbenchAnswer? Answer);
