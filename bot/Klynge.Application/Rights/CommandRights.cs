using Klynge.Application.Chat.Commands;
using static Klynge.Application.Rights.Actors;
using static Klynge.Application.Rights.Who;

namespace Klynge.Application.Rights;

/// <summary>Who may give which chat command in the forum that it is about.</summary>
public static class CommandRights
{
    internal const string SpeaksFor = "for their own seat; a substitute for the member's; secretariat and chair for every seat";

    public static readonly CommandRight<ChatCommand.Help> Help = new(OnRecord);
    public static readonly CommandRight<ChatCommand.Unknown> Unknown = new(OnRecord);
    public static readonly CommandRight<ChatCommand.ShowAgenda> ShowAgenda = new(InForum, "closed items are titles to those who may not read them");
    public static readonly CommandRight<ChatCommand.ListMeetings> ListMeetings = new(InForum);
    public static readonly CommandRight<ChatCommand.ScheduleMeeting> ScheduleMeeting = new(Secretariat);
    public static readonly CommandRight<ChatCommand.AddItem> AddItem = new(Proposers, "a proposal, until the secretariat accepts it");
    public static readonly CommandRight<ChatCommand.RollCall> RollCall = new(Secretariat);
    public static readonly CommandRight<ChatCommand.Decide> Decide = new(Secretariat);
    public static readonly CommandRight<ChatCommand.RemoveItem> RemoveItem = new(Secretariat, "asks first");
    public static readonly CommandRight<ChatCommand.Apology> Apology = new(Seated, SpeaksFor);
    public static readonly CommandRight<ChatCommand.WithdrawApology> WithdrawApology = new(Seated, SpeaksFor);
    public static readonly CommandRight<ChatCommand.WhoComes> WhoComes = new(InForum);
    public static readonly CommandRight<ChatCommand.NotHere> NotHere = new(OnRecord);
    public static readonly CommandRight<ChatCommand.OpenWrittenProcedure> OpenWrittenProcedure = new(Leaders);
    public static readonly CommandRight<ChatCommand.ShowMyCases> ShowMyCases = new(OnRecord, "their own cases");
    public static readonly CommandRight<ChatCommand.ShowMinutes> ShowMinutes = new(Seated, "minutes not yet approved: secretariat and chair");
    public static readonly CommandRight<ChatCommand.Search> Search = new(Seated, "finds in their own forums only");
    public static readonly CommandRight<ChatCommand.SetDeadline> SetDeadline = new(Leaders);
    public static readonly CommandRight<ChatCommand.ShowDeadlines> ShowDeadlines = new(Seated, "those of closed items without words to those who may not read them");
    public static readonly CommandRight<ChatCommand.ShowAnnualWheel> ShowAnnualWheel = new(Seated);
    public static readonly CommandRight<ChatCommand.ShowCalendarLink> ShowCalendarLink = new(Seated, "their own link; in the personal chat only");
}
