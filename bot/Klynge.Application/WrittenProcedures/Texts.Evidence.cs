using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Domain.Calendar;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What a check of an evidence package finds: one sentence a fault, with the row and why.</summary>
internal static partial class Texts
{
    internal const string NoOpeningRow = "Revisionssporet har ingen række, hvor sagen bliver sendt ud, så stemmelisten og reglerne kan ikke efterprøves.";
    internal const string NoClosingRow = "Revisionssporet har ingen række, hvor sagen bliver lukket, så resultatet kan ikke efterprøves.";
    internal const string RowsUnreadable = "Revisionssporets rækker kan ikke sættes sammen til et forløb.";
    internal const string NoAuditTrail = "revisionsspor.jsonl mangler i pakken. Uden revisionssporet kan svarene og resultatet ikke efterprøves.";
    internal const string ManifestTwice = "manifest.json findes to gange i pakken.";
    internal const string ProtocolUnreadable = "beslutningsprotokol.docx kan ikke læses som et Word-dokument.";
    internal const string IndexAltered = "indeks.html siger noget andet, end der følger af revisionssporet.";
    internal const string NoContainer = "Pakken begynder ikke med filen mimetype, som siger, hvad den er.";
    internal const string NotOfACase = "Pakken siger, at den ikke er fra en skriftlig behandling, men den har en sags filer.";

    internal const string ForumNotOnRecord = "Forummets navn står ikke i revisionssporet, for sagen blev sendt ud, før det blev skrevet ned. Det kan kun ses af protokollen og fortegnelsen.";
    internal const string AccountsNotOnRecord = "Ikke alle svar har skrevet ned, hvilken konto de kom fra.";
    internal const string IndexOfOtherEdition = "indeks.html er skrevet af en anden udgave af Klynge og er derfor ikke regnet efter.";

    internal static string AuditLineUnknown(long line) => $"Linje {line} i revisionsspor.jsonl er ikke skrevet af Klynge, som den står.";

    internal static string RowOutOfOrder(RowName row) => $"{row} står ikke, hvor den hører til: rækken før den er skrevet senere.";

    internal static string RowOfAnotherCase(RowName row) => $"{row} hører til en anden sag.";

    internal static string RowUnreadable(RowName row) => $"{row} kan ikke læses: noget i den er af en anden slags end det, Klynge skriver.";

    internal static string RefusalChanges(RowName row) => $"{row} er et afslag, men ændrer noget alligevel.";

    internal static string AnswerWithoutSeat(RowName row) => $"{row} har et svar, som ingen plads på stemmelisten har givet.";

    internal static string AnswerWithoutRecord(RowName row, string? who) => $"{row} siger, at {who} har svaret, men svaret selv er ikke i rækken.";

    internal static string VersionOutOfOrder(RowName row, int version) => $"{row} siger udgave {version}, og den følger ikke efter udgaverne før.";

    internal static string SeatNotOnRoll(RowName row) => $"{row} ændrer en plads, som ikke er på stemmelisten.";

    internal static string SeatAddedLater(RowName row, string? who) => $"{row} sætter {who} på stemmelisten, efter at den var låst, eller med et svar i forvejen.";

    internal static string SeatWasChanged(RowName row, string? who) => $"{row} ændrer, hvem {who} er på stemmelisten. Den er låst, når sagen er sendt ud.";

    internal static string SeatLeftTooLate(RowName row, string? who) => $"{row} overlader {who}s plads til en anden, da det ikke længere kunne ske.";

    internal static string Contradicts(RowName row, long other, string? whose, string what) =>
        $"{row} siger, at {FieldName(what)}{(whose is null ? string.Empty : $" for {whose}")} var noget andet, end række {other} skrev.";

    internal static string AnswerTakenAway(RowName row, string? who) => $"{row} sletter svaret fra {who}, uden at sagen er sendt ud på ny.";

    internal static string AnswerNotAllowed(RowName row, string? who, string why) => $"{row} har et svar fra {who}, som ikke kunne tages imod: {why}";

    internal static string AnswerOfAnother(RowName row, string? who) => $"{row} har et svar for {who}, som er givet eller skrevet ind af en anden, end rækken siger.";

    internal static string AnswerAtAnotherTime(RowName row, string? who) => $"{row} siger, at {who} svarede på et andet tidspunkt, end rækken er skrevet.";

    internal static string RulesChanged(RowName row) => $"{row} ændrer reglerne. De er låst, når sagen er sendt ud.";

    internal static string ResultChanged(RowName row) => $"{row} ændrer resultatet uden at lukke sagen.";

    internal static string ConfirmedWrongly(RowName row) => $"{row} bekræfter et resultat, der ikke var der på det tidspunkt.";

    internal static string OpenedWrongly(RowName row) => $"{row} sender sagen ud, men ikke som en kladde med en stemmeliste og en første udgave.";

    internal static string SeparateWrongly(RowName row) => $"{row} siger noget andet om, hvorvidt indstillingerne besvares hver for sig, end reglerne gør.";

    internal static string ClosedWrongly(RowName row) => $"{row} lukker sagen af en grund, der ikke var der på det tidspunkt.";

    internal static string ResultDoesNotFollow(RowName row, string said, string follows, string? why) =>
        $"{row} siger »{said}«, men af svarene og reglerne følger »{follows}«{(why is null ? "." : $": {why}")}";

    internal static string ManifestSays(string what, string said, string follows) =>
        $"manifest.json siger {what} »{said}«, men af revisionssporet følger »{follows}«.";

    internal static string NotExpected(string path) => $"{path} hører ikke til i en bevispakke.";

    internal static string ListUnreadable(string path) => $"{path} kan ikke læses: den er ikke skrevet af Klynge, som den står.";

    internal static string ListLength(string path, int there, int follows) => $"{path} har {DanishFormat.Count(there, "række", "rækker")}, men af revisionssporet følger {DanishFormat.Number(follows)}.";

    internal static string ListDiffers(string path, int number, string field, string said, string follows) =>
        $"{path}, nr. {number}: »{field}« er »{said}«, men af revisionssporet følger »{follows}«.";

    internal static string NotTheStored(string path) => $"{path} er ikke det dokument, hvis hash står i revisionssporet.";

    internal static string StoredMissing(string path) => $"{path} mangler: dokumentet blev skrevet, men var væk i dokumentbiblioteket, da pakken blev lavet.";

    internal static string NotStoredYet(string path) => $"{path} er ikke i pakken: Klynge havde ikke skrevet dokumentet, da pakken blev lavet.";

    internal static string ProtocolSays(string who, string said, string follows) =>
        $"beslutningsprotokol.docx siger »{said}« ved {who}, men af revisionssporet følger »{follows}«.";

    internal static string ProtocolLacks(string what) => $"beslutningsprotokol.docx siger ikke »{what}«, som følger af revisionssporet.";

    internal static string SizeDiffers(string path) => $"{path} har en anden størrelse, end fortegnelsen siger.";

    internal static string FieldName(string field) => field switch
    {
        "answer" or "answers" => "svaret",
        "remarks" => "bemærkningen",
        "answeredAt" => "tidspunktet for svaret",
        "answeredById" or "voterId" => "den, der svarer,",
        "status" => "sagens tilstand",
        "outcome" or "outcomes" => "resultatet",
        "deadline" or "deadlineMoves" => "svarfristen",
        "rules" or "quorumRule" => "reglerne",
        _ => $"»{field}«",
    };
}
