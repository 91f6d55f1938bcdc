using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>A sentence that names a deadline.</summary>
/// <param name="Date">The last day; null when the sentence leaves it open (»inden sommerferien«), and somebody must be asked.</param>
/// <param name="Sentence">Word for word, on one line.</param>
public sealed record DeadlineFinding(LocalDate? Date, string Sentence)
{
    public bool IsVague => Date is null;
}
