using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Members.Cards;

/// <summary>The buttons of a forum's members, and who may press each.</summary>
public static class MemberVerbs
{
    /// <summary>Who sits there is for those who belong to the forum for good.</summary>
    public const Permission Reads = Permission.ReadMinutes;

    public static readonly ButtonRight List = new("members.list", Reads);
    public static readonly ButtonRight AddForm = new("members.add.form", ChangeForum.Needs);
    public static readonly ButtonRight EditForm = new("members.edit.form", ChangeForum.Needs);
    public static readonly ButtonRight EndForm = new("members.end.form", ChangeForum.Needs);
    public static readonly ButtonRight TableForm = new("members.table.form", ChangeForum.Needs);
    public static readonly ButtonRight Chat = new("members.chat", ChangeForum.Needs);
    public static readonly ButtonRight Preview = new("members.preview", ChangeForum.Needs);
    public static readonly ButtonRight Change = new("members.change", ChangeForum.Needs);
}
