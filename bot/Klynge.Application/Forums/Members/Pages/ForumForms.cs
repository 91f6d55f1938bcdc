using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Members.Cards;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Forums.People;
using Klynge.Application.Forums.Templates;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>
/// The forms by which a forum's secretariat changes its members and rules on a page: filled in, looked at as a proposal, confirmed. The change
/// itself is <see cref="ChangeForum"/>, as from a card. An error is for whoever may not, or what there is not; everything else that hinders is
/// said on the form, with what was typed.
/// </summary>
public sealed class ForumForms(Gate gate, IDbContextFactory<KlyngeContext> contexts, ChangeForum change, ReadMemberTable tables, ReadRoster rosters)
{
    public const Permission Needs = ChangeForum.Needs;

    private const int MaxQuestions = 50;

    /// <summary>The form as it begins.</summary>
    /// <param name="seat">The seat that it is about: one of this forum's, or there is none.</param>
    /// <param name="template">Whose seats the table of a forum without voters begins with; null for an empty table.</param>
    public async Task<Result<ForumFormPage>> ReadAsync(ChatTurn turn, string key, ForumFormKind kind, MemberId? seat, CancellationToken cancellationToken, string? template = null)
    {
        if (!(await OpenAsync(turn, key, kind, seat, cancellationToken)).TryGet(out var open, out var error))
            return error;

        if (kind != ForumFormKind.Table)
            return open.Form;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ActiveSeats(open.Forum.Id, turn.Today).AnyAsync(one => one.HasVote, cancellationToken)
            ? open.Form
            : open.Form with { OffersTemplates = true, Fields = [.. open.Form.Fields.Select(field => field.Name == MemberInput.Table ? field with { Value = TemplateTable.Of(ForumTemplate.Find(template), open.Forum) } : field)] };
    }

    /// <summary>Back from the proposal to the fields, with what was typed.</summary>
    public async Task<Result<ForumFormPage>> FillAsync(ChatTurn turn, string key, TypedForm typed, CancellationToken cancellationToken) =>
        (await OpenAsync(turn, key, typed.Kind, typed.Seat, cancellationToken)).TryGet(out var open, out var error) ? Typed(open.Form, typed) : error;

    /// <summary>What the form would do; nothing is saved.</summary>
    public async Task<Result<ForumFormPage>> ProposeAsync(ChatTurn turn, string key, TypedForm typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return (await OpenAsync(turn, key, typed.Kind, typed.Seat, cancellationToken)).TryGet(out var open, out var error)
            ? await ProposeAsync(turn, open.Forum, WithFile(Typed(open.Form, typed), typed), cancellationToken)
            : error;
    }

    /// <summary>Writes what was looked at: <see cref="TypedForm.Seen"/> says which. Where the forum is another by now, the new proposal is the answer.</summary>
    public async Task<Result<ForumFormPage>> ConfirmAsync(ChatTurn turn, string key, TypedForm typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (!(await OpenAsync(turn, key, typed.Kind, typed.Seat, cancellationToken)).TryGet(out var open, out var error))
            return error;

        var sent = IsUntold(open.Form) ? Typed(open.Form, typed) : open.Form.AsSent(typed).Measured();
        if (sent.Problems.Count > 0)
            return sent;

        var (meant, asked) = await MeantAsync(turn, open.Forum, sent, cancellationToken);
        if (meant is null)
            return asked;

        var result = await change.HandleAsync(turn.Caller, new ChangeForumRequest(open.Forum.Id, meant.Change, typed.Seen ?? string.Empty), cancellationToken);
        if (result.TryGet(out var done, out var refused))
            return sent with { Done = done };

        return refused is ForumChangedMeanwhile
            ? (await ProposeAsync(turn, open.Forum, Typed(open.Form, typed), cancellationToken)).Refused(refused.Text)
            : Refused(sent, refused);
    }

    private async Task<ForumFormPage> ProposeAsync(ChatTurn turn, Forum forum, ForumFormPage form, CancellationToken cancellationToken)
    {
        form = form.Measured();
        if (form.Problems.Count > 0)
            return form;

        var (meant, asked) = await MeantAsync(turn, forum, form, cancellationToken);
        if (meant is null)
            return asked;

        if (form.Kind == ForumFormKind.Roster && meant.Change.Seats.Count == 0)
            return form.Refused(new NobodyTicked().Text);

        var preview = await change.PreviewAsync(turn.Caller, forum.Id, meant.Change, cancellationToken);
        return preview.TryGet(out var shown, out var refused) ? form with { Proposal = shown, Notes = meant.Notes } : Refused(form, refused);
    }

    private async Task<(TableReading? Meant, ForumFormPage Form)> MeantAsync(ChatTurn turn, Forum forum, ForumFormPage form, CancellationToken cancellationToken)
    {
        var result = form.Kind switch
        {
            ForumFormKind.Table => await TableAsync(turn, forum, form, cancellationToken),
            ForumFormKind.Roster => RosterFields.ChangeOf(form, form.Roster!, turn.Today).TryGet(out var ticked, out var unsaid) ? new TableReading(ticked, [], []) : unsaid,
            ForumFormKind.Rules => RuleFields.EditsOf(form.Fields).TryGet(out var rules, out var unread) ? new TableReading(new ForumChange([], rules), [], []) : unread,
            _ => SeatFields.EditOf(form).TryGet(out var edit, out var wrong) ? new TableReading(ForumChange.Of(edit), [], []) : wrong,
        };
        if (!result.TryGet(out var meant, out var error))
            return (null, Refused(form, error));

        return meant.Questions.Count > 0 ? (null, form.Refused([.. meant.Questions.Take(MaxQuestions)])) : (meant, form);
    }

    private async Task<Result<TableReading>> TableAsync(ChatTurn turn, Forum forum, ForumFormPage form, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(form.Of(MemberInput.Table)))
            return new TableNotThere();

        return MemberTable.Read(form.Of(MemberInput.Table)).TryGet(out var table, out var error)
            ? await tables.HandleAsync(turn.Caller, forum.Id, table, form.Of(MemberInput.Whole) == "true", cancellationToken)
            : error;
    }

    /// <summary>The rows of a file come into the field of the table, so that what is confirmed is what was looked at.</summary>
    private static ForumFormPage WithFile(ForumFormPage form, TypedForm typed)
    {
        if (form.Kind != ForumFormKind.Table || (typed.File ?? typed.FileProblem) is null)
            return form;

        if (!string.IsNullOrWhiteSpace(form.Of(MemberInput.Table)))
            return form.Refused(PageTexts.TableAndFile);

        return typed.FileProblem is { } problem
            ? form.Refused(problem)
            : form with { Fields = [.. form.Fields.Select(field => field.Name == MemberInput.Table ? field with { Value = typed.File!.ReplaceLineEndings("\n").TrimEnd() } : field)] };
    }

    /// <summary>Beside its field where it is said of one, and over the form in any case.</summary>
    private static ForumFormPage Refused(ForumFormPage form, Error refused)
    {
        IReadOnlyList<(string Rule, string Why)> told = refused switch
        {
            ChangeDoesNotFit { Rules: var rules } => rules,
            PercentUnreadable { Rule: var rule, Text: var why } => [(rule, why)],
            RuleIsEmpty { Rule: var rule, Text: var why } => [(rule, why)],
            _ => [],
        };
        var named = told.Where(one => form.Fields.Any(field => field.Name == one.Rule)).DistinctBy(one => one.Rule, StringComparer.Ordinal).ToDictionary(one => one.Rule, one => one.Why, StringComparer.Ordinal);
        return named.Count == 0
            ? form.Refused(refused.Text)
            : (form with { Fields = [.. form.Fields.Select(field => field with { Problem = named.GetValueOrDefault(field.Name) })] })
                .Refused([.. form.Fields.Where(field => named.ContainsKey(field.Name)).Select(field => PageTexts.OfField(field.Label, named[field.Name]))]);
    }

    private async Task<Result<(ForumFormPage Form, Forum Forum)>> OpenAsync(ChatTurn turn, string key, ForumFormKind kind, MemberId? seat, CancellationToken cancellationToken)
    {
        if (!(await gate.EnterAsync(turn, key, Needs, date: null, cancellationToken)).TryGet(out var visit, out var error))
            return error;

        var page = new ForumFormPage(visit.Forum.Key, visit.Forum.Name, visit.Board, kind, seat, string.Empty, []);
        if (kind == ForumFormKind.Roster)
            return (await RosterAsync(turn, page, visit.Forum, cancellationToken), visit.Forum);

        if (kind is not (ForumFormKind.EditSeat or ForumFormKind.EndSeat))
            return (Begin(page, visit.Forum), visit.Forum);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (seat is not { } id || await SeatAsync(db, visit.Forum.Id, id, cancellationToken) is not { } line)
            return turn.Found.Refuse(new SeatNotFound(), visit.Forum.Id);

        return kind == ForumFormKind.EditSeat
            ? (page with { Heading = MemberTexts.EditHeading(line.Name), Fields = SeatFields.Edit(line) }, visit.Forum)
            : (page with { Heading = MemberTexts.EndHeading(line.Name), Lead = $"{MemberTexts.Facts(line.Seat)}. {MemberTexts.EndMore}", Fields = SeatFields.End(turn.Today) }, visit.Forum);
    }

    private async Task<ForumFormPage> RosterAsync(ChatTurn turn, ForumFormPage page, Forum forum, CancellationToken cancellationToken)
    {
        page = page with { Heading = PageTexts.RosterHeading, Lead = PageTexts.RosterLead };
        return (await rosters.HandleAsync(turn.Caller, forum.Id, cancellationToken)).TryGet(out var roster, out var untold)
            ? page with { Roster = roster, Fields = RosterFields.Of(roster) }
            : page.Refused(untold.Text);
    }

    /// <summary>Who is in the chat cannot be said, so there are no fields; what was typed in them waits.</summary>
    private static bool IsUntold(ForumFormPage form) => form is { Kind: ForumFormKind.Roster, Roster: null };

    private static ForumFormPage Typed(ForumFormPage form, TypedForm typed) => IsUntold(form)
        ? form with { Fields = [.. typed.Values.Where(field => field.Value.Length is > 0 and <= TypedForm.MaxLength).Select(field => new FormField(field.Key, string.Empty, FieldKind.Hidden, field.Value, typed.WasOf(field.Key) ?? string.Empty))] }
        : form.With(typed);

    private static ForumFormPage Begin(ForumFormPage page, Forum forum) => page.Kind switch
    {
        ForumFormKind.AddMember => page with { Heading = MemberTexts.Add, Fields = SeatFields.Add() },
        ForumFormKind.Table => page with { Heading = PageTexts.TableHeading, Fields = SeatFields.Table() },
        _ => page with { Heading = PageTexts.RulesHeading, Lead = PageTexts.RulesLead, Fields = RuleFields.Of(forum.Rules) },
    };

    /// <summary>One seat of this forum, those that are over too; one that never began is none.</summary>
    private static async Task<MemberLine?> SeatAsync(KlyngeContext db, ForumId forum, MemberId id, CancellationToken cancellationToken)
    {
        var seats = await db.Members.AsNoTracking()
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => seat.ForumId == forum)
            .ToListAsync(cancellationToken);
        if (seats.Find(seat => seat.Id == id) is not { } found || !ExportBoard.HasBeen(found))
            return null;

        var labels = PeopleLabels.Of(seats);
        return new MemberLine(found, labels.GetValueOrDefault(found.PersonId, found.Person.Name), [.. found.SubstitutePeople.Select(one => labels.GetValueOrDefault(one.Id, one.Name))], IsComing: false);
    }
}

public sealed record TableNotThere()
    : Error(PageTexts.NothingTyped);
