namespace Klynge.Application.Data;

/// <summary>A row that a use case changed past the change tracker, by <see cref="PreparedSql"/>, as the audit log is to say it.</summary>
/// <param name="Before">Names in camel case, values as they are stored; null for a new row.</param>
/// <param name="After">Null for a row that was taken away.</param>
public sealed record RowChange(
    string Entity, Guid Id, IReadOnlyList<(string Name, object? Value)>? Before, IReadOnlyList<(string Name, object? Value)>? After);
