using Klynge.Application.Agendas.Council;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Meetings;
using Klynge.Workspace.MeetingParts;

namespace Klynge.Workspace.Pages.Council;

/// <summary>The addresses of a council's rights: a member's at an item, what the chair decides, and the handover.</summary>
internal static class CouncilLinksTo
{
    internal static string Item(MeetingId meeting, AgendaItemId item) => $"{MeetingAddress.OfItem(meeting, item)}/medlem";

    internal static string Dissent(MeetingId meeting, AgendaItemId item) => $"{MeetingAddress.OfItem(meeting, item)}/mening";

    internal static string TakeBack(MeetingId meeting, AgendaItemId item) => $"{MeetingAddress.OfItem(meeting, item)}/mening/tilbage";

    internal static string Stop(MeetingId meeting, AgendaItemId item) => $"{MeetingAddress.OfItem(meeting, item)}/stands";

    internal static string ChairForm(string key) => $"/fora/{key}/formandsbeslutning";

    internal static string Decision(string key, ChairDecisionId id) => $"/fora/{key}/formandsbeslutninger/{id.Value}";

    internal static string CallIn(string key, ChairDecisionId id) => $"{Decision(key, id)}/kald-ind";

    internal static string Handover(string key) => $"/fora/{key}/overlevering";

    internal static string Documents(string key) => $"{Handover(key)}/dokumenter";
}

/// <summary>What the pages of a council's rights say beyond the words of its cards.</summary>
internal static class CouncilPageTexts
{
    internal const string Back = "Til punktet";
    internal const string StopLegend = "Stands beslutningen";
    internal const string Decisions = "Formandsbeslutninger";
    internal const string NoDecisions = "Formanden har ikke truffet beslutninger mellem møderne.";
    internal const string WritingIsOff = "Forummet afgør ikke sager skriftligt.";
    internal const string CalledInMark = "krævet på mødet";
    internal const string ClosedMark = "lukket sag";
    internal const string HandOver = "Overlever forummet";
    internal const string Choose = "Vælg forum";
    internal const string Other = "Ret valget";

    internal static string Made(int people) => $"{ChairDecisionTexts.Made} {ChairDecisionTexts.Told(people)}";
}
