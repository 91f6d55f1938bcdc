namespace Klynge.Domain.Forums;

/// <summary>One person's place in one forum: a seat. The same person has a <see cref="MemberId"/> per forum.</summary>
public readonly record struct MemberId(Guid Value)
{
    public static MemberId New() => new(Guid.CreateVersion7());
}
