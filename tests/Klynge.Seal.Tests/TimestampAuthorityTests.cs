using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Klynge.Seal.Keys;
using Klynge.Seal.Signing;
using Klynge.Seal.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Klynge.Seal.Tests;

/// <summary>RFC 3161 over real HTTP.</summary>
public sealed class TimestampAuthorityTests : IDisposable
{
    private static readonly byte[] Content = "det, som skal stemples"u8.ToArray();

    private readonly Issued _issued = new();
    private readonly HttpClient _http = SealHttp.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _issued.Dispose();
    }

    [Fact]
    public async Task Authority_IsAskedAsTheStandardSays_AndItsTokenIsOverTheContent()
    {
        string? asked = null;
        var authority = new TrialAuthority(_issued.Stamp(), new FixedTime(Issued.Now));
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            asked = $"{context.Request.Method} {context.Request.ContentType}";
            await AnswerAsync(context, authority.Answer(await LoopbackServer.ReadAsync(context)));
        });

        var token = await new HttpTimestampAuthority(_http, server.Url).StampAsync(Content, Ct);

        Assert.Equal("POST application/timestamp-query", asked);
        Assert.True(Rfc3161TimestampToken.TryDecode(token, out var read, out _));
        Assert.True(read.VerifySignatureForData(Content, out _));
        Assert.Equal(Issued.Now, read.TokenInfo.Timestamp);
    }

    /// <summary>The authority's own root and whatever it sends beside are no part of a package: nothing would hold them.</summary>
    [Fact]
    public async Task Token_KeepsNothingButTheWayToTheRoot()
    {
        var stamp = _issued.Stamp();
        var authority = new TrialAuthority(stamp, new FixedTime(Issued.Now));
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var request = await LoopbackServer.ReadAsync(context);
            await AnswerAsync(context, WithMore(authority.Answer(request), request));
        });

        var token = await new HttpTimestampAuthority(_http, server.Url).StampAsync(Content, Ct);

        Assert.True(Rfc3161TimestampToken.TryDecode(token, out var read, out _));
        Assert.Equal([stamp.Thumbprint], read.AsSignedCms().Certificates.Select(one => one.Thumbprint));
    }

    public static TheoryData<string> Wrong => ["503", "302", "empty", "words", "large", "refusal", "other content", "other nonce"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AnswerThatIsNone_IsTakenAsAway(string how)
    {
        var authority = new TrialAuthority(_issued.Stamp(), new FixedTime(Issued.Now));
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            asked++;
            var request = await LoopbackServer.ReadAsync(context);
            context.Response.StatusCode = how switch { "503" => 503, "302" => 302, _ => 200 };
            context.Response.Headers.Location = how == "302" ? "/andetsteds" : null!;
            await AnswerAsync(context, how switch
            {
                "empty" => [],
                "words" => "<html>Log på hotellets net</html>"u8.ToArray(),
                "large" => new byte[300_000],
                "refusal" => authority.Answer("x"u8.ToArray()),
                "other content" => authority.Answer(Rfc3161TimestampRequest.CreateFromData("andet"u8, HashAlgorithmName.SHA256, nonce: NonceOf(request), requestSignerCertificates: true).Encode()),
                "other nonce" => authority.Answer(Rfc3161TimestampRequest.CreateFromData(Content, HashAlgorithmName.SHA256, nonce: new byte[] { 1, 2, 3 }, requestSignerCertificates: true).Encode()),
                _ => authority.Answer(request),
            });
        });

        await Assert.ThrowsAsync<SealUnavailableException>(() => new HttpTimestampAuthority(_http, server.Url).StampAsync(Content, Ct));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task AuthorityThatIsNotThere_OrNeverAnswers_IsTakenAsAway()
    {
        await Assert.ThrowsAsync<SealUnavailableException>(() => new HttpTimestampAuthority(_http, new Uri("http://127.0.0.1:1")).StampAsync(Content, Ct));

        using var hasty = SealHttp.Create();
        hasty.Timeout = TimeSpan.FromMilliseconds(200);
        var release = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(_ => release.Task);
        await Assert.ThrowsAsync<SealUnavailableException>(() => new HttpTimestampAuthority(hasty, server.Url).StampAsync(Content, Ct));
        release.SetResult();
    }

    /// <summary>Somebody who stops the host has not found an outage.</summary>
    [Fact]
    public async Task Cancelling_IsNoOutage()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            stop.Cancel();
            return Task.CompletedTask;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new HttpTimestampAuthority(_http, server.Url).StampAsync(Content, stop.Token));
    }

    private static Task AnswerAsync(HttpContext context, byte[] answer)
    {
        context.Response.ContentType = "application/timestamp-reply";
        return context.Response.Body.WriteAsync(answer, context.RequestAborted).AsTask();
    }

    private static byte[] NonceOf(byte[] request) =>
        Rfc3161TimestampRequest.TryDecode(request, out var read, out _) ? read.GetNonce()!.Value.ToArray() : [];

    /// <summary>The same answer with the root and a stranger's certificate beside.</summary>
    private byte[] WithMore(byte[] answer, byte[] request)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(request, out var asked, out _));
        var signed = asked.ProcessResponse(answer, out _).AsSignedCms();
        signed.AddCertificate(_issued.Root);
        signed.AddCertificate(_issued.Seal());
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(0);

            writer.WriteEncodedValue(signed.Encode());
        }

        return writer.Encode();
    }
}
