using Klynge.Domain.Common;

namespace Klynge.Domain.Forums;

/// <summary>The sender is nobody that the board file knows.</summary>
public sealed record UnknownPerson()
    : Error("Jeg kender dig ikke endnu. Står din mailadresse på medlemslisten, har jeg spurgt sekretariatet, om kontoen er din; ellers bed dem om at skrive dig på listen. Så kan vi tale videre.");

/// <summary>The person belongs to the forum, or not, and may not do this there.</summary>
/// <param name="Forum">The forum's name.</param>
public sealed record NotAllowed(string Forum)
    : Error($"Det kan du ikke gøre i {Forum}. Skriv til sekretariatet, hvis du mener, at du skal kunne.");

/// <summary>What was asked for is not there (any longer), or belongs to another forum: the answer is the same, so that nothing leaks.</summary>
public sealed record ForumNotFound()
    : Error("Det forum findes ikke, eller du er ikke med i det. Skriv »hjælp« for at se, hvad du kan.");
