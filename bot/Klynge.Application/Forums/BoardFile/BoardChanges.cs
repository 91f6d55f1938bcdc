using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What applying a board file changes, in the order of the file; empty when it says what is on record.</summary>
public sealed record BoardChanges(IReadOnlyList<BoardChange> All);

/// <summary>One line of what a board file would change, or changed.</summary>
/// <param name="Kind">Added, changed or ended; nothing is ever deleted.</param>
/// <param name="Subject">Danish: »Forum Chefforum«, »Signe Dahl i Chefforum«.</param>
/// <param name="Detail">Danish: what is different, from what to what; empty for what is plain from the subject.</param>
public sealed record BoardChange(BoardChangeKind Kind, string Subject, string Detail);

public enum BoardChangeKind
{
    /// <summary>Ny.</summary>
    Added = 1,

    /// <summary>Ændret.</summary>
    Changed = 2,

    /// <summary>Slutter: a seat gets its last day, a forum is closed. The history stays.</summary>
    Ended = 3,
}

/// <summary>Takes down what is being changed, in Danish, while it is changed.</summary>
internal sealed class ChangeNotes
{
    private readonly List<BoardChange> _all = [];
    private readonly List<string> _details = [];

    internal IReadOnlyList<BoardChange> All => _all;

    internal void Added(string subject, string detail = "") => _all.Add(new BoardChange(BoardChangeKind.Added, subject, detail));

    internal void Ended(string subject, string detail) => _all.Add(new BoardChange(BoardChangeKind.Ended, subject, detail));

    /// <summary>Compares, and sets when different; the difference is a detail of the next <see cref="Changed"/>.</summary>
    internal void Set<T>(string what, T before, T after, Action<T> set)
    {
        if (EqualityComparer<T>.Default.Equals(before, after))
            return;

        set(after);
        _details.Add($"{what}: {Show(before)} → {Show(after)}");
    }

    /// <summary>One line for all details since the last; none for none.</summary>
    internal void Changed(string subject)
    {
        if (_details.Count > 0)
            _all.Add(new BoardChange(BoardChangeKind.Changed, subject, string.Join("; ", _details)));
        _details.Clear();
    }

    internal void Reordered(string forum) =>
        _all.Add(new BoardChange(BoardChangeKind.Changed, ApplyTexts.Forum(forum), ApplyTexts.Order));

    private static string Show<T>(T value) => value switch
    {
        null or "" => ApplyTexts.Nothing,
        bool flag => flag ? ApplyTexts.Yes : ApplyTexts.No,
        LocalDate date => DanishFormat.PlainDate(date),
        decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','),
        Klynge.Domain.Forums.Role role => Klynge.Domain.Forums.RoleNames.Danish(role),
        _ => value.ToString() ?? ApplyTexts.Nothing,
    };
}
