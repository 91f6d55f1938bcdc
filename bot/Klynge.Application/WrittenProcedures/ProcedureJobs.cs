using Klynge.Application.WrittenProcedures.Documents;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// All that written procedures do by themselves: close what is due, remind, report on consultations, bring items to the next agenda, store the documents. Run it
/// every half minute or so; each part finds its own work in the database, so a run that was missed is made up for by the next.
/// </summary>
public sealed class ProcedureJobs(
    CloseDueProcedures close, SendProcedureReminders remind, EndConsultations consultations, PlaceFollowUps followUps, StoreProcedureDocuments documents)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await close.HandleAsync(cancellationToken);
        await remind.HandleAsync(cancellationToken);
        await consultations.HandleAsync(cancellationToken);
        await followUps.HandleAsync(cancellationToken);
        await documents.HandleAsync(cancellationToken);
    }
}
