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
    ReadDeadlines,

    /// <summary>Sets, postpones and settles any deadline of the forum; the one responsible may settle their own without it.</summary>
    ManageDeadlines,

    /// <summary>The annual wheel.</summary>
    ManageAnnualWheel,

    /// <summary>Approves an agenda before it goes out, or sends it back: the chairs' alone.</summary>
    ApproveAgenda,

    /// <summary>Asks those who lead the forum above something.</summary>
    AskChairs,

    /// <summary>Answers what members of the forums below ask the chairs, or makes an item of it.</summary>
    AnswerQuestions,

    /// <summary>Formandsbeslutning: decides between meetings what cannot wait or gives no doubt, where the forum's rules allow it: the chairs' alone.</summary>
    DecideAsChair,

    /// <summary>Changes the forum's members and its rules of procedure: the secretariat's.</summary>
    ManageForum,
}
