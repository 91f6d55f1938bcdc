using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Reports;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Rights;

namespace Klynge.Application.Agendas;

/// <summary>The agenda's buttons, and who may press each.</summary>
public static class AgendaVerbs
{
    public static readonly ButtonRight Show = new("agenda.show", AgendaQueries.Needs);
    public static readonly ButtonRight Full = new("agenda.full", AgendaQueries.Needs);
    public static readonly ButtonRight SendForm = new("agenda.send.form", SendAgenda.Needs);
    public static readonly ButtonRight Send = new("agenda.send", SendAgenda.Needs);
    public static readonly ButtonRight Preview = new("agenda.preview", SendAgenda.Needs);
    public static readonly ButtonRight ChangesForm = new("agenda.changes.form", Changes.TellChanges.Needs);
    public static readonly ButtonRight TellChanges = new("agenda.changes.tell", Changes.TellChanges.Needs);
    public static readonly ButtonRight ReportForm = new("agenda.report.form", AddReport.Needs);
    public static readonly ButtonRight Report = new("agenda.report", AddReport.Needs, "of what they may read in the other forum");
    public static readonly ButtonRight Item = new("agenda.item", AgendaQueries.Needs);
    public static readonly ButtonRight AddForm = new("agenda.add.form", AddItem.Needs);
    public static readonly ButtonRight Add = new("agenda.add", AddItem.Needs, "a proposal, until the secretariat accepts it");
    public static readonly ButtonRight EditForm = new("agenda.edit.form", EditItem.Needs);
    public static readonly ButtonRight Edit = new("agenda.edit", EditItem.Needs);
    public static readonly ButtonRight Move = new("agenda.move", MoveItem.Needs);
    public static readonly ButtonRight Remove = new("agenda.remove", Who.With(RemoveItem.NeedsOfOthers), "others their own unanswered proposal") { Needs = RemoveItem.Needs };
    public static readonly ButtonRight Restore = new("agenda.restore", RestoreItem.Needs);
    public static readonly ButtonRight Proposals = new("agenda.proposals", AcceptProposal.Needs);
    public static readonly ButtonRight Proposal = new("agenda.proposal", AcceptProposal.Needs);
    public static readonly ButtonRight Accept = new("agenda.accept", AcceptProposal.Needs);
    public static readonly ButtonRight Decline = new("agenda.decline", DeclineProposal.Needs);
    public static readonly ButtonRight DecideForm = new("agenda.decide.form", RecordDecision.Needs);
    public static readonly ButtonRight Decide = new("agenda.decide", RecordDecision.Needs);
    public static readonly ButtonRight Votes = new("agenda.votes", RecordItemVote.Needs);
    public static readonly ButtonRight VoteForm = new("agenda.vote.form", RecordItemVote.Needs);
    public static readonly ButtonRight Vote = new("agenda.vote", RecordItemVote.Needs);
    public static readonly ButtonRight RemoveVote = new("agenda.vote.remove", RecordItemVote.Needs);
    public static readonly ButtonRight Additions = new("agenda.additions", AddToMinutes.Needs);
    public static readonly ButtonRight AdditionForm = new("agenda.addition.form", AddToMinutes.Needs);
    public static readonly ButtonRight Addition = new("agenda.addition", AddToMinutes.Needs);
    public static readonly ButtonRight RemoveAddition = new("agenda.addition.remove", AddToMinutes.Needs);
    public static readonly ButtonRight AnswersForm = new("agenda.answers.form", AnswerRecommendations.Needs);
    public static readonly ButtonRight Answers = new("agenda.answers", AnswerRecommendations.Needs);
    public static readonly ButtonRight Decisions = new("agenda.decisions", AgendaQueries.Needs);
    public static readonly ButtonRight UndoDecision = new("agenda.decide.undo", Agendas.Decisions.UndoDecision.Needs);
    public static readonly ButtonRight Postpone = new("agenda.postpone", PostponeItem.Needs);
}
