using System.Text;
using Klynge.Domain.Calendar;
using Klynge.Microsoft365.Checks;

namespace Klynge.Bot.CommandLine;

/// <summary>The steps of a check as somebody reads them in a terminal.</summary>
internal static class CheckReport
{
    private const int WordWidth = 12;

    internal static string Of(IReadOnlyList<CheckStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.Append(WordOf(step.State).PadRight(WordWidth)).Append(step.Name).Append(": ").AppendLine(step.Detail);
            if (step.HowToMend is { } mend)
            {
                text.Append(' ', WordWidth).Append("→ ").AppendLine(mend);
            }
        }

        var failed = steps.Count(step => step.State == CheckState.Failed);
        return text.AppendLine()
            .Append(failed == 0 ? "Intet er i vejen med det, der kunne prøves." : $"{DanishFormat.Count(failed, "trin", "trin")} mislykkedes.")
            .ToString();
    }

    private static string WordOf(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Warning => "ADVARSEL",
        CheckState.Failed => "FEJL",
        CheckState.NotTried => "ikke prøvet",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
