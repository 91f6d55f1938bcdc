using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Klynge.Application.Documents;

/// <summary>
/// Seals the links to documents that the host itself serves, so that nobody can make one up from a forum's name, a year and a date: 128
/// bits of HMAC-SHA256 of the path. The key lies beside the documents, in <c>.key</c>, so all hosts of one folder make the same links and
/// a restored folder keeps those in old cards. A seal shows where a link comes from, not who follows it: that is
/// <see cref="DocumentRights"/>.
/// </summary>
/// <param name="folder">Of the documents.</param>
public sealed class LinkKey(string folder)
{
    private const int KeyBytes = 32;
    private const int SealBytes = 16;
    private const string FileName = ".key";

    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(folder));

    /// <summary>22 characters that stand in an address as they are.</summary>
    internal string SealOf(DocumentPath path)
    {
        var hash = HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(path.ToString()));
        return Base64Url.EncodeToString(hash.AsSpan(0, SealBytes));
    }

    /// <summary>A key of its own for another purpose, which nothing that is sealed gives away.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key.Value, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    internal bool IsSealOf(string seal, DocumentPath path) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(SealOf(path)));

    /// <summary>
    /// The file appears whole or not at all, and the first of several hosts that start at once wins. They take turns at the folder:
    /// <c>File.Move</c> that may not overwrite first looks and then renames, so that two hosts could each put a key of their own there.
    /// </summary>
    private static byte[] ReadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            Make(folder, file);

        return File.ReadAllBytes(file) is { Length: KeyBytes } key ? key : throw new InvalidDataException($"The key of the document links is damaged: {FileName}.");
    }

    private static void Make(string folder, string file)
    {
        using var turn = FolderLock.Take(Path.Combine(folder, FolderLock.FileName));
        if (File.Exists(file))
            return;

        var made = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(KeyBytes));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);

            File.Move(made, file, overwrite: false);
        }
        finally
        {
            File.Delete(made);
        }
    }
}
