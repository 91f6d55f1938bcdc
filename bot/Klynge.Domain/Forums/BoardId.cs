namespace Klynge.Domain.Forums;

public readonly record struct BoardId(Guid Value)
{
    public static BoardId New() => new(Guid.CreateVersion7());
}
