using Klynge.Application.Agreements;
using Klynge.Application.Deadlines;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Workspace.MeetingParts.AtItems;

/// <summary>What is said beside an item of a meeting's page beyond the words that it shares with the cards.</summary>
internal static class AtItemTexts
{
    internal const string SeeItem = "Se punktet";
    internal const string WholeAgenda = "Se hele dagsordenen";
    internal const string Agreements = "Aftaler og frister";
    internal const string NewAgreement = "Ny aftale";
    internal const string ChangeAgreement = "Ret aftalen";
    internal const string AgreementHelp = "Det, der aftales, står under »Opfølgning« på næste møde, og den ansvarlige får påmindelser.";
    internal const string By = "Senest";
    internal const string OtherResponsible = "Eller skriv, hvem det er (så gælder det)";
    internal const string OtherResponsibleHint = "Fx en kommune";
    internal const string SaveAgreement = "Gem aftalen";
    internal const string Done = "Færdig";
    internal const string Change = "Ret";
    internal const string Drop = "Drop";
    internal const string ChooseDay = "Vælg dag og forum";
    internal const string Nowhere = "";
    internal const string InWriting = "Skriftlig behandling";
    internal const string Guest = "Gæst";
    internal const string Attendance = "Fremmøde";
    internal const string Presence = "Deltog";
    internal const string Recused = "Inhabil";
    internal const string Away = "Ikke til stede";
    internal const string AttendanceHelp = "Den, der var inhabil eller ude ved punktet, tælles ikke med, og det står i referatet.";
    internal const string NoneVote = "Vælg for hver enkelt";
    internal const string OthersVoted = "Alle nedenfor stemte";
    internal const string AsTheOthers = "Som de andre";
    internal const string DidNotVote = "Stemte ikke";
    internal const string ChangeVote = "Ret afstemningen";
    internal const string RemoveVote = "Fjern afstemningen";
    internal const string RemoveAddition = "Fjern tilføjelsen";
    internal const string RemoveGuest = "Fjern";
    internal const string OthersOfTheBoard = "Fra de andre fora";
    internal const string OwnPeople = "Fra forummet";
    internal const string Withdraw = "Træk tilbage";
    internal const string Contributions = "Bedt om bidrag";

    internal static string OfAgreement(string act, string title) => $"{act}: {title}";

    internal static string FollowUpOn(string act, LocalDate day, LocalDate today) => $"{act} {DanishFormat.ShortDate(day, today)}";

    /// <summary>»Onsdag d. 30. april 2025 · om 12 dage · ansvarlig: Anna Holm«, or what has become of it.</summary>
    internal static string StateOf(DeadlineView agreement, LocalDate today)
    {
        var last = agreement.History.Count > 0 ? agreement.History[^1] : null;
        return agreement.Status switch
        {
            DeadlineStatus.Done => DanishFormat.Capitalised(AgreementTexts.DoneOn(last?.At.Date ?? today)),
            DeadlineStatus.Removed => DanishFormat.Capitalised(AgreementTexts.DroppedFor(last?.Reason)),
            _ => $"{Texts.When(agreement, today)} · {Texts.Responsible(agreement)}",
        };
    }
}
