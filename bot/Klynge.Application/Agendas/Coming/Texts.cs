using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Coming;

/// <summary>What is said of the items to come.</summary>
internal static class Texts
{
    internal const string Heading = "Kommende punkter";
    internal const string Nothing = "Der er ingen kommende punkter.";
    internal const string New = "Nyt kommende punkt";
    internal const string EditHeading = "Ret det kommende punkt";
    internal const string Open = "Åbn";
    internal const string Save = "Gem";
    internal const string Edit = "Ret";
    internal const string Drop = "Fjern";
    internal const string DropHeading = "Fjern det kommende punkt?";
    internal const string DropMore = "Begrundelsen står under »Opfølgning« i det forum, hvor punktet er aftalt.";
    internal const string ReasonLabel = "Begrundelse";
    internal const string ReasonNeeded = "Skriv, hvorfor punktet fjernes.";
    internal const string Decline = "Sig nej";
    internal const string DeclineHeading = "Sig nej til punktet?";
    internal const string Accept = "Tag imod";
    internal const string Accepted = "Punktet er taget imod.";
    internal const string Place = "Sæt på dagsorden";
    internal const string PlaceHeading = "Sæt punktet på en dagsorden";
    internal const string PlaceMore = "Det går på med oplægsholder, tekst og bilag. Tages det af igen, står det her som før.";
    internal const string ToList = "Alle kommende punkter";
    internal const string WantedLabel = "Hvornår skal det på? (kan udelades)";
    internal const string WantedHint = "Fx »næste møde«, »marts 2027«, »efter sommerferien«";
    internal const string ReadingLabel = "Behandling (kan udelades)";
    internal const string NoReading = "Kun én behandling";
    internal const string RemarkLabel = "Bemærkning (kan udelades)";
    internal const string RemarkHint = "Medlemmerne kan læse den her. Den kommer ikke med på dagsordenen.";
    internal const string ClosedTitle = "Punktet er lukket";
    internal const string TitleNeeded = "Skriv, hvad punktet handler om.";
    internal const string AnotherForum = "et andet forum";
    internal const string Saved = "Punktet er gemt.";
    internal const string Returned = "Punktet er tilbage blandt de kommende punkter.";
    internal const string ChangedMeanwhile = "En anden har ændret punktet i mellemtiden. Her står det, du skrev. Gem det, hvis det skal gælde.";

    internal static string Reading(int number) => $"{number}. behandling";

    internal static string Count(int count) => count == 0 ? Nothing : DanishFormat.Count(count, "kommende punkt", "kommende punkter");

    internal static string More(int count) => $"Og {DanishFormat.Count(count, "punkt", "punkter")} mere.";

    internal static string Dropped(string title) => $"Fjernet: {title}";

    internal static string Placed(PlacedItem placed) => $"Punktet er nu punkt {placed.Number} på dagsordenen";

    internal static string PlacedAt(PlacedItem placed) => DanishFormat.Capitalised(CardParts.When(placed.Time));

    /// <summary>How it stands: »Ønskes: i marts 2027«, »På dagsordenen 3. marts 2026, punkt 4«.</summary>
    internal static string State(ComingView view, LocalDate today) => view.State switch
    {
        ComingState.Proposed => $"Foreslået af {view.FromForum ?? "et andet forum"}",
        ComingState.OnAgenda => $"På dagsordenen {DanishFormat.PlainDate(view.Meeting!.Value)}, punkt {view.Number}",
        ComingState.NotReached => $"Stod på dagsordenen {DanishFormat.PlainDate(view.Meeting!.Value)}, uden beslutning",
        ComingState.Postponed => $"Udsat {DanishFormat.PlainDate(view.Meeting!.Value)}",
        ComingState.Unsettled => $"Ikke afgjort {DanishFormat.PlainDate(view.Meeting!.Value)}",
        ComingState.Decided => $"Behandlet {DanishFormat.PlainDate(view.Meeting!.Value)}",
        ComingState.Dropped => view.Reason is { } reason ? $"Fjernet: {reason}" : "Fjernet",
        ComingState.Withdrawn => "Aftalen er droppet",
        ComingState.SentOn => "Sendt videre til et andet forum",
        ComingState.Returned => $"Kommet tilbage. Behandlet her {DanishFormat.PlainDate(view.Meeting!.Value)}",
        ComingState.Recalled => "Trukket tilbage af det forum, som sendte det",
        _ => view.Wanted.IsOver(today) ? "Venter. Den ønskede tid er gået" : "Venter",
    };

    /// <summary>What it is wanted for, who presents it, where it comes from; empty where nothing is known.</summary>
    internal static string Facts(ComingView view) => string.Join(" · ", Parts(view));

    internal static string? From(ComingView view) => view switch
    {
        { IsHidden: true } => null,
        { FromForum: { } forum, FromMeeting: { } day } => $"fra {forum} {DanishFormat.PlainDate(day)}",
        { FromForum: { } forum } => $"fra {forum}",
        { FromMeeting: { } day } => $"aftalt {DanishFormat.PlainDate(day)}",
        _ => null,
    };

    private static IEnumerable<string> Parts(ComingView view)
    {
        if (view.Wanted.Words is { } words)
            yield return $"ønskes {words}";
        if (view.Reading is { } number)
            yield return Reading(number);
        if (view.Content.Presenter is { } presenter)
            yield return $"v/ {presenter}";
        if (From(view) is { } from)
            yield return from;
    }
}
