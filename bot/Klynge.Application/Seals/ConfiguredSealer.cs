using Azure.Core;
using Azure.Identity;
using Klynge.Seal;
using Klynge.Seal.Keys;
using Klynge.Seal.Signing;

namespace Klynge.Application.Seals;

/// <summary>
/// The sealer that the settings name. It is opened when something is sealed the first time: a trial's keys are made then, and a file
/// that is away must not keep the bot from starting.
/// </summary>
internal sealed class ConfiguredSealer(SealSettings settings, string dataDirectory, string? identityClientId, TimeProvider time) : ISealer, IDisposable
{
    private static readonly TokenRequestContext VaultScope = new([KeyVaultKey.Scope]);

    private readonly HttpClient _http = SealHttp.Create();
    private readonly Lock _opening = new();
    private ISealer? _opened;

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Open().SignAsync(content, cancellationToken);

    public Task<byte[]> TimestampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Open().TimestampAsync(content, cancellationToken);

    public void Dispose() => _http.Dispose();

    private ISealer Open()
    {
        lock (_opening)
            return _opened ??= settings.HasKey ? new CertificateSealer(Key(), new HttpTimestampAuthority(_http, settings.TimestampUrl!), time) : Trial();
    }

    private ISealKey Key() => settings.Pfx is { } path
        ? new PfxKey(path, settings.PfxPassword)
        : new KeyVaultKey(_http, settings.KeyVaultCertificate!, VaultToken());

    private ISealer Trial()
    {
        try
        {
            return TrialSeal.Open(Path.Combine(dataDirectory, SealSettings.TrialFolder), time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SealUnavailableException("The folder of the trial's seal cannot be used.", exception);
        }
    }

    private Func<CancellationToken, Task<string>> VaultToken()
    {
        var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identityClientId });
        return async cancellationToken =>
        {
            try
            {
                return (await credential.GetTokenAsync(VaultScope, cancellationToken)).Token;
            }
            catch (AuthenticationFailedException exception)
            {
                throw new SealUnavailableException("The identity gets no token for the key vault.", exception);
            }
        };
    }
}
