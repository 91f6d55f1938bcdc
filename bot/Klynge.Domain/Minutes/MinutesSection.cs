namespace Klynge.Domain.Minutes;

/// <summary>A heading as printed ("Sagsfremstilling"), or none, and its text in the form of <see cref="MinutesText"/>.</summary>
public sealed record MinutesSection(string? Heading, string Text);
