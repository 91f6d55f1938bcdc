using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>The buttons of an item's attachments and of a file that is to become one, and who may press each.</summary>
public static class AttachmentVerbs
{
    private const string OwnProposals = "others at their own unanswered proposal";
    private const string OwnFile = "their own file; others for their own unanswered proposal";

    public static readonly ButtonRight List = new("attachment.list", AgendaQueries.Needs, "closed ones without their names to those who may not read them");
    public static readonly ButtonRight Move = Change("attachment.move", OwnProposals);
    public static readonly ButtonRight Remove = Change("attachment.remove", OwnProposals);
    public static readonly ButtonRight Restore = Change("attachment.restore", OwnProposals);
    public static readonly ButtonRight LinkForm = Change("attachment.link.form", OwnProposals);
    public static readonly ButtonRight Link = Change("attachment.link", OwnProposals);
    public static readonly ButtonRight MarkForm = Change("attachment.mark.form", OwnProposals);
    public static readonly ButtonRight Mark = Change("attachment.mark", OwnProposals);
    public static readonly ButtonRight Meetings = Change("file.meetings", OwnFile);
    public static readonly ButtonRight Items = Change("file.items", OwnFile);
    public static readonly ButtonRight Item = Change("file.item", OwnFile);
    public static readonly ButtonRight Attach = Change("file.attach", OwnFile);
    public static readonly ButtonRight Drop = Change("file.drop", OwnFile);

    private static ButtonRight Change(string verb, string note) => new(verb, Who.With(AttachFile.NeedsOfOthers), note) { Needs = AttachFile.Needs };
}
