namespace Klynge.Application.Rights;

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
    public static readonly EndpointRight CalendarWebhook = new("POST", "/api/graph/**", Guard.SubscriptionSecret, "Microsoft Graph's notifications");
}
