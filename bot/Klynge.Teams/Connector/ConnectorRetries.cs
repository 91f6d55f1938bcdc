using System.Net;
using Klynge.Teams.Routing;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Klynge.Teams.Connector;

/// <summary>
/// Which answers of the channel are worth another try: 429 (after what Retry-After says), 412, 502 and 504, and a connection
/// that never came about. Never 403 or 413, which stay as they are.
/// </summary>
internal static class ConnectorRetries
{
    /// <summary>All attempts and waits of one call together.</summary>
    internal static readonly TimeSpan TotalTime = TimeSpan.FromSeconds(45);

    internal const int MaxRetries = 5;

    /// <summary>
    /// However long the channel asks to be left alone, it is tried again after ten minutes: one odd answer (»86400«, a date of next year)
    /// must not end a conversation for a day.
    /// </summary>
    internal static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(10);

    public static ResiliencePipeline<HttpResponseMessage> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TotalTime })
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaxRetries,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(20),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => new ValueTask<bool>(IsWorthARetry(attempt.Outcome, time)),
                OnRetry = attempt =>
                {
                    TeamsTelemetry.Retried((int?)attempt.Outcome.Result?.StatusCode);
                    return ValueTask.CompletedTask;
                },
                DelayGenerator = attempt => new ValueTask<TimeSpan?>(RetryAfter(attempt.Outcome.Result, time)),
            })
            .Build();

    /// <summary>What the channel asks for, in seconds or as a date, at most <see cref="MaxRetryAfter"/>; null when it asks for nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => Within(seconds),
        { Date: { } date } => Within(date - time.GetUtcNow()),
        _ => null,
    };

    private static TimeSpan Within(TimeSpan wait) => TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, MaxRetryAfter.Ticks));

    private static bool IsWorthARetry(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } } => true,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => !(RetryAfter(outcome.Result, time) > TotalTime),
        { Result.StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };
}
