using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>The words of the index of an evidence package.</summary>
internal static class IndexTexts
{
    internal const string CaseHeading = "Sagen";
    internal const string ResultHeading = "Resultatet, og hvordan det følger";
    internal const string RollHeading = "Hvem der blev spurgt, og hvad de svarede";
    internal const string RollCaption = "Stemmelisten med de svar, der gælder";
    internal const string AnswersHeading = "Alle svar, og hvordan hver blev kendt";
    internal const string AnswersCaption = "Svarene i den rækkefølge, de er givet; det sidste fra hver plads gælder";
    internal const string RulesHeading = "Reglerne, som de stod";
    internal const string FilesHeading = "Pakkens filer";
    internal const string FilesCaption = "Filerne og hvad de indeholder";
    internal const string SealHeading = "Hvad pakken og dens segl viser";
    internal const string LimitsHeading = "Hvad de ikke viser";
    internal const string ByOwnPress = "egen knap";
    internal const string NotKnown = "ikke skrevet ned dengang";

    internal static readonly string[] RollColumns = ["Stemmeberettiget", "Organisation", "Sektor", "Svar", "Hvornår", "Bemærkninger"];
    internal static readonly string[] AnswerColumns = ["Hvem", "Svar", "Hvornår", "Hvordan", "Kendt ved", "Række i revisionssporet"];
    internal static readonly string[] FileColumns = ["Fil", "Indhold"];

    internal static readonly string[] KnownLead =
    [
        "Den, der svarer selv, er logget ind med en konto fra en organisations Entra-tenant. Kontoen er kendt ved sit objekt-id, som følger den, så længe den findes, hvad personen end hedder. Et svar, der er givet telefonisk eller pr. mail, er skrevet ind af sekretariatet; så er kontoen den persons, der skrev det ind.",
    ];

    internal static readonly string[] Seal =
    [
        "Alt i pakken kan regnes efter ud fra revisionsspor.jsonl: hver række har en hash af sit indhold og af rækken før. Kommandoen »klynge verify« og filens navn gør det på en hvilken som helst maskine uden adgang til systemet: stemmelisten, svarene, reglerne og resultatet regnes ud igen og holdes op mod listerne, fortegnelsen og protokollen.",
        "Er pakken forseglet, ligger seglet i mappen META-INF: en elektronisk signatur (CAdES) over alle filerne og et tidsstempel (RFC 3161). De viser, at filerne er de samme som dengang, hvem der forseglede dem, og at det var senest på tidsstemplets tidspunkt. Andre kan kontrollere det med deres egne værktøjer. Kender man ikke den rod, certifikaterne fører til, viser seglet kun, at filerne hører sammen.",
    ];

    internal static readonly string[] Limits =
    [
        "Uden segl viser pakken kun, at den ikke modsiger sig selv. Den, der skriver hele revisionssporet om fra ende til anden, kan lave en ny pakke, der også passer; det opdages kun af et segl eller af en hash, der er skrevet ned et andet sted (»--expect«).",
        "Seglet siger ikke, at oplysningerne var rigtige, da de blev skrevet, eller at den, der brugte en konto, var den, kontoen tilhører. Navne på dem, der har handlet i sagen uden at stå på stemmelisten, står i revisionssporet for læserens skyld og er ikke regnet med i rækkernes hash.",
        "Et svar i Klynge er en godkendelse, ikke en underskrift. Ministeriets udtalelse 04.1.4 af 25. maj 2004 siger, at en protokol kan føres elektronisk, når dens bevisværdi er hævet over tvivl: ændringer skal kunne opdages, rettelser er tilføjelser, og medlemmerne underskriver. Om et tryk på en knap er en underskrift i den forstand, er ikke afgjort.",
    ];

    internal static string Title(string title) => $"Bevispakke: {title}";

    internal static IEnumerable<string> Lead(string forum) =>
    [
        $"Denne pakke viser, hvad {forum} afgjorde i en skriftlig behandling, hvem der blev spurgt, hvad de svarede, og hvordan resultatet følger af reglerne. Siden her forklarer den; den kan læses uden Klynge.",
    ];

    internal static string RollLead(int seats) =>
        $"Stemmelisten blev låst, da sagen blev sendt ud: {DanishFormat.Count(seats, "plads", "pladser")}. Der står, hvem der stemmer for pladsen, og det svar, der gælder.";

    internal static string Came(string result) => $"Resultatet er: {result}. Det er regnet ud af svarene og reglerne, som de stod, og kan regnes efter.";

    internal static string RulesLead(string at) => $"Reglerne blev låst sammen med sagen {at}. Senere ændringer af forretningsordenen gælder ikke for den.";

    internal static string Gone(string path) => $"{path} er ikke med: dokumentet blev skrevet, men var væk i dokumentbiblioteket, da pakken blev lavet.";

    /// <summary>»13. januar 2026 kl. 09.00.12«: two answers of one minute are told apart.</summary>
    internal static string AtSecond(Instant at) => $"{Texts.OnRecord(at)}.{DanishTime.ToDanish(at).Second:00}";

    internal static string Known(SignedInAs? known, string? channel) => known is null
        ? NotKnown
        : $"tenant {known.Tenant ?? "ukendt"}\nobjekt-id {known.ObjectId ?? "ukendt"}\n{Channel(known.Channel ?? channel)}";

    internal static string Describe(string path) => path switch
    {
        EvidenceNames.Protocol => "Beslutningsprotokollen, som den blev skrevet",
        EvidenceNames.ProtocolPdf => "Beslutningsprotokollen som PDF",
        EvidenceNames.Remarks => "Bemærkningerne for sig",
        EvidenceNames.Answers => "Alle svar, også dem, der er ændret siden",
        EvidenceNames.Roll => "Stemmelisten med de svar, der gælder",
        EvidenceNames.Results => "Resultatet for hver indstilling",
        EvidenceNames.DeadlineMoves => "De gange, svarfristen er flyttet",
        EvidenceNames.ReadableAudit => "Revisionssporets rækker, pakket ud til at læse",
        EvidenceManifest.AuditName => "Revisionssporets rækker om sagen, med deres hash",
        _ when path.StartsWith(EvidenceNames.Attachments, StringComparison.Ordinal) => "Bilag, som det blev låst med sagen",
        _ when path.StartsWith("sag/udgave-", StringComparison.Ordinal) => "Sagens tekst, som de spurgte så den",
        _ => "Hører ikke til i pakken",
    };

    private static string Channel(string? channel) => channel switch
    {
        "msteams" => "Microsoft Teams",
        "web" => "arbejdspladsen i browseren",
        null => "ukendt kanal",
        _ => $"kanalen {channel}",
    };
}
