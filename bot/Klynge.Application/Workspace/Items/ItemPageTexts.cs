using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Workspace.Items;

/// <summary>What the page of an item says beyond the words that it shares with the card's form.</summary>
internal static class ItemPageTexts
{
    internal const string New = "Nyt punkt";
    internal const string Edit = "Ret punktet";
    internal const string ReallyDiscard = "Ja, kassér kladden";
    internal const string DiscardAsk = "Kassér kladden";
    internal const string DiscardHelp = "Det, du har skrevet og ikke gemt, forsvinder fra siden. Du kan fortryde det i dag.";
    internal const string Discarded = "Kladden er kasseret. Punktet er uændret.";
    internal const string TakenBack = "Kladden er hentet frem igen.";
    internal const string HasDiscarded = "Du har en kladde, som du har kasseret.";
    internal const string TakeBack = "Hent den frem igen";
    internal const string Begun = "Du er også begyndt på";
    internal const string Untitled = "et punkt uden titel";
    internal const string StartAnother = "Begynd på et andet punkt";
    internal const string Yours = "Din tekst";
    internal const string Theirs = "Den gemte tekst";
    internal const string Empty = "(tom)";
    internal const string UseTheirs = "Brug denne";
    internal const string Cancel = "Tilbage til dagsordenen";
    internal const string Changed = "En anden har gemt punktet, mens du skrev. Dine felter og de gemte står ved siden af hinanden nedenfor. Intet er overskrevet.";
    internal const string Markdown = "Tomme linjer deler afsnit. »- « begynder et punkt i en liste, **fed**, *kursiv*.";

    internal static string Saved(int number, string title, IReadOnlyList<string> outside) => Sentences($"Punkt {number} {DanishFormat.Quote(DanishText.Clean(title))} er gemt.", outside);

    internal static string Added(AddedItem added, string title)
    {
        var (name, late) = (DanishText.Clean(title), added.IsLate);
        var done = added.IsProposal ? Texts.Proposed(name) : Texts.Added(added.Number, name);
        return Sentences($"{done}.{(late ? " " + (added.IsProposal ? Texts.LateItem : Texts.LateItemOwn) : string.Empty)}", added.OutsidePresenters);
    }

    internal static string DraftFrom(Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        var day = moment.Date == today ? "i dag" : moment.Date == today.PlusDays(-1) ? "i går" : DanishFormat.ShortDate(moment.Date);
        return $"Din kladde fra {day} kl. {DanishFormat.Time(moment.TimeOfDay)} er hentet frem. Den er ikke gemt på punktet endnu.";
    }

    internal static string Writers(IReadOnlyList<string> names) => $"{DanishFormat.List(names)} retter også her.";

    internal static string Begin(BegunItem begun) => begun.Title is { } title ? DanishFormat.Quote(DanishText.Shorten(DanishText.Clean(title), 80)) : Untitled;

    private static string Sentences(string first, IReadOnlyList<string> outside) => outside.Count == 0 ? first : $"{first} {Texts.OutsidePresenters(outside)}";
}
