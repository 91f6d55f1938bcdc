using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Guests;

/// <summary>What guests read in their mails. Of a closed item nothing but when and where it is.</summary>
internal static class GuestMailTexts
{
    internal const string Answer = "Svar på denne mail, hvis du ikke kan komme eller har spørgsmål. Svaret går til sekretariatet.";

    internal static string Why(string forum) => $"Du får denne mail, fordi sekretariatet for {forum} har skrevet dig på som gæst.";

    internal static string Dear(string names) => $"Kære {names}";

    internal static string Subject(GuestAt one, string forum)
    {
        var told = one.Guest.Told ?? one.Now;
        return one switch
        {
            { Off: GuestOff.MeetingCancelled } => $"Aflyst: {Meeting(forum, told)}",
            { Off: not null } => $"Du skal ikke med: {Meeting(forum, told)}",
            { News: GuestNews.BackOn } => $"Du skal med alligevel: {Meeting(forum, one.Now)}",
            { News: not GuestNews.None } => $"Ændring: {Meeting(forum, one.Now)}",
            _ => $"Invitation: {Meeting(forum, one.Now)}",
        };
    }

    /// <summary>What the guest knew, and that it no longer holds.</summary>
    internal static string Off(GuestOff off, string forum, GuestNotice told, bool isClosed)
    {
        var what = told.Title is { } title && !isClosed ? $"punktet {DanishFormat.Quote(title)}" : "et punkt på dagsordenen";
        var meeting = $"mødet i {forum} {DanishFormat.Meeting(told.Date, told.Start, told.End)}";
        return off switch
        {
            GuestOff.MeetingCancelled => $"{DanishFormat.Capitalised(meeting)}, hvor du var inviteret som gæst til {what}, er aflyst. Du skal derfor ikke komme.",
            GuestOff.ItemOff => $"Du var inviteret som gæst til {what} på {meeting}. Punktet er taget af dagsordenen, så du skal ikke komme.",
            _ => $"Du var inviteret som gæst til {what} på {meeting}. Det bliver ikke nødvendigt, at du kommer.",
        };
    }

    internal static string Lead(GuestAt one, string forum, string board)
    {
        var what = one.Now.Title is { } title ? $"punktet {DanishFormat.Quote(title)}" : "et punkt på dagsordenen";
        return one.News switch
        {
            GuestNews.None => $"Du er inviteret som gæst til {what} på et møde i {forum}, {board}.",
            GuestNews.BackOn => $"Du har fået besked om, at du ikke skulle komme. Du er nu alligevel inviteret som gæst til {what} på et møde i {forum}, {board}.",
            _ => $"Du er inviteret som gæst til {what} på et møde i {forum}, {board}. Noget er ændret, siden du fik besked.",
        };
    }

    /// <summary>»Ændret: tidspunktet og stedet.« What it is now stands below.</summary>
    internal static string Changed(GuestNews news)
    {
        string?[] parts =
        [
            news.HasFlag(GuestNews.Time) ? "tidspunktet" : null,
            news.HasFlag(GuestNews.Place) ? "stedet" : null,
            news.HasFlag(GuestNews.Link) ? "linket til mødet" : null,
            news.HasFlag(GuestNews.Title) ? "punktets titel" : null,
        ];
        return $"Ændret: {DanishFormat.List(parts.OfType<string>())}. Sådan er det nu:";
    }

    internal static string When(GuestNotice notice) => $"Mødet: {DanishFormat.Meeting(notice.Date, notice.Start, notice.End)} (dansk tid)";

    internal static string Begins(GuestNotice notice) => notice switch
    {
        { ItemStart: null } => "Sekretariatet giver dig besked om, hvornår dit punkt begynder.",
        { ItemStart: { } start, IsEarliest: true } => $"Dit punkt begynder tidligst kl. {DanishFormat.Time(start)}. {Ready}",
        { ItemStart: { } start } => $"Dit punkt begynder kl. {DanishFormat.Time(start)}. {Ready}",
    };

    internal static string At(string place) => $"Sted: {place}";

    private static string Ready => $"Vær klar {ItemGuest.ReadyMinutesBefore} minutter før: tiden kan rykke sig lidt.";

    private static string Meeting(string forum, GuestNotice notice) => $"møde i {forum} {DanishFormat.Date(notice.Date)}";
}
