namespace Klynge.Teams.Cards;

/// <summary>Both texts are Markdown: what a person wrote goes through <see cref="CardText.Escape"/> first.</summary>
public sealed record Fact(string Title, string Value);
