using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>Reads what a person wrote out of what the channel made of it. Every step is linear in the length of the text.</summary>
internal static partial class MessageText
{
    private const RegexOptions Reading = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public static string Read(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text))
            return "";

        var text = MentionTag().Replace(WithoutOwnMention(activity), "");
        if (activity.TextFormat is "xml" or "html")
            text = Tag().Replace(BreakTag().Replace(text, "\n"), "");
        return Fold(WebUtility.HtmlDecode(text));
    }

    public static IReadOnlyList<Mention> Mentions(Activity activity)
    {
        var text = activity.Text ?? string.Empty;
        return
        [
            .. (activity.Entities ?? [])
                .Where(entity => entity is { Type: Entity.MentionType, Text.Length: > 0, Mentioned.Id: { Length: > 0 } id } && id != activity.Recipient?.Id)
                .OrderBy(entity => text.IndexOf(entity.Text!, StringComparison.Ordinal))
                .Select(entity => new Mention(NameOf(entity.Text!), entity.Mentioned!.Id!, entity.Mentioned.AadObjectId ?? entity.Mentioned.ObjectId)),
        ];
    }

    private static string NameOf(string mention) => Fold(WebUtility.HtmlDecode(MentionTag().Replace(mention, ""))).Trim();

    private static string WithoutOwnMention(Activity activity)
    {
        var text = activity.Text!;
        if (activity.Recipient?.Id is not { Length: > 0 } bot)
            return text;

        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: Entity.MentionType, Text.Length: > 0, Mentioned.Id: { } id } && id == bot)
                text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.AsSpan().EnumerateRunes())
            Append(folded, letter);
        while (folded.Length > 0 && folded[^1] is ' ' or '\n')
            folded.Length--;
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune letter)
    {
        if (letter.Value is '\n' or 0x2028 or 0x2029 or 0x85)
        {
            if (folded.Length > 0 && folded[^1] == ' ')
                folded.Length--;
            if (folded.Length > 0)
                folded.Append('\n');
        }
        else if (Rune.IsWhiteSpace(letter))
        {
            if (folded.Length > 0 && folded[^1] is not (' ' or '\n'))
                folded.Append(' ');
        }
        else if (!Rune.IsControl(letter) && letter.Value is not (0x200B or 0x2060 or 0xFEFF or 0xAD))
        {
            folded.Append(letter.ToString());
        }
    }

    [GeneratedRegex(@"</?at(\s[^<>]*)?>", Reading)]
    private static partial Regex MentionTag();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|tr)>", Reading)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"</?[a-z][^<>]*>", Reading)]
    private static partial Regex Tag();
}

/// <summary>Somebody whom a message mentions, other than the bot.</summary>
/// <param name="Name">As it stands in <see cref="TurnContext.Text"/>; a display name, and so no key.</param>
/// <param name="Id">The channel's id of the account (<c>29:…</c>).</param>
/// <param name="AadObjectId">The account's id in Entra, where the channel tells it.</param>
public sealed record Mention(string Name, string Id, string? AadObjectId);
