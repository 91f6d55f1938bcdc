using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Sending;

/// <summary>The buttons of items that go from one forum to another, and who may press each.</summary>
public static class SendVerbs
{
    public static readonly ButtonRight Form = new("send.form", SendItem.Needs);
    public static readonly ButtonRight Send = new("send.item", SendItem.Needs, "to a forum of the same body; its secretariat takes it on or says no");
    public static readonly ButtonRight Withdraw = new("send.withdraw", WithdrawSent.Needs, "until it stands on an agenda there");
}
