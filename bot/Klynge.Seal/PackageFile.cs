namespace Klynge.Seal;

/// <summary>A file of a package: where it lies in it, and how its content is read, which is once for each package that is written.</summary>
/// <param name="Path">With forward slashes, for example <c>sag/svar.json</c>; never in <c>META-INF/</c>, which is the seal's own place.</param>
/// <param name="OpenAsync">The content from its beginning; whoever writes the package closes it.</param>
public sealed record PackageFile(string Path, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>A file that is small enough to be held.</summary>
    public static PackageFile Of(string path, ReadOnlyMemory<byte> content) =>
        new(path, _ => Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false)));
}
