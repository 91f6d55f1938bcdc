using Klynge.Domain.Agendas;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>What the voters are shown: frozen when the case opens.</summary>
public sealed record CaseText
{
    public required string Title { get; init; }

    /// <summary>Paragraphs separated by a blank line; a line that starts with »- « is a bullet.</summary>
    public required string Presentation { get; init; }

    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<AgendaAttachment> Attachments { get; init; } = [];
}
