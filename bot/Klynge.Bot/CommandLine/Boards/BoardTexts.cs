using Klynge.Domain.Calendar;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary>What <c>board</c> says in a terminal.</summary>
internal static class BoardTexts
{
    internal const string Board = "Rådets fora, regler og medlemmer som én fil.";
    internal const string Apply = "Læg en fil ind: den kontrolleres, ændringerne vises, og du bliver spurgt.";
    internal const string ApplyFile = "Filen, for eksempel board.json.";
    internal const string Yes = "Spørg ikke.";
    internal const string DryRun = "Vis kun, hvad der ville blive ændret.";
    internal const string Export = "Skriv rådet, som det står nu.";
    internal const string ExportOut = "Filen, der skrives; uden den skrives til skærmen.";
    internal const string Force = "Overskriv filen, hvis den findes.";
    internal const string Schema = "Skriv filens JSON-skema, som får en editor til at hjælpe. Læg det ved siden af filen som board.schema.json.";
    internal const string SchemaOut = ExportOut;

    internal const string Template = "Skriv en fil at begynde med: pladsholdere for navne (»NN Formand«), tal og regler med deres kilde. Det, ingen regel er kendt for at tillade, er slået fra, og kilden siger det.";
    internal const string TemplateKind = "sundhedsråd, klynge, ældreråd, bestyrelse eller udvalg.";
    internal const string TemplateOut = ExportOut;

    internal const string What = "Hvad";
    internal const string Difference = "Forskel";
    internal const string Added = "ny";
    internal const string Changed = "ændres";
    internal const string Ended = "slutter";

    internal const string NothingToDo = "Rådet står allerede sådan. Intet er ændret.";
    internal const string NothingApplied = "Intet er ændret.";
    internal const string NobodyToAsk = "Intet er ændret: Der er ingen terminal at spørge i. Skriv --yes for at lægge ændringerne ind uden at blive spurgt.";

    internal static string NoSuchTemplate(string written) =>
        $"Der er ingen skabelon »{DanishText.Shorten(DanishText.Clean(written), 40)}«. Skriv {DanishFormat.List(Klynge.Application.Forums.Templates.BoardTemplates.Names, "eller")}.";

    internal static string Ask(int changes) => $"Skal {DanishFormat.Count(changes, "ændring", "ændringer")} lægges ind? [j/N] ";

    internal static string Applied(int changes) => $"{DanishFormat.Count(changes, "ændring", "ændringer")} lagt ind.";

    internal static string Problems(int count) =>
        $"{DanishFormat.Count(count, "fejl", "fejl")} i filen. Intet er ændret. Ret {(count == 1 ? "den" : "dem")}, og prøv igen.";

    internal static string FileExists(string file) => $"{file} findes allerede. Vælg et andet navn, eller skriv --force for at overskrive den.";

    internal static string CannotWrite(string file, string why) => $"{file} kan ikke skrives: {why}";

    internal static string CannotRead(string file, string why) => $"{file} kan ikke læses: {why}";

    internal static string Written(string file) => $"{file} er skrevet.";

    internal static string NobodySaysYes(IReadOnlyList<string> forums) =>
        $"Ingen i sekretariatet for {Klynge.Domain.Calendar.DanishFormat.List(forums)} har en konto (entraObjectId), så ingen kan sige ja til medlemmernes konti. Skriv mindst én sekretærs entraObjectId i filen, og kør kommandoen igen.";
}
