namespace Klynge.Domain.Common;

/// <summary>The value of a use case that has nothing to tell but that it is done.</summary>
public readonly record struct Done;
