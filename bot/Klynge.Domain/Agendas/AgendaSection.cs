namespace Klynge.Domain.Agendas;

/// <summary>A headed piece of an item's text: »Sagsfremstilling«, »Resumé«, »Borger-/patientperspektiv«.</summary>
/// <param name="Heading">Null for text that stands without a heading.</param>
/// <param name="Text">Paragraphs separated by a blank line; a line that starts with »- « is a bullet.</param>
public sealed record AgendaSection(string? Heading, string Text);
