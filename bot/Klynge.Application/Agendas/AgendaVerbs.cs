using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>The agenda's buttons, and who may press each.</summary>
public static class AgendaVerbs
{
    public static readonly ButtonRight Show = new("agenda.show", Permission.ReadAgenda);
    public static readonly ButtonRight Full = new("agenda.full", Permission.ReadAgenda);
    public static readonly ButtonRight SendForm = new("agenda.send.form", Permission.ManageAgenda);
    public static readonly ButtonRight Send = new("agenda.send", Permission.ManageAgenda);
    public static readonly ButtonRight Item = new("agenda.item", Permission.ReadAgenda);
    public static readonly ButtonRight AddForm = new("agenda.add.form", Permission.ProposeItem);
    public static readonly ButtonRight Add = new("agenda.add", Permission.ProposeItem, "a proposal, until the secretariat accepts it");
    public static readonly ButtonRight EditForm = new("agenda.edit.form", Permission.ManageAgenda);
    public static readonly ButtonRight Edit = new("agenda.edit", Permission.ManageAgenda);
    public static readonly ButtonRight Move = new("agenda.move", Permission.ManageAgenda);
    public static readonly ButtonRight Remove = new("agenda.remove", Actors.Secretariat, "others their own unanswered proposal") { Needs = Permission.ReadAgenda };
    public static readonly ButtonRight Restore = new("agenda.restore", Permission.ManageAgenda);
    public static readonly ButtonRight Proposals = new("agenda.proposals", Permission.ManageAgenda);
    public static readonly ButtonRight Proposal = new("agenda.proposal", Permission.ManageAgenda);
    public static readonly ButtonRight Accept = new("agenda.accept", Permission.ManageAgenda);
    public static readonly ButtonRight Decline = new("agenda.decline", Permission.ManageAgenda);
    public static readonly ButtonRight DecideForm = new("agenda.decide.form", Permission.RecordDecision);
    public static readonly ButtonRight Decide = new("agenda.decide", Permission.RecordDecision);
    public static readonly ButtonRight Decisions = new("agenda.decisions", Permission.ReadAgenda);
    public static readonly ButtonRight UndoDecision = new("agenda.decide.undo", Permission.RecordDecision);
    public static readonly ButtonRight Postpone = new("agenda.postpone", Permission.ManageAgenda);
}
