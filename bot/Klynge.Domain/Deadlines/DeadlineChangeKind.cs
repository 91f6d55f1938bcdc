namespace Klynge.Domain.Deadlines;

public enum DeadlineChangeKind
{
    Created = 1,
    Done = 2,
    Postponed = 3,

    /// <summary>The day it follows from was moved: its meeting, or the forum's rules.</summary>
    Moved = 4,
    Removed = 5,
    Undone = 6,

    /// <summary>A person corrected the title, the day or who sees to it.</summary>
    Edited = 7,
}
