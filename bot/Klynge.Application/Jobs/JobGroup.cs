namespace Klynge.Application.Jobs;

/// <summary>Jobs that share a timer. Each group has a function of its name in <c>functions/Klynge.Functions</c>; a test compares them.</summary>
public enum JobGroup
{
    Outbox = 1,
    Procedures = 2,
    Deadlines = 3,
    Documents = 4,
    Microsoft365 = 5,
}
