using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>The texts of what the secretariat adds to the minutes.</summary>
internal static class AdditionTexts
{
    internal const string Button = "Sekretariatets tilføjelse";
    internal const string None = "Der er ingen tilføjelser til punktet.";
    internal const string Write = "Skriv en tilføjelse";
    internal const string Label = "Ny tilføjelse";
    internal const string Hint = "Til det, der ikke blev sagt på mødet. I referatet står det i kantede parenteser med dit navn og datoen.";
    internal const string Needed = "Skriv det, der skal tilføjes.";
    internal const string Add = "Tilføj";
    internal const string Added = "Tilføjelsen er gemt.";
    internal const string Removed = "Tilføjelsen er fjernet.";

    internal static string Heading(int number) => $"Sekretariatets tilføjelser til punkt {number}";

    /// <summary>»[Sekretariatets tilføjelse, Sofie Bech d. 13. januar 2026: Linket er indsat bagefter.]«</summary>
    internal static string Printed(SecretariatAddition addition) =>
        $"[Sekretariatets tilføjelse, {addition.By} d. {DanishFormat.PlainDate(DanishTime.ToDanish(addition.At).Date)}: {addition.Text}]";
}
