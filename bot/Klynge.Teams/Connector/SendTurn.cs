namespace Klynge.Teams.Connector;

/// <summary>
/// The turn of one message among those of which only one may be under way. It is taken when the request goes out: not while the
/// conversation's pace or the channel's Retry-After makes the message wait, so that a busy conversation holds no other up. Once the
/// channel has the message the turn is kept, until its owner gives it back.
/// </summary>
/// <param name="one">Shared by all the messages; of one place.</param>
public sealed class SendTurn(SemaphoreSlim one) : IDisposable
{
    private bool _isTaken;

    public async Task TakeAsync(CancellationToken cancellationToken)
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
