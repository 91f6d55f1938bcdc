namespace Klynge.Testing;

/// <summary>
/// One browser for the tests of a class: <c>class PageTests(ChromiumFixture chromium) : IClassFixture&lt;ChromiumFixture&gt;</c>.
/// It starts with the first test that asks for it, so that a test, not the fixture, skips where there is no browser.
/// </summary>
public sealed class ChromiumFixture : IAsyncDisposable
{
    private Task<Chromium>? _launched;

    public Task<Chromium> LaunchedAsync() => _launched ??= Chromium.LaunchAsync();

    public async ValueTask DisposeAsync()
    {
        if (_launched is { IsCompletedSuccessfully: true })
            await (await _launched).DisposeAsync();
    }
}
