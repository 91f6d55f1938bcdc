namespace Klynge.Application.Agendas;

/// <summary>The verbs of the agenda's buttons, and of the buttons on its cards that other features answer.</summary>
public static class AgendaVerbs
{
    public const string Show = "agenda.show";
    public const string Full = "agenda.full";
    public const string SendForm = "agenda.send.form";
    public const string Send = "agenda.send";
    public const string Item = "agenda.item";
    public const string AddForm = "agenda.add.form";
    public const string Add = "agenda.add";
    public const string EditForm = "agenda.edit.form";
    public const string Edit = "agenda.edit";
    public const string Move = "agenda.move";
    public const string Remove = "agenda.remove";
    public const string Restore = "agenda.restore";
    public const string Proposals = "agenda.proposals";
    public const string Proposal = "agenda.proposal";
    public const string Accept = "agenda.accept";
    public const string Decline = "agenda.decline";
    public const string DecideForm = "agenda.decide.form";
    public const string Decide = "agenda.decide";
    public const string Decisions = "agenda.decisions";
    public const string UndoDecision = "agenda.decide.undo";
    public const string Postpone = "agenda.postpone";

    /// <summary>Of the feature that keeps apologies.</summary>
    public const string ApologyForm = "attendance.form";

    /// <inheritdoc cref="ApologyForm"/>
    public const string ApologyWithdraw = "attendance.withdraw";

    /// <summary>Of the feature that keeps written procedures.</summary>
    public const string WrittenProcedureForm = "procedure.form";

    /// <inheritdoc cref="WrittenProcedureForm"/>
    public const string WrittenProcedure = "procedure.view";

    /// <summary>Of the feature that writes minutes.</summary>
    public const string Minutes = "minutes.show";
}
