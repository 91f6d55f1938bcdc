using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members.Cards;

internal static class MemberTexts
{
    internal const string Add = "Tilføj medlem";
    internal const string Edit = "Ret";
    internal const string End = "Afslut";
    internal const string AddShort = "Tilføj";
    internal const string PasteTable = "Indsæt tabel";
    internal const string Members = "Medlemmer";
    internal const string SeeProposal = "Se forslaget";
    internal const string Confirm = "Ret det sådan";
    internal const string CompareWithChat = "Sammenlign med chatten";
    internal const string ChatHeading = "Chatten og forummet";
    internal const string AllAreThere = "Alle i forummet er i chatten, og ingen andre.";
    internal const string OthersHeading = "I chatten, men ikke i forummet";
    internal const string MissingHeading = "I forummet, men ikke i chatten";
    internal const string NothingChanged = "Intet er ændret. Hvem der er i chatten, bestemmes i Teams.";
    internal const string Earlier = "Forrige";
    internal const string Later = "Flere";
    internal const string ProposalHeading = "Skal det være sådan?";
    internal const string DoneHeading = "Det er rettet";
    internal const string AlreadyDone = "Det var det allerede. Forummet står, som du så det.";
    internal const string Touches = "Det berører:";
    internal const string NothingYet = "Intet er ændret endnu.";

    internal const string NameLabel = "Navn";
    internal const string NameNeeded = "Skriv navnet.";
    internal const string EmailLabel = "E-mail (afgør, hvem der menes)";
    internal const string TitleLabel = "Titel, når personen er ny";
    internal const string AnotherLabel = "Samme navn som en, der er her i forvejen";
    internal const string AnotherTitle = "Det er en anden";
    internal const string RoleLabel = "Rolle";
    internal const string RoleNeeded = "Vælg en rolle.";
    internal const string OrganisationLabel = "Organisation";
    internal const string OrganisationNeeded = "Skriv organisationen.";
    internal const string SectorLabel = "Sektor, når den er en anden end organisationen";
    internal const string PartyLabel = "Parti eller liste";
    internal const string VoteLabel = "Stemmeret";
    internal const string VoteByRole = "Følger rollen";
    internal const string SubstitutesLabel = "Stedfortrædere, en på hver linje, i rækkefølge";
    internal const string FromLabel = "Første dag";
    internal const string ToLabel = "Sidste dag (tom: ingen)";
    internal const string LastDayLabel = "Sidste dag, selv talt med";
    internal const string LastDayNeeded = "Vælg den sidste dag.";
    internal const string EndMore = "Pladsen slutter den dag. Det, der er sket i den, bliver stående.";
    internal const string TableLabel = "Tabellen med overskrifter, kopieret fra Excel eller Word";
    internal const string TableNeeded = "Sæt tabellen ind.";
    internal const string TableMore = "Første række skal være overskrifter, for eksempel Navn, Rolle, Organisation, Parti, Stedfortrædere, Fra og Til.";
    internal const string WholeLabel = "Dem, der ikke står i tabellen";
    internal const string WholeTitle = "Slutter i går (tabellen er hele listen)";

    internal static string Missing(string name, bool isKnown) => isKnown ? name : $"{name} (kontoen kendes ikke endnu)";

    internal static string AndMore(int count) => $"… og {count} mere.";

    internal static string Heading(int count) => DanishFormat.Count(count, "plads", "pladser");

    internal static string EndHeading(string name) => $"Afslut pladsen for {name}";

    internal static string EditHeading(string name) => $"Ret pladsen for {name}";

    /// <summary>»Formand · Egholt Kommune · liste A«</summary>
    internal static string Facts(ForumMember seat)
    {
        var vote = seat.HasVote == seat.Role.IsMember() ? null : seat.HasVote ? "med stemmeret" : "uden stemmeret";
        string?[] parts = [DanishFormat.Capitalised(seat.Role.Danish()), vote, seat.Organisation, seat.Party is { } party ? $"liste {party}" : null];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>»Stedfortrædere: Bo Friis, Ida Lund · fra 1. januar 2026«</summary>
    internal static string More(MemberLine line)
    {
        var seat = line.Seat;
        string?[] parts =
        [
            line.Substitutes.Count > 0 ? $"{(line.Substitutes.Count == 1 ? "Stedfortræder" : "Stedfortrædere")}: {string.Join(", ", line.Substitutes)}" : null,
            $"{(line.IsComing ? "begynder" : "fra")} {DanishFormat.PlainDate(seat.From)}{(seat.To is { } to ? $" til {DanishFormat.PlainDate(to)}" : "")}",
        ];
        return DanishFormat.Capitalised(string.Join(" · ", parts.Where(part => part is not null)));
    }

    internal static string Line(BoardChange change) => $"{Word(change.Kind)}: {change.Subject}{(change.Detail.Length > 0 ? $" ({change.Detail})" : "")}";

    internal static string DateOf(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static string Word(BoardChangeKind kind) => kind switch
    {
        BoardChangeKind.Added => "Ny",
        BoardChangeKind.Changed => "Ændres",
        BoardChangeKind.Ended => "Slutter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
