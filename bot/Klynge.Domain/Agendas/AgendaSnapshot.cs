using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Meetings;

namespace Klynge.Domain.Agendas;

/// <summary>
/// What an agenda said at one moment, as members read it: when and where the meeting is, and its items in their order. It holds marks and no
/// words, so that nothing closed lies in it. Decisions, and where a file lies, are no part of it.
/// </summary>
public sealed class AgendaSnapshot
{
    private const int MarkLength = 16;
    private const char Between = ';';

    private readonly string _head;
    private readonly IReadOnlyList<(AgendaItemId Id, string Mark)> _items;

    private AgendaSnapshot(string head, IReadOnlyList<(AgendaItemId, string)> items) => (_head, _items) = (head, items);

    /// <summary>A short mark of all of it: what a button names it by.</summary>
    public string Mark => Hash(ToString());

    /// <param name="items">Those on the agenda, in their order.</param>
    public static AgendaSnapshot Of(MeetingTime time, string place, IEnumerable<(AgendaItemId Id, AgendaItemContent Content)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var head = string.Create(CultureInfo.InvariantCulture, $"{time.Date:R}/{time.Start:r}/{time.End:r}/{place}");
        return new AgendaSnapshot(Hash(head), [.. items.Select(item => (item.Id, Hash(new ContentText().Write(item.Content))))]);
    }

    /// <summary>From what <see cref="ToString"/> wrote.</summary>
    public static AgendaSnapshot Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var parts = written.Split(Between);
        return new AgendaSnapshot(parts[0], [.. parts.Skip(1).Select(part => (new AgendaItemId(Guid.ParseExact(part[..32], "N")), part[32..]))]);
    }

    /// <summary>What is different now.</summary>
    /// <param name="before">The same agenda, earlier.</param>
    public AgendaDifference Since(AgendaSnapshot before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (then, now) = (before._items.ToDictionary(item => item.Id, item => item.Mark), _items.ToDictionary(item => item.Id, item => item.Mark));
        return new AgendaDifference(
            _head != before._head,
            [.. _items.Select(item => item.Id).Where(id => !then.ContainsKey(id))],
            [.. _items.Where(item => then.TryGetValue(item.Id, out var mark) && mark != item.Mark).Select(item => item.Id)],
            [.. before._items.Select(item => item.Id).Where(id => !now.ContainsKey(id))],
            !_items.Select(item => item.Id).Where(then.ContainsKey).SequenceEqual(before._items.Select(item => item.Id).Where(now.ContainsKey)));
    }

    /// <summary>As it is stored, about 50 characters an item.</summary>
    public override string ToString() => string.Join(Between, [_head, .. _items.Select(item => $"{item.Id.Value:N}{item.Mark}")]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLength];

    /// <summary>All that a reader sees of an item, each piece with its length before it, so that no two contents read the same.</summary>
    private sealed class ContentText
    {
        private readonly StringBuilder _text = new();

        internal string Write(AgendaItemContent content)
        {
            Put(content.Title, content.Kind.ToString(), content.Presenter, content.Minutes?.ToString(CultureInfo.InvariantCulture), content.CaseNumber);
            Put(content.ClosedBecause, content.LateReason, Flag(content.MayBeDropped), Flag(content.IsClosed), Flag(content.StandsLast));
            Put([.. content.Sections.SelectMany(section => new[] { section.Heading, section.Text })]);
            Put([.. content.Recommendations]);
            foreach (var attachment in content.Attachments)
                Write(attachment);

            return _text.ToString();
        }

        // Where a copy lies is the library's: a file that is moved says the same. What says nothing of coming late reads as it did before that could be said.
        private void Write(AgendaAttachment attachment)
        {
            Put([.. attachment.Versions().SelectMany(one => new[] { one.Name, one.Path is null ? one.Url : null, one.Sha256, one.Change, Flag(one.IsRequiredReading), Flag(one.IsClosed) })]);
            if (attachment.Versions().Any(one => one.LateReason is not null))
                Put([null, .. attachment.Versions().Select(one => one.LateReason)]);
        }

        private void Put(params IReadOnlyList<string?> pieces)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{pieces.Count}[");
            foreach (var piece in pieces)
                _text.Append(CultureInfo.InvariantCulture, $"{piece?.Length ?? -1}:{piece}");
        }

        private static string Flag(bool value) => value ? "1" : "0";
    }
}

/// <param name="HeadChanged">The meeting was moved to another time or place.</param>
/// <param name="Added">In the order of the agenda, as <paramref name="Changed"/>.</param>
/// <param name="Changed">Items that say something else.</param>
/// <param name="TakenOff">In the order that they had.</param>
/// <param name="IsReordered">Those that stay stand in another order.</param>
public sealed record AgendaDifference(
    bool HeadChanged, IReadOnlyList<AgendaItemId> Added, IReadOnlyList<AgendaItemId> Changed, IReadOnlyList<AgendaItemId> TakenOff, bool IsReordered);
