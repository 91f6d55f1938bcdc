using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Deadlines;

public sealed record DeadlineNotFound()
    : Error("Fristen findes ikke længere, eller den hører til et andet forum. Skriv »frister« for at se dem, der er.");

public sealed record DeadlineIsSettled()
    : Error("Fristen er allerede lukket. Skriv »frister« for at se dem, der er åbne.");

public sealed record DeadlineInThePast()
    : Error("Den dag er allerede gået. Vælg en dag, der ligger fremme i tiden.");

public sealed record DeadlineOnThatDay(LocalDate Date)
    : Error($"Fristen står allerede til {DanishFormat.Date(Date)}. Vælg en anden dag.");

/// <summary>The record changed after the person saw the card.</summary>
public sealed record ChangedMeanwhile()
    : Error("En anden har ændret fristen i mellemtiden, så intet er gemt. Åbn den igen, se ændringen, og prøv så.");

public sealed record DeadlineDateMissing()
    : Error("Vælg den dag, fristen skal stå til.");

public sealed record DeadlineUnchanged()
    : Error("Du har ikke ændret noget. Ret et af felterne, eller gå tilbage til fristen.");

public sealed record ReminderDaysUnknown(string Written)
    : Error($"Jeg forstår ikke {DanishFormat.Quote(Written)}. Skriv op til {ReminderDays.Most} tal med komma imellem, fx »14, 7, 1, 0«.");

public sealed record DeadlineNotYours(string Forum)
    : Error($"Kun den ansvarlige, formandskabet og sekretariatet kan ændre en frist i {Forum}.");

public sealed record WheelEntryExists(string Title)
    : Error($"Der står allerede {DanishFormat.Quote(Title)} i årshjulet. Fjern den først, eller vælg en anden titel.");

public sealed record WheelEntryNotFound()
    : Error("Den faste frist står ikke i årshjulet længere. Skriv »årshjul« for at se, hvad der er.");

public sealed record WheelIsFull(int Most)
    : Error($"Der er plads til {Most} faste frister i årshjulet. Fjern en, før du tilføjer en ny.");

public sealed record AnnualRuleUnknown(string Written)
    : Error($"Jeg forstår ikke {DanishFormat.Quote(Written)}. Skriv fx »30. april«, »sidste fredag i måneden«, »sidste hverdag i juni« eller »11 hverdage før mødet«.");

public sealed record AnnualDayImpossible(int Day, int Month)
    : Error($"Der findes ingen {Day}. {DanishNames.Month(Month)}. Ret dagen.");

public sealed record FoundDeadlineAnswered()
    : Error("Der er allerede svaret på forslaget. Skriv »frister« for at se fristerne.");

public sealed record FoundDeadlineNotDismissed()
    : Error("Forslaget er ikke afvist, så der er intet at fortryde. Skriv »frister« for at se fristerne.");
