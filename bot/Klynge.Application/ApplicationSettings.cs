namespace Klynge.Application;

/// <summary>What the application needs to know of its surroundings, from the host.</summary>
/// <param name="ConnectionString">The database.</param>
/// <param name="DataDirectory">An absolute path; documents are kept below it in local mode.</param>
/// <param name="PublicUrl">Where people reach the host's pages, for links on cards.</param>
/// <param name="IdentityClientId">The managed identity that signs in to a database without a password; null for the surroundings' own.</param>
public sealed record ApplicationSettings(string ConnectionString, string DataDirectory, Uri PublicUrl, string? IdentityClientId = null)
{
    /// <summary>Where people reach the workspace, for »Åbn i Klynge«; null where nobody has said.</summary>
    public Uri? Workspace { get; init; }
}
