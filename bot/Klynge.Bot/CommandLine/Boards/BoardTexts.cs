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

    internal const string Member = "Se og ret et forums medlemmer, med forslag først.";
    internal const string MemberList = "Vis forummets pladser i deres rækkefølge.";
    internal const string MemberAdd = "Giv en person en plads.";
    internal const string MemberChange = "Ret en plads: det, du ikke nævner, bliver, som det er.";
    internal const string MemberEnd = "Afslut en plads. Dens historie bliver.";
    internal const string MemberName = "Personens navn.";
    internal const string ForumKey = "Forummets nøgle, for eksempel chefforum.";
    internal const string Email = "E-mail. Den afgør, hvem der menes, når flere hedder det samme.";
    internal const string PersonTitle = "Titel, når personen er ny.";
    internal const string IsAnother = "Det er en anden end den, der står med samme navn i forvejen.";
    internal const string RoleOption = "medlem, formand, næstformand, medformand, observatør, administrativ deltager, sekretariat eller gæst.";
    internal const string OrganisationOption = "Organisationen, som referatet skriver den.";
    internal const string SectorOption = "Sektoren, pladsen tæller for, når den er en anden end organisationen.";
    internal const string PartyOption = "Listens bogstav eller navn; tom for intet.";
    internal const string VoteOption = "ja eller nej; uden den følger stemmeretten rollen.";
    internal const string SubstituteOption = "En stedfortræder; skriv den flere gange for flere, i rækkefølge. Tom for ingen.";
    internal const string FromOption = "Første dag, for eksempel 2027-01-01.";
    internal const string ToOption = "Sidste dag, selv talt med; tom for ingen.";
    internal const string LastDayOption = "Sidste dag, selv talt med; i dag, når den udelades.";
    internal const string Rule = "Ret én regel i forretningsordenen, som den hedder i rådets fil.";
    internal const string RuleName = "For eksempel agendaOut, quorum.share eller writtenProcedures.allowed.";
    internal const string RuleValue = "For eksempel \"4 hverdage\", 0.5 eller false; tom for den sædvanlige.";
    internal const string Table = "Læs en tabel med medlemmer (.csv, .xlsx eller kopieret tekst), eller skriv den med --out.";
    internal const string TableFile = "Filen. Udelades den, skrives forummets tabel.";
    internal const string TableEnds = "Tabellen er hele listen: den, der ikke står i den, slutter i går.";
    internal const string Touches = "Det berører:";

    internal static string NoForum(string key, IEnumerable<string> keys) => $"Der er intet forum »{DanishText.Shorten(DanishText.Clean(key), 40)}«. Skriv {DanishFormat.List(keys, "eller")}.";

    internal static string NoMember(string name) => $"»{DanishText.Shorten(DanishText.Clean(name), 60)}« har ingen plads i forummet. Skriv »board member list« for at se, hvem der har.";

    internal static string SeveralMembers(IEnumerable<string> names) => $"Det kan være {DanishFormat.List(names, "eller")}. Skriv det hele, så ved jeg, hvem du mener.";

    internal static string NoRole(string written) => $"Rollen »{DanishText.Shorten(DanishText.Clean(written), 40)}« kender jeg ikke. Skriv {RoleOption}";

    internal static string NoDate(string written) => $"»{DanishText.Shorten(DanishText.Clean(written), 40)}« er ingen dato. Skriv den som 2027-01-31.";

    internal static string NoVote(string written) => $"»{DanishText.Shorten(DanishText.Clean(written), 40)}« er hverken ja eller nej.";

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

    internal const string Handover = "Overlever et eller flere forummer, der slutter, til det, der følger efter. Forhåndsvisningen kommer først.";
    internal const string HandoverForums = "Nøglerne på de forummer, der slutter, og til sidst nøglen på det, der overtager.";
    internal const string HandoverBy = "Nøglen på den, der overleverer: sekretariat i de forummer, der slutter.";
    internal const string HandoverDay = "Forummernes sidste dag, fx 2026-12-31. Uden den er det årets sidste dag.";
    internal const string HandoverAsk = "Overlever nu? En overlevering laves én gang og kan ikke tages tilbage. [j/n] ";

    internal static string NoPerson(string key) => $"Der er ingen person med nøglen »{key}«. Skriv nøglen, som den står i boardfilen.";

    internal static string NotSecretariat(string person, string forum) => $"{person} er ikke sekretariat i {forum} og kan derfor ikke overlevere det.";

    internal static string HandedOver(string forum, Uri document, Uri package) => $"{forum} er overleveret. Dokument: {document}. Pakke: {package}";
}
