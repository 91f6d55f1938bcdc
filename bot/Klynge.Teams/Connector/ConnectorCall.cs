namespace Klynge.Teams.Connector;

/// <param name="Path">Below the service URL, with a leading slash, ids escaped.</param>
/// <param name="Body">JSON in UTF-8, kept as bytes so that a retry sends the same.</param>
/// <param name="Thread">The conversation whose limits count; null for a question, which has none.</param>
/// <param name="Turn">Taken for each attempt and kept by one that succeeds; null for what waits for nobody.</param>
/// <param name="Within">How long all attempts and waits may take; null for <see cref="ConnectorRetries.TotalTime"/>.</param>
internal sealed record ConnectorCall(
    HttpMethod Method, string ServiceUrl, string Path, byte[]? Body = null, string? Thread = null, SendTurn? Turn = null, TimeSpan? Within = null);
