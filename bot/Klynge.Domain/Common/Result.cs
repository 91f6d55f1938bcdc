using System.Diagnostics.CodeAnalysis;

namespace Klynge.Domain.Common;

/// <summary>What a use case came to: a value, or the one <see cref="Common.Error"/> that stopped it with nothing changed.</summary>
public readonly record struct Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The result is a refusal: the caller did not look first, which is a bug.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused with {Error.Code}; there is no value.");

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Error? error)
    {
        (value, error) = (_value, Error);
        return error is null;
    }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>The value of a use case that has nothing to tell but that it is done.</summary>
public readonly record struct Done;

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
