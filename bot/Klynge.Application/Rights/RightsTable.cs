using System.Reflection;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Attendance;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Guidance;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Voting;

namespace Klynge.Application.Rights;

/// <summary>All rows of the table of rights: who may do what in the whole product.</summary>
public static class RightsTable
{
    private static readonly Type[] Pages =
    [
        typeof(EndpointRights), typeof(EventRights), typeof(JobRights), typeof(ProgramRights),
    ];

    /// <summary>Commands as help shows them, buttons by their verbs, the others in the order in which they are written.</summary>
    public static IReadOnlyList<Right> All { get; } =
    [
        .. CommandCatalogue.All.Select(command => command.Right), HelpChat.NotHere, HelpChat.Unknown,
        .. Buttons(),
        .. OfTheWorkspace(typeof(PageRights)), .. OfTheWorkspace(typeof(PageActs)),
        .. Pages.SelectMany(page => page.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (Right)field.GetValue(null)!),
    ];

    private static IEnumerable<WorkspaceRight> OfTheWorkspace(Type rows) => rows.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (WorkspaceRight)field.GetValue(null)!);

    /// <summary>Every button that a feature declares, wherever it stands.</summary>
    private static IEnumerable<ButtonRight> Buttons() => typeof(RightsTable).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(ButtonRight))
        .Select(field => (ButtonRight)field.GetValue(null)!)
        .OrderBy(button => button.Verb, StringComparer.Ordinal);
}

/// <summary>Who may call what over HTTP.</summary>
public static class EndpointRights
{
    public static readonly EndpointRight Messages = new("POST", "/api/messages", Guard.ChannelToken, "by signed token; then each activity by its sender's own rights");
    public static readonly EndpointRight Live = new("*", "/healthz/live", Guard.None, "says that the process runs");
    public static readonly EndpointRight Ready = new("*", "/healthz/ready", Guard.None, "says that the database answers and takes what is written");
    public static readonly EndpointRight JobHealth = new("*", "/healthz/jobs", Guard.None, "says whether a job is overdue");
    public static readonly EndpointRight Workbench = new("GET", "/", Guard.LocalMode, "the page of the workbench");
    public static readonly EndpointRight WorkbenchBelow = new("*", "/workbench/**", Guard.LocalMode, "what the page of the workbench calls, and its connector");
    public static readonly EndpointRight Documents = new("GET", "/documents/{pass}", Guard.PersonalSecret, "a document, for ten minutes, by the link that its button sends; what the person may read then");
    public static readonly EndpointRight DocumentsBelow = new("*", "/documents/**", Guard.LocalMode, "the documents of the data folder; in a tenant one sentence, or they are in SharePoint");
    public static readonly EndpointRight CalendarFeed = new("GET", "/kalender/{token}.ics", Guard.PersonalSecret, "a person's deadlines in one forum");
    public static readonly EndpointRight WorkspaceFiles = new("GET", "/arbejdsbord/filer/{file}", Guard.None, "the workspace's own styles and scripts; the same for everybody");
    public static readonly EndpointRight TeamsSignInPage = new("GET", "/arbejdsbord/teams", Guard.None, "asks Teams who sits there; shows nothing of a board");
    public static readonly EndpointRight TeamsSignIn = new("POST", "/arbejdsbord/teams", Guard.SignIn, "a session for the person of the token");
    public static readonly EndpointRight BrowserSignIn = new("GET", "/arbejdsbord/log-ind", Guard.SignIn, "sends the browser to Entra, which sends it back to /arbejdsbord/svar");
    public static readonly EndpointRight SignOut = new("POST", "/arbejdsbord/log-ud", Guard.SignIn, "ends the session");
    public static readonly EndpointRight CalendarWebhook = new("POST", "/api/graph/**", Guard.SubscriptionSecret, "Microsoft Graph's notifications");
}

/// <summary>What the channel tells without anybody having pressed or written anything to the bot.</summary>
public static class EventRights
{
    public static readonly EventRight Message = new("message", "read as a command, which has its own row");
    public static readonly EventRight UnknownButton = new("card:?", "a button of a card from before the last release: refused");
    public static readonly EventRight Installation = new("installationUpdate", "greets where the bot was put in, and remembers the chat");
    public static readonly EventRight Conversation = new("conversationUpdate", "remembers who came and went");
    public static readonly EventRight PeopleSearch = new("invoke:application/search", "while somebody types in a field of people: those on the list, for whoever may fill in its form; nobody for everybody else");
    public static readonly EventRight MeetingStart = new("event:application/vnd.microsoft.meetingStart", "begins the meeting of the chat it comes from; more than an hour ahead of its time the secretariat is asked first", BeginMeeting.Needs);
    public static readonly EventRight MeetingEnd = new("event:application/vnd.microsoft.meetingEnd", "ends the meeting of the chat it comes from; within ten minutes of its start the secretariat is asked first", FinishMeeting.Needs);
}

/// <summary>What happens by the clock. A job does what the rules of procedure say, and in a forum only what its use cases need.</summary>
public static class JobRights
{
    public static readonly JobRight CloseProcedures = new("close-procedures", CloseDueProcedures.Needs);
    public static readonly JobRight OpenPlanned = new("open-planned-procedures", WrittenProcedures.Scheduling.OpenPlannedProcedures.Needs);
    public static readonly JobRight RemindVoters = new("remind-voters", SendProcedureReminders.Needs);
    public static readonly JobRight EndConsultations = new("end-consultations", WrittenProcedures.Consultations.EndConsultations.Needs);
    public static readonly JobRight PlaceFollowUps = new("place-follow-ups", WrittenProcedures.Closing.PlaceFollowUps.Needs);
    public static readonly JobRight StoreProcedureDocuments = new("store-procedure-documents", WrittenProcedures.Documents.StoreProcedureDocuments.Needs);
    public static readonly JobRight FindClosedDocuments = new("find-closed-documents", WrittenProcedures.Documents.FindClosedDocuments.Needs);
    public static readonly JobRight MoveClosedDocuments = new("move-closed-documents", WrittenProcedures.Documents.MoveClosedDocuments.Needs);
    public static readonly JobRight StoreMinutes = new("store-minutes", UploadQueue.Needs);
    public static readonly JobRight SealPackages = new("seal-packages");
    public static readonly JobRight NoteAuditHead = new("note-audit-head");
    public static readonly JobRight KeepFiles = new("keep-files", Agendas.Attachments.KeepFiles.Needs);
    public static readonly JobRight RemindContributors = new("remind-contributors", Agendas.Contributions.SendContributionReminders.Needs);
    public static readonly JobRight TellGuestsOff = new("tell-guests-off", Agendas.Guests.TellGuestsOff.Needs);
    public static readonly JobRight ForgetGuests = new("forget-guests");
    public static readonly JobRight ForgetDrafts = new("forget-drafts");
    public static readonly JobRight RemindApprovers = new("remind-approvers", Agendas.Approvals.SendApprovalReminders.Needs);
    public static readonly JobRight RemindOfDeadlines = new("remind-of-deadlines", PlanDeadlines.Needs, SendDeadlineReminders.Needs);
    public static readonly JobRight ReadCalendar = new("read-calendar", ReadEvent.Needs, LinkMeetingChat.Needs, ReadAttendance.Needs);
    public static readonly JobRight ForgetActivities = new("forget-activities");
    public static readonly JobRight CopyDatabase = new("copy-database");
    public static readonly JobRight WatchBacklog = new("watch-backlog");
    public static readonly JobRight SendOutbox = new("send-outbox");
    public static readonly JobRight SubscribeToCalendars = new("subscribe-to-calendars");
    public static readonly JobRight SyncCalendars = new("sync-calendars");
}

/// <summary>The verbs of the command line.</summary>
public static class ProgramRights
{
    public static readonly ProgramRight Import = new("import", null, ImportMeeting.Needs, WriteMinutes.Needs);
    public static readonly ProgramRight Minutes = new("minutes", null, WriteMinutes.Needs);
    public static readonly ProgramRight BoardApply = new("board apply", "on record, in the system's name");
    public static readonly ProgramRight BoardExport = new("board export");
    public static readonly ProgramRight BoardSchema = new("board schema");
    public static readonly ProgramRight BoardMemberList = new("board member list", null, ListMembers.Needs);
    public static readonly ProgramRight BoardMemberAdd = new("board member add", "on record, in the system's name", ChangeForum.Needs);
    public static readonly ProgramRight BoardMemberChange = new("board member change", "on record, in the system's name", ListMembers.Needs, ChangeForum.Needs);
    public static readonly ProgramRight BoardMemberEnd = new("board member end", "on record, in the system's name", ListMembers.Needs, ChangeForum.Needs);
    public static readonly ProgramRight BoardRule = new("board rule", "on record, in the system's name", ChangeForum.Needs);
    public static readonly ProgramRight BoardTable = new("board table", "on record, in the system's name", ReadMemberTable.Needs, ChangeForum.Needs);
    public static readonly ProgramRight BoardTemplate = new("board template", "needs no database");
    public static readonly ProgramRight Evidence = new("evidence", null, BuildEvidence.Needs);
    public static readonly ProgramRight Handover = new("handover", "on record, in the name of the secretary who is named", HandOver.Needs, AddComingItem.Needs, StoreHandover.Needs);
    public static readonly ProgramRight Verify = new("verify", "needs no database");
    public static readonly ProgramRight AuditVerify = new("audit verify");
    public static readonly ProgramRight AuditExport = new("audit export");
    public static readonly ProgramRight Manifest = new("manifest", "needs no database");
    public static readonly ProgramRight Jobs = new("jobs");
    public static readonly ProgramRight Check = new("check", "changes nothing");
    public static readonly ProgramRight LibrarySetup = new("library setup");
}
