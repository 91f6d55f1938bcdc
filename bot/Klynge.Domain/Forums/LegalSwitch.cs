namespace Klynge.Domain.Forums;

/// <summary>
/// A right that a body has by law or by its own rules of procedure: <c>{"allowed":true,"source":"Kommunestyrelsesloven § 22, stk. 2"}</c>. What
/// is not settled for a body is off, and its source says so, so that nobody takes the silence for a yes.
/// </summary>
/// <param name="Allowed">Whether the body's people may use it.</param>
/// <param name="Source">Where it stands, or why it is off; null where nobody has said.</param>
public sealed record LegalSwitch(bool Allowed, string? Source = null)
{
    public static LegalSwitch Off { get; } = new(false);

    public static LegalSwitch On { get; } = new(true);
}
