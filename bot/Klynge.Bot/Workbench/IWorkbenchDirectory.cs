namespace Klynge.Bot.Workbench;

/// <summary>
/// Who the workbench can play and where they meet. The workbench plays Teams and knows nothing of boards:
/// what Teams would know from the tenant, it asks for here, and again on every request, so a change shows on reload.
/// </summary>
public interface IWorkbenchDirectory
{
    Task<WorkbenchBoard> GetAsync(CancellationToken cancellationToken);
}
