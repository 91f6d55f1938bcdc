using Klynge.Domain.Agendas;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Bilag of a case. Once the case is open, the content that the voters were shown is named by its hash.</summary>
/// <param name="Name">As the ballot lists it.</param>
/// <param name="Url">Where it can be opened; null for one that is only named.</param>
/// <param name="Path">Where the frozen copy lies in the document library; null while none was taken.</param>
/// <param name="Sha256">Lower-case hex of the frozen copy; null for what could not be frozen.</param>
/// <param name="CopyUrl">Where the frozen copy can be opened.</param>
public sealed record CaseAttachment(string Name, string? Url = null, string? Path = null, string? Sha256 = null, string? CopyUrl = null)
{
    public static CaseAttachment Of(AgendaAttachment attachment) => new(attachment.Name, attachment.Url);

    public bool IsFrozen => Sha256 is not null;

    /// <summary>It can be opened, and what stands there may change: the voters and the protocol are told so.</summary>
    public bool IsLinkOnly => Url is not null && !IsFrozen;

    /// <summary>What the voters open: the frozen copy, so that they see what was frozen.</summary>
    public string? ShownUrl => CopyUrl ?? Url;
}
