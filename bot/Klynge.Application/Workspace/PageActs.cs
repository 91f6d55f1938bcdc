using Klynge.Application.Deadlines;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;

namespace Klynge.Application.Workspace;

/// <summary>
/// Who may do what from which page of the workspace. An act is mapped by its row and in no other way, and calls the use case that the card's
/// button calls: there is no second set of rules.
/// </summary>
public static class PageActs
{
    private const string AndWhoever = "and whoever is responsible for the deadline";

    public static readonly PageAct FinishDeadline =
        new("/frister/{forum}/{id}/faerdig", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    public static readonly PageAct SaveNewCase = new("/fora/{key}/sager", SaveProcedureDraft.Needs);

    public static readonly PageAct SaveCase = new("/sager/{id}/ret", SaveProcedureDraft.Needs);

    public static readonly PageAct OpenCase = new("/sager/{id}/send", OpenWrittenProcedure.Needs);

    public static readonly PageAct WithdrawCase = new("/sager/{id}/traek", WithdrawWrittenProcedure.Needs);

    public static readonly PageAct RemindOfCase = new("/sager/{id}/mind", RemindNow.Needs);

    public static readonly PageAct CloseCase = new("/sager/{id}/luk", CloseWrittenProcedure.Needs);

    public static readonly PageAct ConfirmCase = new("/sager/{id}/bekraeft", ConfirmResult.Needs);

    public static readonly PageAct AnswerCase = new("/sager/{id}/svar", Who.Voters, Needs: null, "for a seat on the case's roll");

    public static readonly PageAct UndoDeadline =
        new("/frister/{forum}/{id}/fortryd", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    /// <summary>What a form of a forum's page would do, or the form again with what was typed; nothing is changed.</summary>
    public static readonly PageAct ProposeForum = new("/fora/{key}/forslag", ForumForms.Needs, "a proposal");

    public static readonly PageAct ChangeForum = new("/fora/{key}/ret", ForumForms.Needs, "the proposal that was looked at");
}
