using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>The buttons of an item's attachments and of a file that is to become one, and who may press each.</summary>
public static class AttachmentVerbs
{
    public static readonly ButtonRight List = new("attachment.list", AgendaQueries.Needs, "closed ones without their names to those who may not read them");
    public static readonly ButtonRight Move = new("attachment.move", ChangeAttachments.Needs);
    public static readonly ButtonRight Remove = new("attachment.remove", ChangeAttachments.Needs);
    public static readonly ButtonRight Restore = new("attachment.restore", ChangeAttachments.Needs);
    public static readonly ButtonRight LinkForm = new("attachment.link.form", AttachLink.Needs);
    public static readonly ButtonRight Link = new("attachment.link", AttachLink.Needs);
    public static readonly ButtonRight Meetings = new("file.meetings", AttachFile.Needs, "their own file");
    public static readonly ButtonRight Items = new("file.items", AttachFile.Needs, "their own file");
    public static readonly ButtonRight Item = new("file.item", AttachFile.Needs, "their own file");
    public static readonly ButtonRight Attach = new("file.attach", AttachFile.Needs, "their own file");
    public static readonly ButtonRight Drop = new("file.drop", AttachFile.Needs, "their own file");
}
