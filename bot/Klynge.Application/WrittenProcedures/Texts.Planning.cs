using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Drafts that open by themselves.</summary>
internal static partial class Texts
{
    internal const string OpenLater = "Send ud senere";
    internal const string PlanOpening = "Planlæg åbningen";
    internal const string MoveOpening = "Flyt åbningen";
    internal const string CallOffOpening = "Aflys åbningen";
    internal const string WhenToOpen = "Hvornår skal sagen åbne af sig selv?";
    internal const string OpensDateLabel = "Åbner, dato";
    internal const string OpensTimeLabel = "Åbner, klokkeslæt";
    internal const string PlanMeans = "Til den tid sendes sagen ud, som kladden er da. Indtil da kan du sende den ud straks, flytte åbningen eller aflyse den.";
    internal const string StaysADraft = "Sagen er stadig en kladde, og intet er gået tabt. Ret den, og send den ud, eller planlæg en ny åbning.";

    internal static string OpensAt(Instant at) => $"Åbner {DanishFormat.DateAndTime(at)}";

    internal static string OpensByItself(Instant at) => $"{OpensAt(at)} af sig selv";

    internal static string OpeningMissed(Instant at) => $"Sagen åbnede ikke {DanishFormat.DateAndTime(at)} som planlagt.";

    internal static string SendNowTo(int voters) => $"Send ud nu til {DanishFormat.Count(voters, "medlem", "medlemmer")}";

    internal static string Draft(ProcedureView view) => view.OpensAt is { } at ? $"{OpensAt(at)} · {AnswerBy(view.Deadline)}" : AnswerBy(view.Deadline);
}
