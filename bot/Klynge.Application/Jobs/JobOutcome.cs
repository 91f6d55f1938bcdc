namespace Klynge.Application.Jobs;

/// <summary>What a run came to.</summary>
public enum JobOutcome
{
    Succeeded = 1,

    /// <summary>It threw; it is tried again, later each time.</summary>
    Failed = 2,

    /// <summary>The process was asked to stop meanwhile; whoever looks next takes it up.</summary>
    Interrupted = 3,
}
