using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Documents.Opening;

/// <summary>
/// Links by which one person opens one document in a browser, where nobody is signed in: <c>…/documents/PASS</c>. A pass holds person,
/// document and end, encrypted (AES-GCM, by a key of <see cref="LinkKey"/>): it cannot be guessed, made or read, and does not show in an
/// address or a log what it opens. It opens what the person may read when it is used, not when it was made.
/// </summary>
public sealed class DocumentPasses(ApplicationSettings settings, LinkKey key, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>Long enough to find the link on another device, too short to be worth forwarding.</summary>
    public static readonly Duration GoodFor = Duration.FromMinutes(10);

    private const string Purpose = "document-pass";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 16 + sizeof(long);
    private const int MaxPassLength = 2_000;

    private readonly Lazy<byte[]> _key = new(() => key.Derive(Purpose));

    internal Uri For(PersonId person, DocumentPath path)
    {
        var name = Encoding.UTF8.GetBytes(path.ToString());
        var plain = new byte[HeadBytes + name.Length];
        person.Value.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(16), (clock.GetCurrentInstant() + GoodFor).ToUnixTimeSeconds());
        name.CopyTo(plain, HeadBytes);

        var pass = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(pass.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key.Value, TagBytes);
        cipher.Encrypt(pass.AsSpan(0, NonceBytes), plain, pass.AsSpan(NonceBytes, plain.Length), pass.AsSpan(NonceBytes + plain.Length));
        return new Uri($"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/{DocumentLinks.PagePath}/{Base64Url.EncodeToString(pass)}");
    }

    /// <returns>
    /// The document; null for what is no pass, for one that has run out, and where its person may not read the document any more. All are
    /// answered alike.
    /// </returns>
    public async Task<DocumentPath?> ReadAsync(string? pass, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (Decrypt(pass) is not { } opened || now >= opened.End)
            return null;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MayReadAsync(opened.Person, opened.Path, DanishTime.ToDanish(now).Date) ? opened.Path : null;
    }

    private Opened? Decrypt(string? pass)
    {
        if (pass is not { Length: > 0 and <= MaxPassLength } || !Base64Url.IsValid(pass)
            || Base64Url.DecodeFromChars(pass) is not { Length: > NonceBytes + HeadBytes + TagBytes } bytes)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(_key.Value, TagBytes);
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // Made up, altered, or of another host's key.
        }

        var end = Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(16)));
        return DocumentPath.Parse(Encoding.UTF8.GetString(plain.AsSpan(HeadBytes))) is { } path
            ? new Opened(new PersonId(new Guid(plain.AsSpan(0, 16))), path, end)
            : null;
    }

    private sealed record Opened(PersonId Person, DocumentPath Path, Instant End);
}
