using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Klynge.Application.Documents;
using Klynge.Microsoft365.Graph;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using NodaTime;
using UploadSession = Klynge.Application.Documents.UploadSession;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// Sends a large file up in parts, in order, and goes on after a crash from the last part that Graph has confirmed. The address that takes
/// the parts is a secret of its own: it is kept encrypted, never logged, and gets no token.
/// </summary>
/// <remarks>
/// Each host keeps keys of its own. What another host has begun and not ended is begun anew here: nothing of it was a file yet, so nothing
/// is lost or doubled, and the address that nobody can read any more runs out by itself within days. Keys that lie in the database beside
/// what they protect would protect nothing.
/// </remarks>
internal sealed partial class LargeUpload(
    UploadSessions sessions, IDataProtectionProvider protection, UploadHttp http, SharePointSettings settings, IClock clock, ILogger<LargeUpload> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Klynge.UploadSessions");

    internal async Task<DriveItem> UploadAsync(SharePointDrive drive, LargeFile file, CancellationToken cancellationToken)
    {
        if (await ResumeAsync(file, cancellationToken) is { } half)
        {
            try
            {
                return await SendAsync(drive, file, half, cancellationToken);
            }
            catch (UploadRefusedException exception) when (exception.Status is SharePointFailure.NotFound or SharePointFailure.Gone)
            {
                await sessions.ForgetAsync(file.Key, cancellationToken);
            }
        }

        return await SendAsync(drive, file, await BeginAsync(drive, file, cancellationToken), cancellationToken);
    }

    /// <summary>How far an earlier attempt came; null when there was none, or its address is forgotten here or there.</summary>
    private async Task<Half?> ResumeAsync(LargeFile file, CancellationToken cancellationToken)
    {
        var session = await sessions.FindAsync(file.Key, cancellationToken);
        if (session is null || session.ExpiresAt <= clock.GetCurrentInstant() || Unprotect(session.ProtectedUrl) is not { } url)
            return null;

        using var answer = await http.Client.GetAsync(url, cancellationToken);
        return answer.IsSuccessStatusCode ? new Half(url, session.ExpiresAt, await NextAsync(answer, cancellationToken)) : null;
    }

    private async Task<Half> BeginAsync(SharePointDrive drive, LargeFile file, CancellationToken cancellationToken)
    {
        var begun = await drive.BeginAsync(file.Path, file.Seen, cancellationToken);
        var half = new Half(http.Check(begun.UploadUrl), Instant.FromDateTimeOffset(begun.ExpirationDateTime!.Value), 0);
        await SaveAsync(file, half, cancellationToken);
        return half;
    }

    private async Task<DriveItem> SendAsync(SharePointDrive drive, LargeFile file, Half half, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(settings.PartSize, file.Content.Length)];
        while (true)
        {
            var length = (int)Math.Min(buffer.Length, file.Content.Length - half.Sent);
            if (half.Sent + length == file.Content.Length)
                await RequireUnchangedAsync(drive, file, cancellationToken);

            using var answer = await PutAsync(file, half, buffer.AsMemory(0, length), cancellationToken);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                await sessions.ForgetAsync(file.Key, cancellationToken);
                return await ItemAsync(answer, cancellationToken);
            }

            half = answer.StatusCode == HttpStatusCode.Accepted ? half with { Sent = await NextAsync(answer, cancellationToken) }
                : (int)answer.StatusCode == SharePointFailure.RangeRefused ? await AskAsync(half, cancellationToken)
                : await RefuseAsync(file, (int)answer.StatusCode, cancellationToken);
            await SaveAsync(file, half, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> PutAsync(LargeFile file, Half half, Memory<byte> bytes, CancellationToken cancellationToken)
    {
        file.Content.Position = half.Sent;
        await file.Content.ReadExactlyAsync(bytes, cancellationToken);
        using var part = new ReadOnlyMemoryContent(bytes);
        part.Headers.ContentRange = new ContentRangeHeaderValue(half.Sent, half.Sent + bytes.Length - 1, file.Content.Length);
        return await http.Client.PutAsync(half.Url, part, cancellationToken);
    }

    /// <summary>The last part makes the file: Graph looked at the tag when the upload began, which may be an hour ago.</summary>
    private static async Task RequireUnchangedAsync(SharePointDrive drive, LargeFile file, CancellationToken cancellationToken)
    {
        if (file.Seen is not null && (await drive.FindAsync(file.Path, cancellationToken))?.ETag != file.Seen)
            throw new UploadRefusedException(SharePointFailure.Changed);
    }

    /// <summary>A part that got there although its answer did not: Graph says where to go on.</summary>
    private async Task<Half> AskAsync(Half half, CancellationToken cancellationToken)
    {
        using var answer = await http.Client.GetAsync(half.Url, cancellationToken);
        var next = answer.IsSuccessStatusCode ? await NextAsync(answer, cancellationToken) : throw new UploadRefusedException((int)answer.StatusCode);
        return next > half.Sent ? half with { Sent = next } : throw new UploadRefusedException(SharePointFailure.Gone);
    }

    private async Task<Half> RefuseAsync(LargeFile file, int status, CancellationToken cancellationToken)
    {
        if (status is SharePointFailure.Conflict or SharePointFailure.Changed)
            await sessions.ForgetAsync(file.Key, cancellationToken);

        throw new UploadRefusedException(status);
    }

    private Task SaveAsync(LargeFile file, Half half, CancellationToken cancellationToken) => sessions.SaveAsync(
        new UploadSession
        {
            Key = file.Key,
            ProtectedUrl = _protector.Protect(half.Url.OriginalString),
            ExpiresAt = half.ExpiresAt,
            Sent = half.Sent,
        },
        cancellationToken);

    /// <summary>Null when keys that are gone protected it, such as those of a host from before they stood in the database: then the upload begins anew.</summary>
    private Uri? Unprotect(string url)
    {
        try
        {
            return http.Check(_protector.Unprotect(url));
        }
        catch (CryptographicException)
        {
            LogBegunElsewhere();
            return null;
        }
    }

    private static async Task<long> NextAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var next = json.RootElement.GetProperty("nextExpectedRanges")[0].GetString()!;
        return long.Parse(next.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<DriveItem> ItemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return (await KiotaJsonSerializer.DeserializeAsync(body, DriveItem.CreateFromDiscriminatorValue, cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Restarted a large upload that was begun with the keys of another host")]
    private partial void LogBegunElsewhere();

    private sealed record Half(Uri Url, Instant ExpiresAt, long Sent)
    {
        public override string ToString() => $"{nameof(Half)} {Sent}";
    }
}

/// <param name="DriveId">The library.</param>
/// <param name="Path">Where it is to lie.</param>
/// <param name="Content">The whole file; it can seek.</param>
/// <param name="Seen">The tag that may be replaced; null when nothing may be there.</param>
/// <param name="Key">Names the upload: the same file to the same place goes on, everything else begins anew.</param>
internal sealed record LargeFile(string DriveId, DocumentPath Path, Stream Content, string? Seen, string Key)
{
    internal static async Task<LargeFile> OfAsync(string driveId, DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken)
    {
        var hash = await ContentHash.OfAsync(content, cancellationToken);
        return new(driveId, path, content, seen, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{driveId}\n{path}\n{seen}\n{hash}"))));
    }
}

/// <summary>
/// A client without a token, and without the logging of a factory's, for the short-lived addresses that Graph hands out for uploads and
/// downloads: each is a secret of its own.
/// </summary>
internal sealed class UploadHttp(Microsoft365Settings settings) : IDisposable
{
    internal HttpClient Client { get; } = new(new ThrottleMeter(GraphOperation.Upload) { InnerHandler = GraphClients.CreateTransport() }) { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>https, or the stand-in on this machine.</summary>
    /// <exception cref="IOException">Graph handed out something else.</exception>
    internal Uri Check(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (settings.Mode == Microsoft365Mode.Simulated && url.IsLoopback))
            ? url
            : throw new IOException("Graph handed out an address that is not https.");

    public void Dispose() => Client.Dispose();
}
