using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Council;

/// <summary>What people read about what the chair decides between meetings.</summary>
internal static class ChairDecisionTexts
{
    internal const string Right = "Formandsbeslutninger";
    internal const string Heading = "Formandsbeslutning";
    internal const string CaseLabel = "Sagen i én linje";
    internal const string CaseNeeded = "Skriv, hvad sagen er.";
    internal const string DecisionLabel = "Beslutningen";
    internal const string DecisionNeeded = "Skriv beslutningen.";
    internal const string GroundLabel = "Hvorfor uden møde?";
    internal const string GroundNeeded = "Vælg en af de to.";
    internal const string ReasonLabel = "Begrundelse";
    internal const string ReasonNeeded = "Skriv, hvorfor sagen ikke kan vente eller ikke giver anledning til tvivl.";
    internal const string ClosedLabel = "Lukket sag";
    internal const string ClosedTitle = "Sagen er lukket: kun dem, der må læse lukkede punkter, ser den";
    internal const string AwayLabel = "Næstformand";
    internal const string AwayTitle = "Formanden er forhindret";
    internal const string Hint = "Alle medlemmer får besked med det samme og kan kræve sagen på mødet. Den kommer på det næste mødes dagsorden.";
    internal const string Make = "Træf beslutningen";
    internal const string Made = "Beslutningen er truffet.";
    internal const string See = "Se beslutningen";
    internal const string CallInAsk = "Er du uenig i, at formanden afgør sagen alene, kan du kræve den på mødet. Så afgør forummet den selv.";
    internal const string CallIn = "Kræv sagen på mødet";
    internal const string CalledIn = "Du har krævet sagen på mødet. Alle får besked.";
    internal const string CalledInHeading = "Formandens beslutning skal på mødet";
    internal const string DecisionSection = "Formandens beslutning";
    internal const string ReasonSection = "Begrundelse";
    internal const string TakeNote = "Tager formandens beslutning til efterretning";
    internal const string DecideAnew = "Tager stilling til sagen";
    internal const string Instead = "Skal sagen afgøres før mødet, kan formanden træffe en formandsbeslutning.";
    internal const string ClosedCase = "Lukket sag";

    internal static string Ground(ChairGround ground) => ground switch
    {
        ChairGround.CannotWait => "Sagen kan ikke vente til mødet",
        ChairGround.NoDoubt => "Sagen giver ikke anledning til tvivl",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    internal static string ItemTitle(string title) => $"Formandsbeslutning: {title}";

    /// <summary>»Truffet af Karen Ravn, formand, d. 13. januar 2026: Sagen kan ikke vente til mødet.«</summary>
    internal static string MadeBy(ChairDecision decision) =>
        $"Truffet af {decision.MadeBy}, {(decision.IsOfDeputy ? "næstformand, da formanden var forhindret" : "formand")}, d. {Day(decision.MadeAt)}. {Ground(decision.Ground)}.";

    internal static string CalledInBy(ChairDecision decision) => $"{decision.CalledInBy} har d. {Day(decision.CalledInAt!.Value)} krævet sagen behandlet på mødet.";

    internal static string Told(int people) => people == 0 ? "Ingen andre er på listen." : $"{DanishFormat.Count(people, "person", "personer")} får besked.";

    internal static string OnAgenda(string when) => $"Den er på dagsordenen {when}.";

    internal const string NoMeeting = "Der er ikke planlagt et møde endnu. Den kommer på dagsordenen, så snart der er.";

    private static string Day(Instant at) => DanishFormat.PlainDate(DanishTime.ToDanish(at).Date);
}
