using Klynge.Application.Deadlines;
using Klynge.Application.Rights;

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

    public static readonly PageAct UndoDeadline =
        new("/frister/{forum}/{id}/fortryd", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);
}
