using System.Data.Common;
using Klynge.Application.Data.Engines;

namespace Klynge.Application.Data;

/// <summary>
/// Statements that run so often that reading them anew each time would cost more than carrying them out: each is prepared once on the
/// writer's connection and kept. For the hot path only; everything else goes through the context. Runs synchronously, because the
/// writer's loop has nothing else to do meanwhile.
/// </summary>
public sealed class PreparedSql : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private readonly DbConnection _connection;
    private DbTransaction? _transaction;

    internal PreparedSql(DbConnection connection) => _connection = connection;

    /// <param name="sql">A constant: every text is kept for good. Its parameters are <c>@p0</c>, <c>@p1</c> and so on.</param>
    /// <param name="values">In the order of the parameters, as the database stores them: a bare Guid, a UTC DateTime, a number.</param>
    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first row, or null when there is none.</summary>
    /// <inheritdoc cref="Execute"/>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    /// <summary>The transaction that the statements take part in from now on.</summary>
    internal void Join(DbTransaction transaction) => _transaction = transaction;

    private DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
            command = Create(sql, values.Length);

        command.Transaction = _transaction;
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;

        return command;
    }

    private DbCommand Create(string sql, int parameters)
    {
        var command = NewCommands.On(_connection);
        command.CommandText = sql;
        for (var index = 0; index < parameters; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        return _commands[sql] = command;
    }
}
