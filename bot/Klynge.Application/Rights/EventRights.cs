namespace Klynge.Application.Rights;

/// <summary>What the channel tells without anybody having pressed or written anything to the bot.</summary>
public static class EventRights
{
    public static readonly EventRight Message = new("message", "read as a command, which has its own row");
    public static readonly EventRight UnknownButton = new("card:?", "a button of a card from before the last release: refused");
    public static readonly EventRight Installation = new("installationUpdate", "greets where the bot was put in, and remembers the chat");
    public static readonly EventRight Conversation = new("conversationUpdate", "remembers who came and went");
    public static readonly EventRight PeopleSearch = new("invoke:application/search", "while somebody types in a field of people: those on the list, for whoever may fill in its form; nobody for everybody else");
    public static readonly EventRight MeetingStart = new("event:application/vnd.microsoft.meetingStart", "begins the meeting of the chat it comes from; more than an hour ahead of its time the secretariat is asked first");
    public static readonly EventRight MeetingEnd = new("event:application/vnd.microsoft.meetingEnd", "ends the meeting of the chat it comes from; within ten minutes of its start the secretariat is asked first");
}
