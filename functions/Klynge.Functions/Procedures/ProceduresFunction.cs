using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;

namespace Klynge.Functions.Procedures;

/// <summary>Closes written procedures, reminds voters, brings remarks and items to where they belong.</summary>
internal sealed class ProceduresFunction(JobRunner jobs) : JobTimer(jobs, JobGroup.Procedures);
