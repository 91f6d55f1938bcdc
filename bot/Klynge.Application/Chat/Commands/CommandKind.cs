namespace Klynge.Application.Chat.Commands;

/// <summary>The commands; each has its words in <see cref="CommandWords"/> and its reader in <see cref="CommandParser"/>.</summary>
internal enum CommandKind
{
    Help,
    ShowAgenda,
    ScheduleMeeting,
    ListMeetings,
    AddItem,
    RemoveItem,
    Apology,
    WithdrawApology,
    WhoComes,
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

internal static class CommandKinds
{
    /// <summary>Whether the command changes something, or opens what does.</summary>
    public static bool Changes(this CommandKind kind) => kind is CommandKind.ScheduleMeeting or CommandKind.AddItem or CommandKind.RemoveItem
        or CommandKind.Apology or CommandKind.WithdrawApology or CommandKind.OpenWrittenProcedure or CommandKind.Decide or CommandKind.SetDeadline;

    /// <summary>Whether the command ends with a text of the sender's own, to which »tak« may belong.</summary>
    public static bool EndsWithText(this CommandKind kind) => kind is CommandKind.Decide or CommandKind.Search;
}
