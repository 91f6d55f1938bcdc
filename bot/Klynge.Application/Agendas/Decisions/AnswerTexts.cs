using System.Globalization;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>The texts of the form that answers recommendations one by one.</summary>
internal static class AnswerTexts
{
    internal const string Open = "Svar på hver indstilling";
    internal const string Heading = "Svar på indstillingerne";
    internal const string Save = "Gem svarene";
    internal const string Back = "Til beslutningen uden at gemme";
    internal const string NoAnswer = "Intet svar endnu";
    internal const string ItemText = "Tekst til hele punktet";
    internal const string ItemTextHint = "Det, der gælder punktet som helhed.";
    internal const string TextHint = "Fx en bemærkning eller en ændring.";
    internal const string BodyHint = "Fx kommunerne, Direktørforum eller ministeriet.";

    internal static string Of(string forum) => $"{Heading}, {forum}";

    internal static string Item(int number, string title) => $"Punkt {number}: {title}";

    internal static string Answer(int number) => $"Svar på indstilling {number}";

    internal static string Text(int number) => $"Tekst til indstilling {number}";

    internal static string Body(int number) => $"Hvem godkender, afgør eller får indstilling {number}?";

    internal static string Until(int number) => $"Indstilling {number} skal være godkendt senest";

    internal static string More(int number) => $"Forbehold eller forum ved {number}";

    internal static string PageOf(int first, int last, int all) => $"Indstilling {first}–{last} af {all}. Svarene på de andre bliver stående.";

    internal static string Saved(int number) => $"Svarene på punkt {number} er gemt.";

    internal static string All(RecommendationOutcome outcome) => $"Alle: {Outcome(outcome).ToLower(CultureInfo.GetCultureInfo("da-DK"))}";

    internal static string Outcome(RecommendationOutcome outcome) => outcome switch
    {
        RecommendationOutcome.Approved => "Godkendt",
        RecommendationOutcome.ApprovedWithRemarks => "Godkendt med bemærkninger",
        RecommendationOutcome.ApprovedAmended => "Godkendt med ændringer",
        RecommendationOutcome.ApprovedSubjectTo => "Godkendt med forbehold",
        RecommendationOutcome.Rejected => "Ikke godkendt",
        RecommendationOutcome.Noted => "Taget til efterretning",
        RecommendationOutcome.Discussed => "Drøftet",
        RecommendationOutcome.Recommended => "Anbefales til et andet forum",
        RecommendationOutcome.Postponed => "Udsat til næste møde",
        RecommendationOutcome.WrittenProcedure => "Behandles skriftligt",
        RecommendationOutcome.Referred => "Sendt videre til et andet forum",
        RecommendationOutcome.AwaitsAuthority => "Afventer en anden myndighed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    /// <summary>What the deadline of a reservation is called.</summary>
    internal static string Reservation(string body, string title) => $"Godkendelse fra {body}: {DanishText.Shorten(title, 120)}";
}
