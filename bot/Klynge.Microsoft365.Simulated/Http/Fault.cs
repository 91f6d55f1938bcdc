namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>A failure in place of the answer that a request would have got.</summary>
/// <param name="Method">Of which requests.</param>
/// <param name="PathPart">What their path contains, without regard to case.</param>
/// <param name="Status">Such as 429.</param>
/// <param name="Code">Graph's name of the error.</param>
/// <param name="RetryAfter">Seconds, where the answer says so.</param>
/// <param name="AfterEffect">The request takes effect and its answer is lost: what a broken line looks like.</param>
public sealed record Fault(string Method, string PathPart, int Status, string Code, int? RetryAfter = null, bool AfterEffect = false);
