namespace Klynge.Teams.Connector;

/// <summary>
/// The turn of one message among those of which only one may be under way. It is taken when the request goes out: not while the
/// conversation's pace or the channel's Retry-After makes the message wait, so that a busy conversation holds no other up. Once the
/// channel has the message the turn is kept, until its owner gives it back.
/// </summary>
/// <param name="one">Shared by all the messages; of one place.</param>
/// <param name="key">Names the message, and is the same when it is sent again: whoever receives it can tell a repeat.</param>
public sealed class SendTurn(SemaphoreSlim one, string key) : IDisposable
{
    /// <summary>Carries <see cref="Key"/>. Teams takes no notice of it today; what stands between, and whoever reads a trace, may.</summary>
    public const string Header = "Idempotency-Key";

    private bool _isTaken;

    public string Key { get; } = key;

    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        if (!_isTaken)
        {
            await one.WaitAsync(cancellationToken);
            _isTaken = true;
        }
    }

    public void Dispose()
    {
        if (_isTaken)
        {
            _isTaken = false;
            one.Release();
        }
    }
}
