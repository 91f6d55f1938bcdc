using Klynge.Application.Forums;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Workspace.Pages.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts;

/// <summary>The form of a case: drawn, saved as a draft, and drawn again where something in it is to be put right.</summary>
internal static class CaseFormActs
{
    internal const string NewField = "ny";
    internal const string ItemField = "punkt";
    internal const string RevisionField = "version";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageRights.NewCase, (string? forum, string? punkt, Visitor visitor, ReadCaseForm read, CancellationToken cancellationToken) =>
            ShowAsync(visitor, read.NewAsync(visitor.Turn, forum ?? string.Empty, ItemOf(punkt), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageRights.EditCase, (string id, Visitor visitor, ReadCaseForm read, CancellationToken cancellationToken) =>
            ShowAsync(visitor, read.EditAsync(visitor.Turn, CaseOf(id), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageActs.SaveNewCase, (string key, Visitor visitor, SaveProcedureDraft save, ReadCaseForm read, CancellationToken cancellationToken) =>
            SaveAsync(visitor, visitor.EnterAsync(PageActs.SaveNewCase, key), procedure: null, save, read, cancellationToken));
        WorkspaceEndpoints.Map(workspace, PageActs.SaveCase, (string id, Visitor visitor, SaveProcedureDraft save, ReadCaseForm read, CancellationToken cancellationToken) =>
            SaveAsync(visitor, visitor.EnterAsync(PageActs.SaveCase, CaseOf(id)), CaseOf(id), save, read, cancellationToken));
    }

    internal static WrittenProcedureId CaseOf(string id) => new(WorkspaceEndpoints.IdOf(id));

    private static AgendaItemId? ItemOf(string? written) => Guid.TryParse(written, out var id) ? new AgendaItemId(id) : null;

    /// <summary>What was typed; a box that is not ticked is not sent.</summary>
    internal static ProcedureForm FormOf(Teams.Routing.ActionData data) =>
        ProcedureForm.Typed(data) with { IsClosed = data.Text(ProcedureForm.ClosedField) is null ? false : data.Flag(ProcedureForm.ClosedField) };

    internal static async Task<IResult> ShowAsync(Visitor visitor, Task<Result<CaseFormPage>> reading) =>
        (await reading).Error is CaseIsThere there ? Results.Redirect(CaseLinks.Of(there.Id)) : await visitor.ShowAsync<CaseForm, CaseFormPage>(reading);

    private static async Task<IResult> SaveAsync(
        Visitor visitor, Task<Result<Visit>> entering, WrittenProcedureId? procedure, SaveProcedureDraft save, ReadCaseForm read, CancellationToken cancellationToken)
    {
        var data = await visitor.FieldsAsync();
        var form = FormOf(data);
        var request = new SaveProcedureDraftRequest(default, procedure, procedure is null ? ItemOf(data.Text(ItemField)) : null, form)
        {
            New = procedure is null ? new WrittenProcedureId(WorkspaceEndpoints.IdOf(data.Text(NewField) ?? string.Empty)) : null,
            SeenRevision = data.Integer(RevisionField) ?? 1,
        };
        return await visitor.ActAsync(
            entering,
            visit => save.HandleAsync(visitor.Turn.Caller, request with { Forum = visit.Forum.Id }, cancellationToken),
            (_, id) => new Told(CaseLinks.Of(id), WorkspaceTexts.DraftSaved),
            (visit, error) => AgainAsync(visitor, read, visit.Forum, request, error, cancellationToken));
    }

    /// <summary>Word for word what was typed, with what is wrong at its field; or beside it what somebody else has saved.</summary>
    private static async Task<IResult> AgainAsync(Visitor visitor, ReadCaseForm read, Forum forum, SaveProcedureDraftRequest request, Error error, CancellationToken cancellationToken)
    {
        var page = CaseFormPage.Of(forum, visitor.Turn.Today, request.Form) with { Procedure = request.Procedure, New = request.New, Item = request.Item, Revision = request.SeenRevision };
        if (error is DraftInvalid invalid)
            return Visitor.Again<CaseForm, CaseFormPage>(page with { Wrong = invalid.Fields, Refusal = Application.WrittenProcedures.Texts.FixTheForm });

        if (error is DraftChangedMeanwhile && (request.Procedure ?? request.New) is { } changed
            && (await read.EditAsync(visitor.Turn, changed, cancellationToken)).TryGet(out var now, out _))
        {
            return Visitor.Again<CaseForm, CaseFormPage>(page.Against(now) with { Procedure = changed, New = null, Refusal = error.Text });
        }

        return Visitor.Again<CaseForm, CaseFormPage>(page with { Refusal = error.Text });
    }
}
