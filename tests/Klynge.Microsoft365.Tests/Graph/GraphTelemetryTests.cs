using System.Diagnostics.Metrics;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;

namespace Klynge.Microsoft365.Tests.Graph;

public sealed class GraphTelemetryTests : IAsyncLifetime
{
    private GraphFixture _fixture = null!;
    private BoardMeeting _meeting = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await GraphFixture.StartAsync();
        _meeting = BoardMeeting.Add(_fixture.StandIn);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Throttling_IsCountedByOperation_WithTheTimeThatWasWaited(int status)
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", status, "TooManyRequests", RetryAfter: 1), times: 2);
        using var meters = new Collected();

        Assert.True((await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).IsSuccess);

        Assert.Equal(2, meters.Sum("klynge.graph.throttled", $"operation=calendar,status={status}"));
        Assert.InRange(meters.Sum("klynge.graph.throttled.wait", "operation=calendar"), 1.9, 30);
    }

    /// <summary>Nobody waited for it here: the job comes again, and says so by its own lag.</summary>
    [Fact]
    public async Task Throttling_ThatIsGivenUp_IsCountedWithoutAWait()
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", 429, "TooManyRequests", RetryAfter: 120));
        using var meters = new Collected();

        await Assert.ThrowsAnyAsync<Exception>(() => _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct));

        Assert.Equal(1, meters.Sum("klynge.graph.throttled", "operation=calendar,status=429"));
        Assert.Equal(0, meters.Sum("klynge.graph.throttled.wait", "operation=calendar"));
    }

    [Fact]
    public async Task AnswersThatAskForNoPause_AreNotCounted()
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", 404, "ErrorItemNotFound"));
        using var meters = new Collected();

        await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct);
        await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct);

        Assert.Equal(0, meters.Sum("klynge.graph.throttled", string.Empty));
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/events/2", "calendar")]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/calendarView/delta?$deltatoken=x", "calendar")]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/onlineMeetings?$filter=x", "meetings")]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/onlineMeetings/2/attendanceReports/3", "attendance")]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/sendMail", "mail")]
    [InlineData("https://graph.microsoft.com/v1.0/drives/1/root:/Chefforum/sendMail/events", "documents")]
    [InlineData("https://graph.microsoft.com/v1.0/sites/a:/sites/users/subscriptions", "documents")]
    [InlineData("https://graph.microsoft.com/v1.0/subscriptions/1", "subscriptions")]
    [InlineData("https://graph.microsoft.com/v1.0/users/1/Lise-Lotte", "other")]
    [InlineData("https://graph.microsoft.com/", "other")]
    public void Operation_IsAWordOfOurs_WhateverThePathHolds(string url, string operation) => Assert.Equal(operation, GraphOperation.Of(new Uri(url)));

    /// <summary>What this test's own calls record: meters are the whole process's, and tests beside it are throttled, too.</summary>
    private sealed class Collected : IDisposable
    {
        private static readonly AsyncLocal<Collected?> Own = new();

        private readonly Lock _lock = new();
        private readonly List<(string Name, string Tags, double Value)> _all = [];
        private readonly MeterListener _listener = new();

        public Collected()
        {
            Own.Value = this;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GraphTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _listener.Start();
        }

        public double Sum(string name, string tags)
        {
            lock (_lock)
                return _all.Where(one => one.Name == name && one.Tags.StartsWith(tags, StringComparison.Ordinal)).Sum(one => one.Value);
        }

        public void Dispose() => _listener.Dispose();

        private void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Own.Value != this)
                return;

            var text = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            lock (_lock)
                _all.Add((name, text, value));
        }
    }
}
