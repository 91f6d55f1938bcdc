using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>Bilag, as it stands now; what stood there before it hangs on it by <see cref="Before"/>.</summary>
/// <param name="Name">As minutes list it: a file name or a description.</param>
/// <param name="Url">Where it can be opened, https only; null for one that is only named.</param>
public sealed record AgendaAttachment(string Name, string? Url = null)
{
    /// <summary>Of this version; null for one that came with imported minutes or with a case.</summary>
    public AttachmentId? Id { get; init; }

    /// <summary>»Forventes læst«.</summary>
    public bool IsRequiredReading { get; init; }

    /// <summary>A closed attachment of an open item: only shown to those who may read closed items, and never in the public minutes.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Where the copy lies in the document library; null for what is only a link or a name.</summary>
    public string? Path { get; init; }

    /// <summary>Lower-case hex of the copy; null where there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes of the copy; null where there is none.</summary>
    public long? Size { get; init; }

    /// <summary>When this version came.</summary>
    public Instant? AddedAt { get; init; }

    /// <summary>What is new in this version, in the words of whoever gave it: »indarbejdede bemærkninger«.</summary>
    public string? Change { get; init; }

    /// <summary>Why it came after the time limit of bilag: »tallene først kom i går«; null where nothing is said.</summary>
    public string? LateReason { get; init; }

    /// <summary>The version that this one took the place of; null for the first.</summary>
    public AgendaAttachment? Before { get; init; }

    /// <summary>1 for the first.</summary>
    public int Version() => 1 + (Before?.Version() ?? 0);

    /// <summary>The same at another meeting, where it is not late.</summary>
    public AgendaAttachment OnTime() => LateReason is null && Before is null ? this : this with { LateReason = null, Before = Before?.OnTime() };

    /// <summary>This version and those before it, the newest first.</summary>
    public IEnumerable<AgendaAttachment> Versions()
    {
        for (var one = this; one is not null; one = one.Before)
            yield return one;
    }

    /// <summary>What a button names it by. One without an id has a key of its name and its address, which stays the same.</summary>
    public AttachmentId Key() => Id ?? new AttachmentId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{Url}")).AsSpan(0, 16)));

    /// <summary>The same, wherever its file has been moved from <paramref name="from"/> to <paramref name="to"/>, in any of its versions.</summary>
    public AgendaAttachment WithCopyAt(string from, string to, string url)
    {
        var before = Before?.WithCopyAt(from, to, url);
        return Path == from ? this with { Path = to, Url = url, Before = before }
            : before == Before ? this
            : this with { Before = before };
    }
}

public readonly record struct AttachmentId(Guid Value) : IRecordId
{
    public static AttachmentId New() => new(Guid.CreateVersion7());
}

/// <param name="Place">Where it stood, from 0.</param>
public sealed record TakenOffAttachment(AgendaAttachment Attachment, int Place);

/// <summary>What can be said of an attachment after it was given.</summary>
/// <param name="Name">As minutes list it.</param>
/// <param name="IsRequiredReading">»Forventes læst«.</param>
/// <param name="IsClosed">As <see cref="AgendaAttachment.IsClosed"/>.</param>
/// <param name="LateReason">As <see cref="AgendaAttachment.LateReason"/>, empty for none; null where it was not asked, and then it stays as it is.</param>
public sealed record AttachmentMarks(string Name, bool IsRequiredReading, bool IsClosed, string? LateReason = null);
