namespace Klynge.Domain.Forums;

/// <summary>Something that a person may or may not do in a forum. Checked in the use case, by forum.</summary>
public enum Permission
{
    ReadAgenda = 1,
    ReadClosedItems,
    ProposeItem,
    ManageAgenda,
    ManageMeetings,
    RegisterOwnApology,
    RegisterApologyForOthers,
    RecordAttendance,
    RecordDecision,
    OpenWrittenProcedure,
    CloseWrittenProcedure,

    /// <summary>Confirms the result of a written procedure: the chairs' alone.</summary>
    ConfirmWrittenProcedure,
    RecordVoteForOthers,
    ReadMinutes,
    ReadDraftMinutes,
    PublishMinutes,
    LinkConversation,
}
