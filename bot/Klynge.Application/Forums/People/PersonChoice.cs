namespace Klynge.Application.Forums.People;

/// <summary>Somebody whom a form lets choose.</summary>
/// <param name="Id">Of what is chosen: a person, a seat, a line of a list. Empty for one that words alone do not mean, such as »Stedfortræder for Mads Holt«.</param>
/// <param name="Title">As the choice reads: »Mads Holt, Birkelse Kommune«.</param>
/// <param name="Value">As the form sends it.</param>
/// <param name="Organisations">What tells two of one name apart.</param>
public sealed record PersonChoice(ListedId Id, string Name, string Title, string Value, params IReadOnlyList<string> Organisations);
