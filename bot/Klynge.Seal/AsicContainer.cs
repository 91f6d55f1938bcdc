namespace Klynge.Seal;

/// <summary>Writes packages as ASiC-E containers (ETSI EN 319 162-1), which tools that are not ours can check.</summary>
public static class AsicContainer
{
    /// <summary>The content of the file <c>mimetype</c>.</summary>
    public const string MimeType = "application/vnd.etsi.asic-e+zip";

    /// <summary>What a package's name ends in.</summary>
    public const string Extension = ".asice";

    /// <param name="seekableOutput">Takes the package from its beginning; a file when it may be large.</param>
    /// <param name="files">In the order in which they stand in the package.</param>
    /// <param name="sealer">Null for a package without a seal.</param>
    /// <param name="cancellationToken">Gives up; what is written then is no package.</param>
    /// <exception cref="SealUnavailableException">The sealer's key or authority is away.</exception>
    public static Task WriteAsync(Stream seekableOutput, IReadOnlyList<PackageFile> files, ISealer? sealer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seekableOutput);
        ArgumentNullException.ThrowIfNull(files);
        throw new NotSupportedException();
    }
}
