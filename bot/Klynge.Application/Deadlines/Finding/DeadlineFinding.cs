using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>A sentence that names a deadline.</summary>
/// <param name="Date">The last day; null when the sentence leaves it open (»inden sommerferien«), and somebody must be asked.</param>
/// <param name="Sentence">Word for word, on one line.</param>
public sealed record DeadlineFinding(LocalDate? Date, string Sentence)
{
    /// <summary>»kl. 12«; null where the whole day counts.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Who is to do it, in the words of the sentence (»hver kommune«); null where it says nobody. No person is looked up for it.</summary>
    public string? Responsible { get; init; }

    public bool IsVague => Date is null;
}
