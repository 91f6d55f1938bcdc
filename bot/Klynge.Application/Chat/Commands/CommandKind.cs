namespace Klynge.Application.Chat.Commands;

/// <summary>The commands; each has its words in <see cref="CommandWords"/> and its reader in <see cref="CommandParser"/>.</summary>
internal enum CommandKind
{
    Help,
    ShowAgenda,
    ScheduleMeeting,
    ListMeetings,
    AddItem,
    Apology,
    WithdrawApology,
    OpenWrittenProcedure,
    ShowMyCases,
    RollCall,
    Decide,
    ShowMinutes,
    Search,
    SetDeadline,
    ShowDeadlines,
    ShowAnnualWheel,
    ShowCalendarLink,
}
