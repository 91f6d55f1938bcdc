namespace Klynge.Domain.Calendar;

/// <summary>What a text that a person wrote must keep to.</summary>
/// <param name="What">What it is, in the definite form that begins a sentence: "Titlen". It is shown to the person.</param>
/// <param name="MaxLength">In UTF-16 code units, as databases and <see cref="string.Length"/> count, after cleaning.</param>
/// <param name="Optional">Whether nothing at all will do.</param>
/// <param name="Multiline">Whether line breaks are kept.</param>
public sealed record TextLimit(string What, int MaxLength, bool Optional = false, bool Multiline = false);
