using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;

namespace Klynge.Functions.Documents;

/// <summary>Stores documents and resumes what was cut off.</summary>
internal sealed class DocumentsFunction(JobRunner jobs) : JobTimer(jobs, JobGroup.Documents);
