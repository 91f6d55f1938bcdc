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
