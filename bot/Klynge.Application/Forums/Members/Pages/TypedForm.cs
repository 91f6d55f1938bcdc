using Klynge.Application.Forums.Members.Rosters;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>Which form of a forum's page.</summary>
public enum ForumFormKind
{
    AddMember = 1,
    EditSeat,
    EndSeat,
    Table,
    Rules,

    /// <summary>Who is in the forum's chat.</summary>
    Roster,
}

/// <summary>What somebody sent with a form of a forum's page. Anybody may have written anything into it.</summary>
/// <param name="Seat">Which seat it is about; null for a form that is about none.</param>
/// <param name="Values">Each field as it was typed.</param>
/// <param name="Was">Each field as it stood when the form was drawn.</param>
public sealed record TypedForm(ForumFormKind Kind, MemberId? Seat, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Was)
{
    /// <summary>Longer than any field but a table is meant to hold.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The version of the proposal that is confirmed; null where none was looked at.</summary>
    public string? Seen { get; init; }

    /// <summary>The rows of an uploaded file, as a table would be pasted; null where none was sent.</summary>
    public string? File { get; init; }

    /// <summary>Why an uploaded file cannot be read; null where it can, or none was sent.</summary>
    public string? FileProblem { get; init; }

    /// <summary>A browser sends line ends as CRLF, and keeps what stands around the words. The lines of a table keep their numbers.</summary>
    internal string? Of(string name) => name == Cards.MemberInput.Table
        ? Values.GetValueOrDefault(name)?.ReplaceLineEndings("\n").TrimEnd()
        : Values.GetValueOrDefault(name)?.ReplaceLineEndings("\n").Trim();

    internal string? WasOf(string name) => Was.GetValueOrDefault(name)?.ReplaceLineEndings("\n").Trim();
}

/// <summary>A form as its page draws it, or what it would do.</summary>
/// <param name="Key">The forum's.</param>
public sealed record ForumFormPage(string Key, string Forum, string Board, ForumFormKind Kind, MemberId? Seat, string Heading, IReadOnlyList<FormField> Fields)
{
    /// <summary>What to read ahead of the fields; null for nothing.</summary>
    public string? Lead { get; init; }

    /// <summary>Why it cannot be, and what to ask: a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What somebody else has changed since the form was drawn, with both texts.</summary>
    public IReadOnlyList<string> Meanwhile { get; init; } = [];

    /// <summary>The forum has no voters yet, and its table may begin with the seats of a template.</summary>
    public bool OffersTemplates { get; init; }

    /// <summary>Who is in the forum's chat, as it was read for the form; null for another form, and where Teams does not tell.</summary>
    public ChatRoster? Roster { get; init; }

    /// <summary>What is good to know and changes nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What it would do; null while the fields are filled in.</summary>
    public ForumPreview? Proposal { get; init; }

    /// <summary>What was changed; null where nothing was.</summary>
    public ForumPreview? Done { get; init; }

    /// <summary>Fields that say something else than what stands now, with what somebody else wrote there.</summary>
    internal ForumFormPage With(TypedForm typed)
    {
        var meanwhile = new List<string>();
        var fields = Fields.Select(now =>
        {
            if (now.Typed(typed) is var sent && (sent.Was == now.Was || !typed.Was.ContainsKey(now.Name)))
                return sent with { Was = now.Was };

            var isOwn = sent.IsChanged && sent.Value != now.Value;
            meanwhile.Add(isOwn
                ? PageTexts.BothChanged(now.Label, now.Shown(sent.Was), now.Shown(now.Value), now.Shown(sent.Value))
                : PageTexts.ChangedMeanwhile(now.Label, now.Shown(sent.Was), now.Shown(now.Value)));
            return isOwn ? sent with { Was = now.Value } : now;
        }).ToList();
        return this with { Fields = fields, Meanwhile = meanwhile };
    }

    /// <summary>As it was sent, held against nothing: the same press again means the same.</summary>
    internal ForumFormPage AsSent(TypedForm typed) => this with { Fields = [.. Fields.Select(field => field.Typed(typed))] };

    internal ForumFormPage Refused(params IReadOnlyList<string> sentences) => this with { Problems = [.. Problems, .. sentences] };

    internal string Of(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value ?? string.Empty;

    /// <summary>Marks the fields that are longer than a field is.</summary>
    internal ForumFormPage Measured() => Fields.Any(IsTooLong)
        ? (this with { Fields = [.. Fields.Select(field => IsTooLong(field) ? field with { Problem = PageTexts.TooLong(field.Label) } : field)] }).Refused(PageTexts.SomeTooLong)
        : this;

    private static bool IsTooLong(FormField field) => field.Name != Cards.MemberInput.Table && field.Value.Length > TypedForm.MaxLength;
}
