namespace Klynge.Domain.Common;

/// <summary>
/// A refusal that is expected in daily use: what happened, what it means and what to do, in Danish, as the person reads it.
/// Each feature lists its own in an <c>Errors.cs</c>. A bug or an outage is an exception, never an <see cref="Error"/>.
/// </summary>
/// <param name="Text">The whole sentence for the person, in Danish. It may quote what that person typed, so it is never logged.</param>
public abstract record Error(string Text)
{
    /// <summary>The name that logs, the audit log and tests use: the record's own name, which carries no personal data.</summary>
    public string Code => GetType().Name;

    public sealed override string ToString() => Code;
}
