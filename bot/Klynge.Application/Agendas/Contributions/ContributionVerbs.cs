using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>The buttons of contributions, and who may press each. No permission lets anybody read or send another's.</summary>
public static class ContributionVerbs
{
    private const string WhoWasAsked = "whoever was asked for it, until the agenda is sent";

    public static readonly ButtonRight AskForm = new("contribution.ask.form", AskContribution.Needs);
    public static readonly ButtonRight Ask = new("contribution.ask", AskContribution.Needs);
    public static readonly ButtonRight Withdraw = new("contribution.withdraw", WithdrawContribution.Needs);
    public static readonly ButtonRight List = new("contribution.list", AskContribution.Needs);
    public static readonly ButtonRight Remind = new("contribution.remind", RemindContributors.Needs);
    public static readonly ButtonRight RecordForm = new("contribution.record.form", RecordContribution.Needs);
    public static readonly ButtonRight Record = new("contribution.record", RecordContribution.Needs);
    public static readonly ButtonRight Show = new("contribution.show", Who.OnRecord, WhoWasAsked);
    public static readonly ButtonRight Send = new("contribution.send", Who.OnRecord, WhoWasAsked);
}
