namespace Klynge.Domain.Agendas;

/// <summary>Bilag.</summary>
/// <param name="Name">As minutes list it: a file name or a description.</param>
/// <param name="Url">Where it can be opened, https only; null for one that is only named.</param>
public sealed record AgendaAttachment(string Name, string? Url = null);
