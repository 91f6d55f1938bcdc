namespace Klynge.Application.WrittenProcedures;

/// <summary>A stored document of a case as a card offers it.</summary>
/// <param name="Title">Of the button.</param>
public sealed record CaseLink(string Title, Uri Url);
