namespace Klynge.Domain.Forums;

public readonly record struct ForumId(Guid Value)
{
    public static ForumId New() => new(Guid.CreateVersion7());
}
