using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Chat;

/// <summary>
/// Asks which day is meant, with a button for each: it gives the same command again with that day in place of the words in doubt, so
/// "afbud i januar, ferie" becomes "afbud d. 14. januar 2027, ferie".
/// </summary>
internal static class DateQuestion
{
    /// <summary>Only where the words stand in the message, and once: else a button would change something else.</summary>
    internal static bool CanAsk(DateAmbiguous which, string text) =>
        which.Candidates.Count > 0 && which.Written.Length > 0
        && text.IndexOf(which.Written, StringComparison.Ordinal) is >= 0 and var at
        && at == text.LastIndexOf(which.Written, StringComparison.Ordinal);

    internal static AdaptiveCard Build(DateAmbiguous which, string text, string? question = null) => new()
    {
        Speak = which.Question,
        FallbackText = which.Question,
        Body =
        [
            new TextBlock(CardText.Escape(which.Question)) { Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            .. which.Candidates.Select(date => new ActionSet(Button(date, which.Written, text, question)) { Spacing = Spacing.Small }),
        ],
    };

    private static ExecuteAction Button(LocalDate date, string written, string text, string? question) =>
        new(DanishFormat.Capitalised(DanishFormat.Date(date)), ChatModule.RunVerb)
        {
            Data = QuestionKey.On(new JsonObject { ["text"] = text.Replace(written, $"d. {DanishFormat.PlainDate(date)}", StringComparison.Ordinal) }, question),
        };
}
