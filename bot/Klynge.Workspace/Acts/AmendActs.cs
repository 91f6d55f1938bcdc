using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Klynge.Workspace.Pages.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>A case that is out, changed from its page: a new version that everybody answers again, or another deadline and nothing else.</summary>
internal static class AmendActs
{
    /// <summary>The button that moves the deadline alone.</summary>
    internal const string OnlyDeadlineField = "onlyDeadline";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageRights.AmendCase, (string id, Visitor visitor, ReadCaseForm read, CancellationToken cancellationToken) =>
            CaseFormActs.ShowAsync(visitor, read.AmendAsync(visitor.Turn, CaseFormActs.CaseOf(id), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageActs.AmendCase, AmendAsync);
    }

    private static async Task<IResult> AmendAsync(string id, Visitor visitor, AmendWrittenProcedure amend, ReadCaseForm read, ReadCase cases, CancellationToken cancellationToken)
    {
        var (procedure, data) = (CaseFormActs.CaseOf(id), await visitor.FieldsAsync());
        var request = new AmendWrittenProcedureRequest(
            default, procedure, CaseFormActs.FormOf(data), data.Text(CaseActs.AcceptedField), PreviewCard.AcceptedSources(data), data.Integer(CaseFormActs.RevisionField), data.Flag(OnlyDeadlineField) == true);
        if (!(await visitor.EnterAsync(PageActs.AmendCase, procedure)).TryGet(out var visit, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var result = await amend.HandleAsync(visitor.Turn.Caller, request with { Forum = visit.Forum.Id }, cancellationToken);
        if (!result.TryGet(out var amended, out var error))
            return await AgainAsync(visitor, read, visit.Forum, request, error, cancellationToken);

        var now = await cases.HandleAsync(visitor.Turn, procedure, cancellationToken);
        return visitor.Tell(new Told(CaseLinks.Of(procedure), now.TryGet(out var page, out _) ? Sentence(amended, page.View) : Words.NothingChanged));
    }

    /// <summary>What stays a link is said once more, for it may have come with this change.</summary>
    private static string Sentence(AmendedCase amended, ProcedureView now) => amended.Effect switch
    {
        AmendEffect.SentAgain when now.Case.Attachments.Where(attachment => attachment.IsLinkOnly).Select(attachment => attachment.Name).ToList() is { Count: > 0 } links =>
            $"{Words.SentAgain(amended.Seats)} {Words.AreLinks(links)}",
        AmendEffect.SentAgain => Words.SentAgain(amended.Seats),
        AmendEffect.DeadlineMoved => Words.DeadlineMovedByYou(now.Deadline),
        _ => Words.NothingChanged,
    };

    /// <summary>Word for word what was typed, with what is wrong at its field; or beside it what somebody else has sent meanwhile.</summary>
    private static async Task<IResult> AgainAsync(
        Visitor visitor, ReadCaseForm read, Domain.Forums.Forum forum, AmendWrittenProcedureRequest request, Error error, CancellationToken cancellationToken)
    {
        if (!(await read.AmendAsync(visitor.Turn, request.Procedure, cancellationToken)).TryGet(out var now, out _))
        {
            // It was closed meanwhile: there is no form of it, and what was typed is shown with why.
            return Visitor.Again<CaseForm, CaseFormPage>(CaseFormPage.Of(forum, visitor.Turn.Today, request.Form) with { Procedure = request.Procedure, Amends = new Amendment(string.Empty, null, null), Refusal = error.Text });
        }

        var page = now with { Form = request.Form, Revision = request.SeenRevision, Links = (error as LinksNotFrozen)?.Links ?? [] };
        return Visitor.Again<CaseForm, CaseFormPage>(error switch
        {
            CaseChangedMeanwhile => page.Against(now) with { Refusal = error.Text },
            DraftInvalid invalid => page with { Wrong = invalid.Fields, Refusal = Words.FixTheForm },
            _ when FieldOf(error) is { } field => page with { Wrong = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = error.Text }, Refusal = Words.FixTheForm },
            _ => page with { Refusal = error.Text },
        });
    }

    private static string? FieldOf(Error error) => error switch
    {
        TextIsChangedToo => ProcedureForm.DateField,
        ReasonForChangeMissing or NoteTooLong => ProcedureForm.ReasonField,
        LinksNotFrozen or AttachmentNotReadable or AttachmentOutOfReach or AttachmentNotCopied or AttachmentNotYours or AttachmentIsClosed => ProcedureForm.AttachmentsField,
        _ => null,
    };
}
