using Klynge.Application.Chat;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.Templates;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.NewForums;

/// <summary>
/// The page on which a forum's secretariat makes others from a template: chosen, named, looked at, made. An error is for whoever may not;
/// everything else that hinders is said on the form, with what was typed.
/// </summary>
public sealed class ReadNewForums(Gate gate, MakeForums make)
{
    public const Permission Needs = MakeForums.Needs;

    /// <summary>Ahead of a template's key: the field of that forum's name.</summary>
    public const string NameField = "navn.";

    /// <summary>The choice; or the fields of what was chosen.</summary>
    public async Task<Result<NewForumsPage>> ReadAsync(ChatTurn turn, string key, string? template, CancellationToken cancellationToken) =>
        (await OpenAsync(turn, key, template, cancellationToken)).TryGet(out var open, out var error) ? open.Page : error;

    /// <summary>What the names would make; nothing is saved.</summary>
    /// <param name="typed">By the fields' names, as anybody may have sent it.</param>
    public async Task<Result<NewForumsPage>> ProposeAsync(ChatTurn turn, string key, string? template, IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (!(await OpenAsync(turn, key, template, cancellationToken)).TryGet(out var open, out var error))
            return error;

        var page = Typed(open.Page, typed);
        return page.Template is null ? page with { Refusal = new TemplateNotFound().Text }
            : (await make.PreviewAsync(turn.Caller, RequestOf(page, open.Forum), cancellationToken)).TryGet(out var shown, out error) ? page with { Proposal = shown }
            : Refused(page, error);
    }

    /// <summary>Makes what was looked at: <see cref="NewForumsPage.Done"/> says so.</summary>
    public async Task<Result<NewForumsPage>> ConfirmAsync(ChatTurn turn, string key, string? template, IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (!(await OpenAsync(turn, key, template, cancellationToken)).TryGet(out var open, out var error))
            return error;

        var page = Typed(open.Page, typed);
        return page.Template is null ? page with { Refusal = new TemplateNotFound().Text }
            : (await make.HandleAsync(turn.Caller, RequestOf(page, open.Forum), cancellationToken)).TryGet(out var made, out error) ? page with { Done = made }
            : Refused(page, error);
    }

    private async Task<Result<(NewForumsPage Page, Forum Forum)>> OpenAsync(ChatTurn turn, string key, string? template, CancellationToken cancellationToken)
    {
        if (!(await gate.EnterAsync(turn, key, Needs, date: null, cancellationToken)).TryGet(out var visit, out var error))
            return error;

        var chosen = string.IsNullOrEmpty(template) ? null : ForumTemplate.Find(template);
        return (new NewForumsPage(visit.Forum.Key, visit.Forum.Name, visit.Board, chosen, chosen is null ? [] : FieldsOf(chosen)), visit.Forum);
    }

    private static IReadOnlyList<FormField> FieldsOf(ForumTemplate template) =>
    [
        .. template.Forums.Select(forum => new FormField(NameField + forum.Key, NewForumTexts.NameLabel(forum.Name), FieldKind.Text, template.Forums.Count == 1 ? string.Empty : forum.Name, string.Empty) { IsRequired = true }),
    ];

    private static NewForumsPage Typed(NewForumsPage page, IReadOnlyDictionary<string, string> typed) =>
        page with { Fields = [.. page.Fields.Select(field => field with { Value = DanishText.Clean(typed.GetValueOrDefault(field.Name)) })] };

    private static MakeForumsRequest RequestOf(NewForumsPage page, Forum forum) => new(forum.Id, page.Template!.Name, [.. page.Fields.Select(field => field.Value)]);

    private static NewForumsPage Refused(NewForumsPage page, Error error) => error is NewNamesDoNotFit { Names: var names }
        ? page with { Refusal = error.Text, Fields = [.. page.Fields.Select(field => field with { Problem = names.GetValueOrDefault(field.Name[NameField.Length..]) })] }
        : page with { Refusal = error.Text };
}

/// <param name="Key">Of the forum that the reader comes from.</param>
/// <param name="Template">What was chosen; null where that is still to be done.</param>
/// <param name="Fields">A name for each forum of it.</param>
public sealed record NewForumsPage(string Key, string Forum, string Board, ForumTemplate? Template, IReadOnlyList<FormField> Fields)
{
    /// <summary>Why nothing was made; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>What would be made; null while it is chosen and named.</summary>
    public MadeForums? Proposal { get; init; }

    /// <summary>What was made; null where nothing was.</summary>
    public MadeForums? Done { get; init; }
}
