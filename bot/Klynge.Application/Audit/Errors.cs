using Klynge.Domain.Common;

namespace Klynge.Application.Audit;

public sealed record NoSuchCase(string Written)
    : Error($"Der er ingen sag »{Written}«. Skriv punktets eller den skriftlige behandlings titel, en del af den, eller id'et.");

public sealed record SeveralCases(string Written, string Cases)
    : Error($"Der er flere sager »{Written}«. Skriv id'et på den, du mener:{Environment.NewLine}{Cases}");

public sealed record NoAuditExport()
    : Error("Filen er ikke et udtræk af revisionssporet.");
