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
    RecordVoteForOthers,
    ReadMinutes,
    ReadDraftMinutes,
    PublishMinutes,
    LinkConversation,
}
