using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Attendance;

/// <summary>Everything that the feature says, apart from its refusals.</summary>
internal static class Texts
{
    internal const string Apologise = "Meld afbud";
    internal const string SaveApology = "Gem ændringen";
    internal const string YouAreAway = "Du har meldt afbud.";
    internal const string Withdraw = "Fortryd afbud";
    internal const string BackToAgenda = "Vis dagsordenen";
    internal const string Substitute = "Stedfortræder (valgfrit)";
    internal const string SubstitutePlaceholder = "Navnet på den, der kommer i stedet";
    internal const string Reason = "Begrundelse (valgfrit)";
    internal const string WhoseApology = "Hvem gælder det?";
    internal const string NothingDone = "Intet er ændret endnu.";
    internal const string ItIsTheReason = "Det er begrundelsen";
    internal const string WithoutThat = "Meld afbud uden";
    internal const string OpenForm = "Åbn formularen";
    internal const string NoSubstitute = "Ingen stedfortræder";
    internal const string ShallIWithdraw = "Skal jeg trække dit afbud tilbage?";
    internal const string OnBehalfOf = "Afbud fra";
    internal const string WhichMeeting = "Hvilket møde melder du afbud til?";
    internal const string WhichMeetingToWithdraw = "Hvilket afbud vil du fortryde?";

    internal const string DeclinedInCalendar = "Du har sagt nej til mødet i Outlook";
    internal const string AcceptedInCalendar = "Du har sagt ja i Outlook, men har meldt afbud her";
    internal const string ApologyStandsAllTheSame = "Dit afbud gælder, til du fortryder det.";
    internal const string WhoComes = "Kommer der en stedfortræder?";
    internal const string ChooseSubstitute = "Skriv en stedfortræder";
    internal const string GivenInCalendar = "Svaret er givet i Outlook.";

    internal const string IComeInstead = "Jeg kommer i stedet";
    internal const string ICannotCome = "Jeg kan ikke";
    internal const string ICanAfterAll = "Jeg kan godt alligevel";
    internal const string ICannotAfterAll = "Jeg kan alligevel ikke";
    internal const string AnybodyElse = "Kommer der en anden i stedet?";
    internal const string NothingToDo = "Du behøver ikke gøre noget.";
    internal const string MeetingCancelled = "Mødet er aflyst";
    internal const string MeetingOver = "Mødet er holdt";
    internal const string TheSubstitute = "Stedfortræderen";

    internal static string DoYouMean(string written) => $"Jeg kender ikke {DanishFormat.Quote(written)}. Mener du …?";

    internal static string ApologyOf(string member) => $"Afbud for {member}";

    internal static string ShallIApologise(ApologySeat place) => place.IsOwn ? "Skal jeg melde afbud for dig?" : $"Skal jeg melde afbud for {place.Label}?";

    internal static string WhatDoesItMean(string unread) => $"Jeg forstår ikke {DanishFormat.Quote(DanishText.Shorten(unread, 100))}. Er det begrundelsen?";

    internal static string NotUnderstood(string unread, string question) => $"Jeg forstår ikke {DanishFormat.Quote(DanishText.Shorten(unread, 100))}. {question}";

    internal static string ShallIApologiseToAll(ApologySeat? place, int meetings) =>
        $"Skal jeg melde afbud {(place is null ? string.Empty : place.IsOwn ? "for dig " : $"for {place.Label} ")}til {AllMeetings(meetings)}?";

    internal const string You = "dig";

    internal static string ShallIApologiseFor(IReadOnlyList<string> names) => $"Skal jeg melde afbud for {DanishFormat.List(names)}?";

    internal static string ApologiseForAll(int apologies) => apologies == 1 ? Apologise : $"Meld {AllOf(apologies)} afbud";

    internal static string NotFor(string name) => name == Chat.Commands.Apologies.ApologyReader.Self
        ? "Du er ikke selv indkaldt til mødet, så dit eget afbud er ikke med."
        : $"{name} er ikke med: Det afbud kan du ikke melde.";

    internal static IEnumerable<string> LeftOut(string? unread) =>
        unread is null ? [] : [$"{DanishFormat.Quote(DanishText.Shorten(unread, 100))} er ikke taget med."];

    internal static string WithItAsReason(string unread) => $"Med {DanishFormat.Quote(DanishText.Shorten(unread, 40))} som begrundelse";

    internal static string NoJointSubstitute(string name) => $"{name} er ikke taget med som stedfortræder. Skriv det ud for den, det gælder.";

    internal static string RegisteredFor(IReadOnlyList<string> names) => $"Afbuddene fra {DanishFormat.List(names)} er registreret.";

    internal static string ApologiseToAll(int meetings) => $"Meld afbud til {AllOf(meetings)}";

    internal static string ItIsTheReasonForAll(int meetings) => $"Det er begrundelsen for {AllOf(meetings)}";

    internal static string RegisteredForAll(string? member, int meetings) =>
        member is null ? $"Dit afbud er registreret til {AllMeetings(meetings)}." : $"Afbuddet fra {member} er registreret til {AllMeetings(meetings)}.";

    internal static string ShallIWithdrawAll(ApologySeat place, int meetings) =>
        $"Skal jeg trække {(place.IsOwn ? "dit afbud" : $"afbuddet fra {place.Label}")} til {AllMeetings(meetings)} tilbage?";

    internal static string WithdrawAll(int meetings) => $"Fortryd afbud til {AllOf(meetings)}";

    internal static string WithdrawnFromAll(string? member, int meetings) =>
        $"{(member is null ? "Dit afbud" : $"Afbuddet fra {member}")} til {AllMeetings(meetings)} er trukket tilbage.";

    internal static string WithdrawOn(Meeting meeting) => $"{Withdraw} {DanishFormat.ShortDateWithWeekday(meeting.Date)}";

    internal static string WithdrawOf(string member, Meeting meeting) => $"Fortryd: {member} {DanishFormat.ShortDateWithWeekday(meeting.Date)}";

    /// <summary>»mødet«, »begge«, »alle 3«: as a button has it.</summary>
    private static string AllOf(int meetings) => meetings switch
    {
        1 => "mødet",
        2 => "begge",
        _ => $"alle {meetings}",
    };

    private static string AllMeetings(int meetings) => meetings == 1 ? AllOf(meetings) : $"{AllOf(meetings)} møder";

    internal static string WouldBe(ApologySeat place) =>
        $"{(place.IsOwn ? "Dit afbud" : $"Afbud for {place.Label}")}: {MeetingButton(place.Forum, place.Meeting)}";

    internal static string WithReason(string reason) => $"Begrundelse: {DanishFormat.Quote(reason)}";

    internal static string ShallIWithdrawOf(string member) => $"Skal jeg trække afbuddet fra {member} tilbage?";

    internal static string UseAnyway(string name) => $"{name} kommer, og jeg giver selv besked";

    internal static string SubstituteTold(string name) => $"{name} har fået besked og kan svare ja eller nej.";

    internal static string SubstituteNotTold(string name) => $"{name} står ikke som stedfortræder på medlemslisten og har ikke fået besked. Giv selv besked.";

    internal static string SubstituteNotReached(string name) => $"Jeg kan ikke skrive til {name} i Teams. Giv selv besked.";

    internal static string YouAreNamed(string member) => $"{member} har meldt afbud og regner med, at du kommer. Kan du?";

    internal static string CanYouCome(string member) => $"Kan du komme i stedet for {member}?";

    internal static string WhyAsked(string member) => $"{member} har meldt afbud, og du står som stedfortræder.";

    internal static string YouCome(string member) => $"Du kommer i stedet for {member}";

    internal static string YouDoNotCome(string member) => $"Du kommer ikke i stedet for {member}";

    internal static string BothTold(string member) => $"{member} og sekretariatet har fået besked.";

    internal static string ComesForYou(string substitute) => $"{substitute} kommer i stedet for dig";

    internal static string DoesNotComeForYou(string substitute) => $"{substitute} kan ikke komme i stedet for dig";

    internal static string ComesFor(string substitute, string member) => $"{substitute} kommer i stedet for {member}";

    internal static string DoesNotComeFor(string substitute, string member) => $"{substitute} kan ikke komme i stedet for {member}";

    internal static string NotNeeded(string member) => $"Du skal alligevel ikke komme i stedet for {member}";

    internal static string YourSubstituteIsAsked(string substitute) => $"Jeg har spurgt din stedfortræder, {substitute}.";

    internal static string NextIsAsked(string substitute) => $"Jeg har spurgt den næste stedfortræder, {substitute}. Du kan også selv skrive en.";

    internal static string IsAsked(string substitute) => $"{substitute} er spurgt som stedfortræder.";

    internal static string Title(Forum forum) => $"Afbud · {forum.Name}";

    /// <summary>On a line of its own.</summary>
    internal static string MeetingLine(Meeting meeting) => DanishFormat.Capitalised(MeetingTime(meeting));

    /// <summary>»Chefforum: tirsdag d. 3. februar 2026 kl. 14.00–16.00«</summary>
    internal static string MeetingLine(string name, Meeting meeting) => $"{name}: {MeetingTime(meeting)}";

    private static string MeetingTime(Meeting meeting) => DanishFormat.Meeting(meeting.Date, meeting.Start, meeting.End);

    internal static string MeetingButton(Forum forum, Meeting meeting) =>
        $"{forum.Name} {DanishFormat.ShortDateWithWeekday(meeting.Date)} kl. {DanishFormat.ShortTime(meeting.Start)}";

    internal static string Registered(string? member) =>
        member is null ? "Dit afbud er registreret, og sekretariatet har fået besked." : $"Afbuddet fra {member} er registreret.";

    internal static string Changed(string? member) => member is null ? "Dit afbud er rettet." : $"Afbuddet fra {member} er rettet.";

    internal static string SaidBefore(string? member) =>
        $"{(member is null ? "Dit afbud" : $"Afbuddet fra {member}")} er registreret i forvejen. Intet er ændret, og ingen har fået ny besked.";

    internal static string Withdrawn(string? member) =>
        member is null ? "Dit afbud er trukket tilbage. Du står igen som deltager." : $"Afbuddet fra {member} er trukket tilbage.";

    internal static string SubstituteComes(string name) => $"{name} kommer i stedet.";

    internal static string NobodyComes => "Der er ikke meldt en stedfortræder.";

    internal static string AskSubstitute(string name) => $"{name} kommer i stedet";

    internal static string Told(string member) => $"{member} har meldt afbud";

    internal static string ToldWithdrawn(string member) => $"{member} kommer alligevel";

    internal static string YouAreSubstitute(string member, Forum forum) => $"Du er stedfortræder for {member} i {forum.Name}";
}
