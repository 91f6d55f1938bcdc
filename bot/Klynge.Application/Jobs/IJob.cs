namespace Klynge.Application.Jobs;

/// <summary>
/// Something that happens without a person. It finds its own work in the database, so that a run that was missed is made up for by the
/// next, and so that a run that was killed half-way leaves nothing done twice.
/// </summary>
public interface IJob
{
    JobDefinition Definition { get; }

    /// <summary>Does everything that is due. An exception is a failed run: it is recorded and tried again, later each time.</summary>
    Task RunAsync(JobContext context, CancellationToken cancellationToken);
}
