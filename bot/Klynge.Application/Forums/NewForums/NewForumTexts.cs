using Klynge.Application.Forums.Templates;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.NewForums;

/// <summary>What is said where forums are made from a template.</summary>
public static class NewForumTexts
{
    public const string Heading = "Nye fora fra en skabelon";
    public const string Open = "Opret fora fra en skabelon";
    public const string Choose = "Vælg, hvad der skal oprettes. Du ser reglerne og bekræfter, før noget bliver til.";
    public const string NameThem = "Giv hvert forum det navn, det skal have her. Navnet kan rettes i rådets fil bagefter.";
    public const string SeeWhatIsMade = "Se, hvad der bliver oprettet";
    public const string ProposalHeading = "Det bliver oprettet";
    public const string Make = "Opret";
    public const string NothingYet = "Intet er oprettet endnu. Du bekræfter selv, og det skrives på dit navn.";
    public const string ToFill = "Pladser, der skal besættes";
    public const string NobodySitsYet = "Pladserne er tomme til at begynde med: ingen kan stemme, før du har sat navne på.";
    public const string YouAreSecretariat = "Du er sekretariat fra i dag og kan sætte flere på.";
    public const string AnotherTemplate = "Vælg en anden skabelon";
    public const string AlreadyThere = "Det var oprettet i forvejen, som du så det.";
    public const string SeatsOfTemplate = "Begynd med pladserne fra en skabelon";

    public static string NameLabel(string templateName) => $"Navn på {DanishFormat.Quote(templateName)}";

    /// <summary>»sundhedsråd: 1 forum«, »klynge: 4 fora (Driftsforum, …)«</summary>
    public static string Of(ForumTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.Forums.Count == 1 ? "1 forum" : $"{DanishFormat.Number(template.Forums.Count)} fora: {DanishFormat.List(template.Forums.Select(forum => forum.Name))}";
    }

    public static string Rung(int level, string? above) => above is null ? $"Trin {DanishFormat.Number(level)}, øverst." : $"Trin {DanishFormat.Number(level)}, lige under {above}.";

    /// <summary>»3 × medlem, Egholt Kommune«</summary>
    public static string Seat((Role Role, string Organisation, int Count) seat) =>
        $"{(seat.Count > 1 ? $"{DanishFormat.Number(seat.Count)} × " : string.Empty)}{seat.Role.Danish()}, {seat.Organisation}";

    public static string Made(IReadOnlyList<string> names) => $"{DanishFormat.List(names)} er oprettet. Du er sekretariat. Sæt nu medlemmerne på, enkeltvis, fra chatten eller med en tabel.";

    internal static string NameMissing(string templateName) => $"Skriv, hvad {DanishFormat.Quote(templateName)} skal hedde.";

    internal static string NameTaken(string name) => $"Der er allerede et forum, der hedder {DanishFormat.Quote(name)}. Giv det nye et andet navn.";

    internal static string NameTwice(string name) => $"{DanishFormat.Quote(name)} står på to af de nye fora. Hvert forum skal have sit eget navn.";

    internal static string NameTooLong(int max) => $"Navnet er for langt: højst {DanishFormat.Number(max)} tegn.";
}
