using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Audit;

public static class AuditServices
{
    /// <summary>Registers what reads the audit log; what writes it is the writer's own.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<VerifyAudit>()
        .AddSingleton<ExportAudit>();
}
