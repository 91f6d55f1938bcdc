namespace Klynge.Application.Data;

/// <summary>
/// The database could not commit (disk full, read-only folder, locked for too long). Nothing of the use case is saved;
/// the person is told so and can try again.
/// </summary>
public sealed class StorageUnavailableException(Exception inner)
    : Exception("The database could not save the change.", inner);
