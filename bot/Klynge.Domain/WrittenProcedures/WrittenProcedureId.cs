namespace Klynge.Domain.WrittenProcedures;

public readonly record struct WrittenProcedureId(Guid Value)
{
    public static WrittenProcedureId New() => new(Guid.CreateVersion7());
}
