namespace Klynge.Domain.Deadlines;

public static class DeadlineKinds
{
    /// <summary>One of a meeting's own, from the rules of procedure.</summary>
    public static bool IsOfMeeting(this DeadlineKind kind) => kind >= DeadlineKind.ItemsIn;

    /// <summary>A closing time rather than a task: when the day is over it is settled, and nobody is told off.</summary>
    public static bool PassesByItself(this DeadlineKind kind) => kind is DeadlineKind.ItemsIn or DeadlineKind.CommentsIn;
}
