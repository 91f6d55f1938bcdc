using System.Globalization;
using NodaTime;

namespace Klynge.Domain.Minutes;

internal static class MinutesWarningTexts
{
    public const string NoForum = "Dokumentet siger ikke, hvilket forum mødet er i.";

    public const string NoDate = "Mødedatoen kunne ikke læses med dag, måned og år.";

    public const string NoItems = "Der blev ikke fundet nogen punkter.";

    public static string MeetingEndsBeforeStart(LocalTime start, LocalTime end) =>
        $"Mødet slutter kl. {Time(end)}, men begynder kl. {Time(start)}.";

    public static string NumberTwice(int number) => string.Create(CultureInfo.InvariantCulture, $"Punktnummer {number} er brugt mere end én gang.");

    public static string NumberAfter(int number, int before) =>
        string.Create(CultureInfo.InvariantCulture, $"Punkt {number} følger efter punkt {before}.");

    public static string SlotEndsBeforeStart(MinutesItem item) =>
        $"{Name(item)} slutter kl. {Time(item.Slot!.End!.Value)}, men begynder kl. {Time(item.Slot.Start)}.";

    public static string SlotDisagreesWithMinutes(MinutesItem item, long length, int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(item)} er sat til {Slot(item)} ({length} min.), men varigheden er angivet til {minutes} min.");

    public static string SlotOverlaps(MinutesItem first, MinutesItem second) =>
        $"{Name(second)} begynder kl. {Time(second.Slot!.Start)}, før {Name(first, lower: true)} er slut.";

    public static string SlotOutsideMeeting(MinutesItem item) => $"{Name(item)} ligger uden for mødets tid ({Slot(item)}).";

    public static string ParticipantTwice(string name) => $"»{name}« står mere end én gang på deltagerlisten.";

    private static string Name(MinutesItem item, bool lower = false) => item.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{(lower ? "punkt" : "Punkt")} {number}")
        : $"»{item.Title}«";

    private static string Slot(MinutesItem item) =>
        item.Slot!.End is { } end ? $"kl. {Time(item.Slot.Start)}–{Time(end)}" : $"kl. {Time(item.Slot.Start)}";

    private static string Time(LocalTime time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
