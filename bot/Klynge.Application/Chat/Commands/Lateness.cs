namespace Klynge.Application.Chat.Commands;

/// <summary>"Jeg kommer 10 min for sent", "må gå før tid": whoever says so comes, and it is no apology.</summary>
internal static class Lateness
{
    private static readonly string[] Said =
    [
        "for sent", "forsinket", "bliver forsinket", "er forsinket", "lidt forsinket", "senere end planlagt", "et kvarter senere", "en halv time senere", "en time senere", "min senere",
        "minutter senere", "foerst kl", "gaa foer tid", "gaar foer tid", "gaa foer", "gaar foer", "gaa tidligere", "gaar tidligere", "gaa tidligt", "gaar tidligt", "koere tidligere",
        "smutte foer", "smutter foer", "smutte tidligere", "forlade moedet", "forlader moedet", "kommer lidt senere", "kommer senere", "kun foerste halvdel", "kun den foerste time", "kun en time",
    ];

    internal static bool Says(IReadOnlyList<Word> words)
    {
        var said = $" {string.Join(' ', words.Select(word => word.Folded).Where(word => word.Length > 0))} ";
        return !said.Contains(" ikke ", StringComparison.Ordinal) && !said.Contains(" afbud ", StringComparison.Ordinal)
            && Array.Exists(Said, phrase => said.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
