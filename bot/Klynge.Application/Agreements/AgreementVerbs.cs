using Klynge.Application.Agendas.Guests;
using Klynge.Application.Rights;

namespace Klynge.Application.Agreements;

/// <summary>The agreements' buttons, and who may press each. Settling, moving and correcting one are those of deadlines.</summary>
public static class AgreementVerbs
{
    public static readonly ButtonRight DropForm = new("agreement.drop.form", DropAgreement.Needs);
    public static readonly ButtonRight Drop = new("agreement.drop", DropAgreement.Needs);
    public static readonly ButtonRight Guest = new("agreement.guest", AddGuest.Needs);
    public static readonly ButtonRight EndRule = new("agreement.rule.end", Agreements.EndRule.Needs);
    public static readonly ButtonRight ResumeRule = new("agreement.rule.resume", Agreements.EndRule.Needs);
}
