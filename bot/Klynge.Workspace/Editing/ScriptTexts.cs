using System.Text.Json;

namespace Klynge.Workspace.Editing;

/// <summary>What the script of an item's page says, and the tools of its editor.</summary>
internal static class ScriptTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static string Json { get; } = JsonSerializer.Serialize(
        new
        {
            Kept = "Kladden er gemt kl. {0}. Punktet er uændret, til du trykker på »Gem«.",
            Lost = "Serveren svarer ikke. Skriv bare videre: teksten er gemt her i browseren og sendes, når serveren svarer.",
            SignedOut = "Du er logget ud. Teksten er gemt her i browseren. Log ind i et andet vindue; så går det videre her.",
            Refused = "Kladden kan ikke gemmes på serveren: punktet kan ikke rettes længere. Teksten er gemt her i browseren.",
            TooLong = "Teksten er for lang til at blive gemt på serveren. Den er gemt her i browseren; del den, før du trykker på »Gem«.",
            NotSaved = "Serveren svarer ikke, så punktet er ikke gemt. Teksten er gemt her i browseren. Prøv igen om lidt.",
            Restored = "Det, du havde skrevet, er hentet frem fra denne browser. Det er ikke gemt på punktet endnu.",
            OtherWindow = "Du har skrevet noget andet i et andet vindue",
            OtherPerson = "En anden har gemt dette, mens du skrev",
            Choose = "En anden har gemt punktet, mens du skrev. Vælg mellem de to tekster nedenfor. Intet er overskrevet.",
            Yours = "Din tekst",
            UseTheirs = "Brug denne",
            KeepMine = "Behold min",
            Empty = "(tom)",
            Yes = "Ja",
            No = "Nej",
            Editor = new
            {
                Toolbar = "Formatering",
                Hint = "Ctrl+Z fortryder. Alt+F10 går til knapperne, Alt+Skift+pil rykker et listepunkt ind og ud.",
                Bold = "Fed",
                Italic = "Kursiv",
                Heading = "Overskrift",
                Bullets = "Punktliste",
                Numbers = "Nummereret",
                Outdent = "Ryk ud",
                Indent = "Ryk ind",
                Table = "Tabel",
                AddRow = "Ny række",
                AddColumn = "Ny kolonne",
                DeleteRow = "Slet række",
                DeleteColumn = "Slet kolonne",
                DeleteTable = "Slet tabel",
                Link = "Link",
                Address = "Adresse",
                SetLink = "Sæt link",
                RemoveLink = "Fjern link",
                Undo = "Fortryd",
                Redo = "Gentag",
            },
        },
        Options);
}
