using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Application.Workspace;

/// <summary>The form of a case that is to be treated in writing: what the card's form asks for.</summary>
public sealed class ReadCaseForm(IDbContextFactory<KlyngeContext> contexts, Gate gate, ProcedureReader reader)
{
    /// <summary>What the page asks for.</summary>
    public const Permission Needs = SaveProcedureDraft.Needs;

    /// <summary>An empty form; or one that is filled in from an item.</summary>
    /// <param name="key">Of the forum.</param>
    /// <param name="item">The item that is to be treated in writing; null for a case of its own.</param>
    /// <returns>The form, or <see cref="CaseIsThere"/> where the item has its case already.</returns>
    public async Task<Result<CaseFormPage>> NewAsync(ChatTurn turn, string key, AgendaItemId? item, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(turn, key, Needs, date: null, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (!visit.Forum.Rules.WrittenProcedures.Allowed)
            return new WrittenProcedureNotAllowed(visit.Forum.Name);

        return item is { } id
            ? await OfItemAsync(turn, visit.Forum, id, cancellationToken)
            : CaseFormPage.Of(visit.Forum, turn.Today, ProcedureForm.Empty(visit.Forum, title: null, turn.Today)) with { New = WrittenProcedureId.New() };
    }

    /// <summary>A draft, to be corrected.</summary>
    public Task<Result<CaseFormPage>> EditAsync(ChatTurn turn, WrittenProcedureId id, CancellationToken cancellationToken) =>
        OfCaseAsync(turn, id, (forum, seen) => seen.View.Status != ProcedureStatus.Draft ? new CaseIsThere(id) : Standing(turn, forum, seen.View), cancellationToken);

    /// <summary>A case that is out, to be changed.</summary>
    public Task<Result<CaseFormPage>> AmendAsync(ChatTurn turn, WrittenProcedureId id, CancellationToken cancellationToken) => OfCaseAsync(
        turn,
        id,
        (forum, seen) => seen.View is not { IsOpen: true } view ? new CaseIsThere(id) : Standing(turn, forum, view) with
        {
            StaysClosed = view.Case.IsClosed,
            Amends = new Amendment(Words.AmendWarning(view.Seats.Count, view.Answered), Words.SendAgain(view.Seats.Count), Words.MoveDeadline(view.Seats.Count - view.Answered)),
        },
        cancellationToken);

    private static CaseFormPage Standing(ChatTurn turn, Forum forum, ProcedureView view) =>
        CaseFormPage.Of(forum, turn.Today, ProcedureForm.Of(view.Case, view.Deadline)) with { Procedure = view.Id, Revision = view.Revision };

    private async Task<Result<CaseFormPage>> OfCaseAsync(ChatTurn turn, WrittenProcedureId id, Func<Forum, CaseSeen, Result<CaseFormPage>> draw, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.WrittenProcedures.Where(one => one.Id == id).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken) is not { } forum)
            return new ProcedureNotFound();

        var entered = await gate.EnterAsync(turn, forum, Needs, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var found = await reader.FindAsync(turn, forum, id, cancellationToken);
        if (!found.TryGet(out var seen, out error))
            return error;

        return draw(visit.Forum, seen);
    }

    private async Task<Result<CaseFormPage>> OfItemAsync(ChatTurn turn, Forum forum, AgendaItemId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var item = await db.AgendaItems.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == id && one.ForumId == forum.Id && one.Status != AgendaItemStatus.Removed && one.Status != AgendaItemStatus.OfMeeting, cancellationToken);
        if (item is null)
            return new ItemNotFound();

        // Whoever sends cases out need not be a reader of this one.
        if (await db.CheckNobodyExcludedAsync(id, cancellationToken) is { } excluded)
            return excluded;

        if (await db.CaseOfItemAsync(forum.Id, id, cancellationToken) is { } existing)
            return new CaseIsThere(existing.Id);

        var form = ProcedureForm.Of(item, forum, turn.Today);
        var page = CaseFormPage.Of(forum, turn.Today, form) with { New = WrittenProcedureId.New(), Item = id, StaysClosed = item.Content.IsClosed };
        return form.Presentation.Length <= CaseText.MaxPresentationLength ? page : page with
        {
            Form = form with { Presentation = DanishText.Shorten(form.Presentation, CaseText.MaxPresentationLength) },
            Wrong = new Dictionary<string, string>(StringComparer.Ordinal) { [ProcedureForm.PresentationField] = Words.PresentationCut(form.Presentation.Length) },
        };
    }
}

/// <summary>There is no form to fill in: the case has its own page.</summary>
public sealed record CaseIsThere(WrittenProcedureId Id) : Error("Sagen har sin egen side.");

/// <param name="Form">What stands in the fields.</param>
public sealed record CaseFormPage(string ForumKey, string Forum, string Rule, NodaTime.LocalDate Earliest, ProcedureForm Form)
{
    /// <summary>The draft that is corrected; null for a new one.</summary>
    public WrittenProcedureId? Procedure { get; init; }

    /// <summary>The id that a new draft gets, so that a form that is sent twice makes one.</summary>
    public WrittenProcedureId? New { get; init; }

    public AgendaItemId? Item { get; init; }

    /// <summary>What the draft was when the form was drawn.</summary>
    public int? Revision { get; init; }

    /// <inheritdoc cref="FormCard.StaysClosed"/>
    public bool StaysClosed { get; init; }

    /// <summary>What a change of a case that is out means; null for a draft.</summary>
    public Amendment? Amends { get; init; }

    /// <summary>The links that stay links, of which the form tells; sent again, it is with them.</summary>
    public IReadOnlyList<LinkOnly> Links { get; init; } = [];

    /// <summary>What is wrong, by the fields' names.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why it was not saved; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>What another has saved meanwhile, by the fields' names; empty where nobody has.</summary>
    public IReadOnlyDictionary<string, string> Saved { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static CaseFormPage Of(Forum forum, NodaTime.LocalDate today, ProcedureForm form) => new(
        forum.Key,
        forum.Name,
        Words.Rule(forum.Rules.WrittenProcedures, forum.Rules.WrittenProcedures.AnswerPerRecommendation ? SeparateAnswers.Fewest : null),
        OpeningRules.EarliestDay(forum, today),
        form);

    /// <summary>What was typed, beside what another has saved: sent again, it takes the other's place.</summary>
    /// <param name="now">The draft as it stands.</param>
    internal CaseFormPage Against(CaseFormPage now)
    {
        var fields = new (string Name, Func<ProcedureForm, string> Text)[]
        {
            (ProcedureForm.TitleField, form => form.Title), (ProcedureForm.SummaryField, form => form.Summary), (ProcedureForm.PresentationField, form => form.Presentation),
            (ProcedureForm.RecommendationsField, form => form.Recommendations), (ProcedureForm.AttachmentsField, form => form.Attachments),
            (ProcedureForm.DateField, form => form.Date), (ProcedureForm.TimeField, form => form.Time),
        };
        return this with
        {
            Revision = now.Revision,
            Saved = fields.Where(field => field.Text(now.Form) != field.Text(Form)).ToDictionary(field => field.Name, field => field.Text(now.Form), StringComparer.Ordinal),
        };
    }
}

/// <param name="Warning">What it costs those who were asked.</param>
/// <param name="SendAgain">The button that sends it to everybody again; null where it can be changed no more.</param>
/// <param name="MoveDeadline">The button that moves the deadline and nothing else, and says who hears of it; null where it cannot be.</param>
public sealed record Amendment(string Warning, string? SendAgain, string? MoveDeadline);
