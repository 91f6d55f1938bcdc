using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Minutes;

/// <summary>Which forum a document is of, by what it calls it. Two that fit are as bad as none: it is asked, not guessed.</summary>
internal static class ForumMatch
{
    /// <param name="forums">All forums.</param>
    /// <param name="key">The key that the person named; outranks the document.</param>
    /// <param name="written">What the document calls its forum.</param>
    internal static Result<Forum> Find(IReadOnlyList<Forum> forums, string? key, string? written)
    {
        var named = DanishText.Fold(key ?? written);
        var exact = forums.Where(forum => DanishText.Fold(forum.Key) == named || DanishText.Fold(forum.Name) == named).ToList();
        if (exact.Count == 1)
            return exact[0];

        var within = key is null
            ? forums.Where(forum => $" {Words(named)} ".Contains($" {Words(DanishText.Fold(forum.Name))} ", StringComparison.Ordinal)).ToList()
            : [];
        return within.Count == 1 ? within[0] : new ImportForumUnknown(key ?? written, ListOf(forums));
    }

    private static string Words(string folded) =>
        string.Join(' ', folded.Split([' ', ',', ';', ':', '.', '-', '/', '(', ')', '»', '«'], StringSplitOptions.RemoveEmptyEntries));

    private static string ListOf(IReadOnlyList<Forum> forums) => forums.Count == 0
        ? "der er ingen forummer endnu"
        : DanishFormat.List(forums.OrderBy(forum => forum.Level).Select(forum => $"{forum.Key} ({forum.Name})"), "eller");
}
