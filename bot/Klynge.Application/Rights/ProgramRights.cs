namespace Klynge.Application.Rights;

/// <summary>The verbs of the command line.</summary>
public static class ProgramRights
{
    public static readonly ProgramRight Import = new("import");
    public static readonly ProgramRight Minutes = new("minutes");
    public static readonly ProgramRight BoardApply = new("board apply", "on record, in the system's name");
    public static readonly ProgramRight BoardExport = new("board export");
    public static readonly ProgramRight BoardSchema = new("board schema");
    public static readonly ProgramRight Evidence = new("evidence");
    public static readonly ProgramRight Verify = new("verify", "needs no database");
    public static readonly ProgramRight AuditVerify = new("audit verify");
    public static readonly ProgramRight AuditExport = new("audit export");
    public static readonly ProgramRight Manifest = new("manifest", "needs no database");
    public static readonly ProgramRight Jobs = new("jobs");
    public static readonly ProgramRight Check = new("check", "changes nothing");
    public static readonly ProgramRight LibrarySetup = new("library setup");
}
