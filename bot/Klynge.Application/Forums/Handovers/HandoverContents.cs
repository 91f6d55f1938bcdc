using NodaTime;

namespace Klynge.Application.Forums.Handovers;

/// <summary>
/// What a forum that ends gives to the one that follows, in the words of the day. Of a closed case it says no more than where it stands, and whether
/// it follows or stays, and why: its words are for those alone who may read it.
/// </summary>
public sealed record HandoverContents(string Board, string From, string To, LocalDate LastDay)
{
    public IReadOnlyList<HandedCase> Cases { get; init; } = [];

    public IReadOnlyList<HandedDeadline> Agreements { get; init; } = [];

    public IReadOnlyList<HandedDeadline> Deadlines { get; init; } = [];

    public IReadOnlyList<HandedDecision> Decisions { get; init; } = [];

    public IReadOnlyList<HandedMember> Members { get; init; } = [];

    public IReadOnlyList<HandedDocument> Documents { get; init; } = [];

    /// <summary>Årshjul: what came round in the forum, and when.</summary>
    public IReadOnlyList<HandedWheelEntry> Wheel { get; init; } = [];

    /// <summary>Closed cases that are open still, those that follow and those that stay.</summary>
    public IReadOnlyList<HandedClosedCase> Closed { get; init; } = [];

    /// <summary>How many closed cases stay where they are.</summary>
    public int ClosedCases { get; init; }
}

/// <param name="Journey">Where the case has been, oldest first: »d. 3. februar 2026: Punktet udsættes til næste møde.«</param>
public sealed record HandedCase(string Title, IReadOnlyList<string> Journey);

/// <param name="Where">Where it stands, and nothing of what it is: »punkt 3 d. 6. januar 2026«.</param>
/// <param name="StaysBecause">Why it does not follow; null for one that does.</param>
public sealed record HandedClosedCase(string Where, string? StaysBecause);

/// <param name="Rule">»sidste fredag i juni«</param>
/// <param name="Who">Who sees to it; null for the secretariat.</param>
public sealed record HandedWheelEntry(string Title, string Rule, string? Who);

/// <param name="Who">Who sees to it, as it is shown; null for nobody.</param>
public sealed record HandedDeadline(string Title, LocalDate Date, string? Who);

public sealed record HandedDecision(LocalDate Meeting, int Number, string Title, string Decision);

public sealed record HandedMember(string Name, string Role, string Organisation, string? Party);

/// <param name="Sha256">Of the content as it was stored; null where the library alone knows it.</param>
public sealed record HandedDocument(string Path, string? Sha256);
