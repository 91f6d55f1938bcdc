using Klynge.Domain.Agendas;

namespace Klynge.Application.Agendas.Items;

/// <summary>What the form of an item says beyond the words that other cards of the agenda share.</summary>
internal static class ItemTexts
{
    internal const string LeadLabel = "Hvem indstiller? (kan udelades)";
    internal const string LeadHint = "Fx »Sekretariatet indstiller, at forummet«";
    internal const string Copy = "Nyt punkt som dette";
    internal const string CaseNumberLabel = "Sagsnummer (kan udelades)";
    internal const string MayBeDroppedLabel = "Prioritet";
    internal const string MayBeDroppedTitle = "Punktet kan udgå, hvis tiden bliver knap";
    internal const string ClosedBecauseLabel = "Hvorfor er punktet lukket? (kan udelades)";
    internal const string ClosedBecauseHint = "Fx »Personsag, jf. forretningsordenens § 6«";
    internal const string MayBeDroppedFact = "kan udgå";

    internal static string ProposalIsOwed(string forum) =>
        $"Forslaget kom inden fristen, og reglerne for {forum} giver medlemmerne initiativret, så punktet skal på mødet.";

    /// <summary>As a choice in the form.</summary>
    internal static string Kind(AgendaItemKind kind) =>
        kind == AgendaItemKind.ByRecommendation ? "Efter indstillingen" : Texts.Kind(kind);

    internal static string CaseNumberFact(string number) => $"sagsnr. {number}";

    internal static string ClosedFact(string? because) => because is null ? "lukket punkt" : $"lukket punkt: {because}";
}
