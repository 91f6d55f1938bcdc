using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas.Council;

/// <summary>
/// Whether a member is inhabil at an item (kommunestyrelsesloven § 14; opinions 80.2a.1 and 91.2a.1): the member says so, or somebody else raises
/// it, and the body decides. Until it has, nobody has left the item.
/// </summary>
/// <param name="Seat">Of the member whom it is about.</param>
/// <param name="Name">Who sits in it at the item, as the person was called then.</param>
/// <param name="At">When it was raised.</param>
public sealed record ImpartialityQuestion(MemberId Seat, string Name, Instant At)
{
    /// <summary>Who raised it, as the person was called then; null where the member did.</summary>
    public string? RaisedBy { get; init; }

    /// <summary>What the body decided; null until it has.</summary>
    public ImpartialityOutcome? Outcome { get; init; }

    public Instant? DecidedAt { get; init; }

    /// <summary>The questions of an item with one more; raised again it is the same question.</summary>
    public static IReadOnlyList<ImpartialityQuestion> Raise(IReadOnlyList<ImpartialityQuestion> questions, ImpartialityQuestion question)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(question);
        return questions.Any(one => one.Seat == question.Seat) ? questions : [.. questions, question];
    }

    /// <summary>What the body decided of a seat, which takes the place of what it had decided before.</summary>
    /// <returns>Null where nobody has raised it.</returns>
    public static IReadOnlyList<ImpartialityQuestion>? Decide(IReadOnlyList<ImpartialityQuestion> questions, MemberId seat, ImpartialityOutcome outcome, Instant now)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var question = questions.FirstOrDefault(one => one.Seat == seat);
        return question is null ? null
            : question.Outcome == outcome ? questions
            : [.. questions.Select(one => one == question ? one with { Outcome = outcome, DecidedAt = now } : one)];
    }
}

/// <summary>What the body decides of a member's habilitet.</summary>
public enum ImpartialityOutcome
{
    /// <summary>Inhabil: leaves for the item, and neither deliberates nor votes.</summary>
    Recused = 1,

    /// <summary>Not inhabil: takes part.</summary>
    TakesPart = 2,
}

public sealed record ImpartialityNotRaised()
    : Error("Ingen har rejst spørgsmålet om medlemmets habilitet ved punktet. Rejs det først.");

public sealed record ImpartialitySeatUnknown()
    : Error("Vælg det medlem, som spørgsmålet gælder.");

public sealed record OnlyMembersRaiseImpartiality(string Forum)
    : Error($"Kun medlemmer af {Forum} og sekretariatet kan rejse spørgsmålet.");

/// <summary>Members raise it before or at the meeting; afterwards the secretariat corrects the record.</summary>
public sealed record ImpartialityTooLate()
    : Error("Mødet er slut. Skriv til sekretariatet, hvis referatet skal rettes.");

/// <summary>Opinions 80.2a.1 and 91.2a.1: who is not at the meeting is inhabil at nothing.</summary>
public sealed record AbsentAnyway(string Name)
    : Error($"{Name} deltager ikke i mødet, så der er intet at tage stilling til. En stedfortræder for hele mødet kaldes ind med afbuddet.");

/// <summary>Whoever has voted has taken part.</summary>
public sealed record ImpartialityDuringVote()
    : Error("Der er en afstemning i gang ved punktet. Luk eller aflys den, før det skrives op, hvem der er inhabil.");

/// <summary>Kommunestyrelsesloven § 14: the body decides, and nobody is replaced before.</summary>
public sealed record BodyHasNotDecided(string Name)
    : Error($"Forummet har ikke besluttet, at {Name} er inhabil ved punktet. Tryk »Habilitet« på punktet, skriv beslutningen, og kald derefter stedfortræderen ind.");
