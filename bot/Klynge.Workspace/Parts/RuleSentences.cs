using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Workspace.Parts;

/// <summary>A forum's rules of procedure as somebody would say them.</summary>
internal static class RuleSentences
{
    internal static IEnumerable<string> Of(RulesOfProcedure rules)
    {
        yield return $"Punkter skal være inde {rules.ItemsIn} før mødet.";
        yield return $"Dagsordenen sendes ud {rules.AgendaOut} før mødet.";
        if (rules.AttachmentsOut is { } attachments)
            yield return $"Bilag sendes så vidt muligt ud {attachments} før mødet.";

        yield return $"Referatet sendes ud {rules.MinutesOut} efter mødet.";
        if (rules.CommentsIn is { } comments)
            yield return $"Bemærkninger til referatet skal være inde {comments} efter, at det er sendt ud.";

        yield return $"Forummet kan beslutte, når mindst {Share(rules.Quorum.Share)} af pladserne med stemme er fyldt{(rules.Quorum.EverySector ? ", og hver sektor er til stede" : string.Empty)}.";
        if (rules.MinimumMeetingsPerYear is { } meetings)
            yield return $"Der holdes mindst {DanishFormat.Count(meetings, "møde", "møder")} om året.";

        if (rules.HasInitiativeRight)
            yield return "Medlemmerne har initiativret: det, de foreslår til tiden, kommer på dagsordenen.";

        foreach (var right in Application.Forums.SwitchSentences.Of(rules))
            yield return right;

        yield return Writing(rules.WrittenProcedures);
        if (rules.Source is { Length: > 0 } source)
            yield return $"Kilde: {source}";
    }

    private static string Writing(WrittenProcedureRules rules) => rules.Allowed
        ? $"Der kan besluttes skriftligt: der er mindst {rules.MinimumOpen} til at svare, og det afgøres ved {Application.WrittenProcedures.Texts.RuleName(rules.Rule)}."
        : "Der besluttes ikke skriftligt mellem møderne.";

    private static string Share(decimal share) => share switch
    {
        0.5m => "halvdelen",
        >= 0.66m and <= 0.67m => "to tredjedele",
        1m => "alle",
        _ => $"{DanishFormat.Number(share * 100, 0)} procent",
    };
}
