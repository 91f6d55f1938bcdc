namespace Klynge.Domain.WrittenProcedures;

/// <summary>What a voter can answer. The Danish words are the buttons' own.</summary>
public enum Answer
{
    /// <summary>Godkender.</summary>
    Approve = 1,

    /// <summary>Godkender med bemærkninger: a yes; the remarks are required and go on record.</summary>
    ApproveWithRemarks = 2,

    /// <summary>Godkender ikke: a no; the reason is required.</summary>
    Reject = 3,

    /// <summary>Kræver mødebehandling: any member may demand that the case is taken at a meeting instead.</summary>
    DemandMeeting = 4,

    /// <summary>Inhabil: recused; neither votes nor counts in the quorum.</summary>
    Recused = 5,
}
