using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed record ProcedureNotFound()
    : Error("Den skriftlige behandling findes ikke, eller den hører til et andet forum.");

public sealed record WrittenProcedureNotAllowed(string Forum)
    : Error($"{Forum} afgør ikke sager skriftligt efter sin forretningsorden. Sæt sagen på dagsordenen i stedet.");

public sealed record DeadlineInThePast()
    : Error("Svarfristen er allerede passeret. Vælg en frist, der ligger fremme i tiden.");

public sealed record NobodyToAsk(string Forum)
    : Error($"Ingen i {Forum} har stemmeret, så der er ingen at spørge.");

public sealed record AlreadyOpened()
    : Error("Sagen er allerede sendt ud til skriftlig behandling.");

public sealed record VotingIsClosed()
    : Error("Den skriftlige behandling er lukket, så dit svar er ikke taget med. Skriv til sekretariatet, hvis det skal med.");

public sealed record VotingDeadlinePassed(Instant Deadline)
    : Error($"Afstemningen lukkede {DanishFormat.DateAndTime(Deadline)}. Skriv til sekretariatet, hvis din stemme skal med.");

public sealed record NotOnTheRoll()
    : Error("Du er ikke blandt dem, der har stemmeret i denne sag.");

/// <summary>An answer that must be explained came without words.</summary>
public sealed record RemarksMissing(Answer Answer)
    : Error(Answer == Answer.Reject
        ? "Skriv en begrundelse i feltet Bemærkninger, når du ikke godkender. Dit svar er ikke registreret endnu."
        : "Skriv dine bemærkninger i feltet Bemærkninger. Dit svar er ikke registreret endnu.");
