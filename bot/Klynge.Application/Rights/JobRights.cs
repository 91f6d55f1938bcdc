namespace Klynge.Application.Rights;

/// <summary>What happens by the clock. A job does what the rules of procedure say and asks nobody's leave.</summary>
public static class JobRights
{
    public static readonly JobRight CloseProcedures = new("close-procedures");
    public static readonly JobRight RemindVoters = new("remind-voters");
    public static readonly JobRight EndConsultations = new("end-consultations");
    public static readonly JobRight PlaceFollowUps = new("place-follow-ups");
    public static readonly JobRight StoreProcedureDocuments = new("store-procedure-documents");
    public static readonly JobRight StoreMinutes = new("store-minutes");
    public static readonly JobRight RemindOfDeadlines = new("remind-of-deadlines");
    public static readonly JobRight ReadCalendar = new("read-calendar");
    public static readonly JobRight ForgetActivities = new("forget-activities");
    public static readonly JobRight CopyDatabase = new("copy-database");
    public static readonly JobRight WatchBacklog = new("watch-backlog");
    public static readonly JobRight SendOutbox = new("send-outbox");
    public static readonly JobRight SubscribeToCalendars = new("subscribe-to-calendars");
    public static readonly JobRight SyncCalendars = new("sync-calendars");
}
