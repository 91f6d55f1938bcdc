using NodaTime;

namespace Klynge.Application.Forums.Handovers;

/// <summary>
/// What a forum that ends gives to the one that follows, in the words of the day. Of closed cases it says no more than how many there are: they
/// stay with those who may read them.
/// </summary>
public sealed record HandoverContents(string Board, string From, string To, LocalDate LastDay)
{
    public IReadOnlyList<HandedCase> Cases { get; init; } = [];

    public IReadOnlyList<HandedDeadline> Agreements { get; init; } = [];

    public IReadOnlyList<HandedDeadline> Deadlines { get; init; } = [];

    public IReadOnlyList<HandedDecision> Decisions { get; init; } = [];

    public IReadOnlyList<HandedMember> Members { get; init; } = [];

    public IReadOnlyList<HandedDocument> Documents { get; init; } = [];

    /// <summary>Closed cases that are open still: they are not given on by themselves.</summary>
    public int ClosedCases { get; init; }
}

/// <param name="Journey">Where the case has been, oldest first: »d. 3. februar 2026: Punktet udsættes til næste møde.«</param>
public sealed record HandedCase(string Title, IReadOnlyList<string> Journey);

/// <param name="Who">Who sees to it, as it is shown; null for nobody.</param>
public sealed record HandedDeadline(string Title, LocalDate Date, string? Who);

public sealed record HandedDecision(LocalDate Meeting, int Number, string Title, string Decision);

public sealed record HandedMember(string Name, string Role, string Organisation, string? Party);

/// <param name="Sha256">Of the content as it was stored; null where the library alone knows it.</param>
public sealed record HandedDocument(string Path, string? Sha256);
