using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Guests;

/// <summary>What is said of guests on cards.</summary>
internal static class Texts
{
    internal const string Guests = "Gæster";
    internal const string Add = "Tilføj gæst";
    internal const string Edit = "Ret";
    internal const string Remove = "Fjern";
    internal const string Save = "Gem gæsten";
    internal const string HaveTold = "Jeg har givet besked";
    internal const string TellNow = "Giv gæsterne besked";
    internal const string ToItem = "Til punktet";
    internal const string ToGuests = "Til gæsterne";
    internal const string None = "Ingen gæster endnu.";
    internal const string NobodyIsTold = "Ingen får besked, før du trykker »Inviter gæster« og har set mailen.";
    internal const string NameLabel = "Navn";
    internal const string TitleLabel = "Titel (kan udelades)";
    internal const string OrganisationLabel = "Organisation (kan udelades)";
    internal const string EmailLabel = "E-mail (uden den giver du selv besked)";
    internal const string WithoutEmail = "Uden e-mail: giv selv besked";
    internal const string PreviewHeading = "Sådan får gæsterne besked";
    internal const string Meanwhile = "Noget er ændret, siden du spurgte. Sådan ser det ud nu.";
    internal const string NoMailbox = "Der er ikke sat en postkasse op, så jeg kan ikke sende mailene. Giv selv gæsterne besked.";
    internal const string LeftHeading = "Gæster, der skal høre det af dig";
    internal const string Done = "Det er gemt.";
    internal const string OneEach = "Hver får sin egen mail, som begynder med eget navn.";
    internal const string MailFooter = "Nederst i mailen står, at svaret går til sekretariatet.";

    internal static string MembersSee =>
        $"Medlemmerne ser navn, titel og organisation på dagsordenen. Kun sekretariatet ser e-mailen, og den glemmes {ItemGuest.AddressKeptForDays} dage efter mødet.";

    internal static string Button(int guests, int toTell) => toTell > 0 ? NeedNews(toTell) : guests == 0 ? Guests : $"{Guests} ({guests})";

    /// <summary>»2 gæster skal have besked«</summary>
    internal static string NeedNews(int guests) => $"{DanishFormat.Count(guests, "gæst", "gæster")} skal have besked";

    internal static string Heading(int item) => $"Gæster til punkt {item}";

    internal static string AddTo(int item) => $"Ny gæst til punkt {item}";

    internal static string EditOf(string name) => $"Ret gæsten {name}";

    internal static string Invite(int invitations, int news) => (invitations, news) switch
    {
        (0, _) => $"Giv besked ({news})",
        (_, 0) => $"Inviter gæster ({invitations})",
        _ => $"Inviter og giv besked ({invitations + news})",
    };

    internal static string Send(int mails) => $"Send {DanishFormat.Count(mails, "mail", "mails")}";

    internal static string Question(int guests) => $"Skal {DanishFormat.Count(guests, "gæst", "gæster")} have mail?";

    internal static string Added(string name) => $"{name} er skrevet på som gæst og har ikke fået besked endnu.";

    internal static string Saved(string name) => $"{name} er rettet.";

    internal static string Removed(string? name) => name is null ? "Gæsten står ikke på punktet længere." : $"{name} er ikke længere gæst. En gæst, der er inviteret, får mail om det om en halv time, eller når du trykker »Giv besked«.";

    internal static string MarkedTold(string name) => $"Det er noteret, at {name} har fået besked.";

    internal static string ToldNow(ToldGuests told) => told.Mailed == 0 ? new NoGuestsToTell().Text :
        $"{DanishFormat.Count(told.Mailed, "gæst", "gæster")} får mail nu."
        + (told.Without == 0 ? string.Empty : $" {DanishFormat.Count(told.Without, "gæst", "gæster")} har ingen e-mail: giv selv besked.");

    internal static string To(IEnumerable<GuestAt> guests) => $"Til: {string.Join("; ", guests.Select(one => $"{one.Guest.Name}, {one.Guest.Email}"))}";

    internal static string SubjectIs(string subject) => $"Emne: {subject}";

    internal static string More(int mails) => $"… og {DanishFormat.Count(mails, "mail", "mails")} mere med samme slags besked.";

    internal static string TellYourself(string names, bool isMailOn) =>
        isMailOn ? $"Uden e-mail: {names}. Giv selv besked, og tryk »{HaveTold}« ved gæsten." : $"Giv selv besked til {names}, og tryk »{HaveTold}« ved gæsten.";

    internal static string ItemLine(GuestAt one) =>
        one.Number == 0 ? $"{DanishFormat.Quote(one.Item)} (taget af dagsordenen)" : $"Punkt {one.Number}: {DanishFormat.Quote(one.Item)}";

    /// <summary>How far a guest has been told, as a sentence.</summary>
    internal static string State(GuestAt one, LocalDate today) => one switch
    {
        { Off: not null, News: GuestNews.Off } => $"{OffBecause(one.Off.Value)} og har ikke fået det at vide",
        { Off: not null } => $"{OffBecause(one.Off.Value)}, og ved det",
        { Guest.IsInvited: false } => "Ikke inviteret",
        { News: GuestNews.BackOn } => "Har fået afbud og skal med alligevel",
        { News: not GuestNews.None } => $"Skal have besked: {News(one.News)}",
        _ => $"Har fået besked {ShortDay(one.Guest.ToldAt!.Value, today)}",
    };

    /// <summary>What a failed press on a card's heading says of those whom no mail reached.</summary>
    internal static string Left(GuestAt one) => $"{one.Guest.Label}. {ItemLine(one)}: {OffBecause(one.Off ?? GuestOff.Withdrawn).ToLowerInvariant()}.";

    /// <summary>Of a meeting that is cancelled.</summary>
    internal static string ToldOfCancellation(int guests) =>
        $"{DanishFormat.Count(guests, "inviteret gæst", "inviterede gæster")} får mail om aflysningen om en halv time, medmindre den fortrydes. Tryk »{TellNow}« for at sende den nu.";

    /// <summary>Of an item that is taken off, perhaps with other news that others wait for.</summary>
    internal static string ToldOfRemoval(int guests) =>
        $"{NeedNews(guests)}. En inviteret gæst til et punkt, der er taget af, får mail om en halv time, medmindre du fortryder.";

    /// <summary>Of a meeting that is moved.</summary>
    internal static string ToldOfMove(int guests) => $"{NeedNews(guests)}: de hører det først, når du trykker »{TellNow}«.";

    /// <summary>»Gæster: Anna Holm, overlæge, Region Nord; Bo Friis«</summary>
    internal static string Line(IEnumerable<string> labels) => $"{Guests}: {string.Join("; ", labels)}";

    private static string News(GuestNews news)
    {
        string?[] parts =
        [
            news.HasFlag(GuestNews.Time) ? "nyt tidspunkt" : null,
            news.HasFlag(GuestNews.Place) ? "nyt sted" : null,
            news.HasFlag(GuestNews.Link) ? "nyt link" : null,
            news.HasFlag(GuestNews.Title) ? "ny titel" : null,
        ];
        return DanishFormat.List(parts.OfType<string>());
    }

    private static string OffBecause(GuestOff off) => off switch
    {
        GuestOff.MeetingCancelled => "Mødet er aflyst",
        GuestOff.ItemOff => "Punktet er taget af",
        _ => "Skal ikke med",
    };

    private static string ShortDay(Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        return moment.Date == today ? $"i dag kl. {DanishFormat.Time(moment.TimeOfDay)}" : DanishFormat.ShortDate(moment.Date, today);
    }
}
