namespace Klynge.Application.Data.Migrations;

/// <summary>The database was written by a later version of the program; this one does not know what stands in it.</summary>
public sealed class NewerDatabaseException(string migration)
    : Exception($"The database has the migration {migration}, which this version does not know. Start the newer version.")
{
    public string Migration { get; } = migration;
}
