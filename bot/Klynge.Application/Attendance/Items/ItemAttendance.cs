using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance.Items;

/// <summary>Who took part in the items of a meeting: the seats of the day, who was not there at all, and who was away from an item.</summary>
internal sealed class ItemAttendance
{
    private readonly IReadOnlyList<Sitting> _seats;
    private readonly ILookup<AgendaItemId, ItemAbsence> _absences;
    private readonly QuorumRule _rule;

    private ItemAttendance(IReadOnlyList<Sitting> seats, ILookup<AgendaItemId, ItemAbsence> absences, QuorumRule rule) => (_seats, _absences, _rule) = (seats, absences, rule);

    /// <summary>The seats that somebody sat in at the meeting, in the forum's order.</summary>
    internal IReadOnlyList<Sitting> There => [.. _seats.Where(seat => seat.Name is not null)];

    internal static ItemAttendance Of(IReadOnlyList<Sitting> seats, IEnumerable<ItemAbsence> absences, QuorumRule rule) => new(seats, absences.ToLookup(one => one.ItemId), rule);

    internal static async Task<ItemAttendance> OfAsync(KlyngeContext db, Forum forum, Meeting meeting, CancellationToken cancellationToken = default)
    {
        return await OfAsync(db, forum, meeting, await AbsencesAsync(db, meeting, cancellationToken), cancellationToken);
    }

    /// <returns>Null for a meeting where everybody took part in everything: most of them, and nothing more is read.</returns>
    internal static async Task<ItemAttendance?> OfMinutesAsync(KlyngeContext db, Forum forum, Meeting meeting)
    {
        var absences = await AbsencesAsync(db, meeting, CancellationToken.None);
        return absences.Count == 0 ? null : await OfAsync(db, forum, meeting, absences, CancellationToken.None);
    }

    private static Task<List<ItemAbsence>> AbsencesAsync(KlyngeContext db, Meeting meeting, CancellationToken cancellationToken) => db.ItemAbsences.AsNoTracking()
        .Where(one => one.ForumId == meeting.ForumId && db.AgendaItems.Any(item => item.Id == one.ItemId && item.MeetingId == meeting.Id))
        .ToListAsync(cancellationToken);

    private static async Task<ItemAttendance> OfAsync(KlyngeContext db, Forum forum, Meeting meeting, List<ItemAbsence> absences, CancellationToken cancellationToken)
    {
        var rows = await db.ActiveSeats(forum.Id, meeting.Date).AsNoTracking().Select(seat => new
        {
            Seat = seat,
            seat.Person.Name,
            Line = db.Participants.Where(one => one.MeetingId == meeting.Id && one.MemberId == seat.Id).Select(one => new { one.Attended, one.Name, one.SubstituteName }).FirstOrDefault(),
            Apology = db.Apologies.Where(one => one.MeetingId == meeting.Id && one.MemberId == seat.Id && one.WithdrawnAt == null)
                .Select(one => new { one.SubstituteId, Substitute = db.People.Where(person => person.Id == one.SubstituteId).Select(person => person.Name).FirstOrDefault() ?? one.SubstituteName })
                .FirstOrDefault(),
        }).ToListAsync(cancellationToken);

        // By the list of participants once somebody has said who came; until then by the apologies.
        var isSaid = rows.Exists(row => row.Line?.Attended is not null);
        return Of(
            [
                .. rows.Select(row => new Sitting(
                    row.Seat,
                    isSaid ? row.Line?.Attended == true ? row.Line.Name : row.Line?.SubstituteName
                    : row.Apology is { } apology ? apology.Substitute
                    : row.Name)
                {
                    Holder = row.Name,
                    Person = isSaid
                        ? row.Line?.Attended == true ? row.Seat.PersonId : row.Line?.SubstituteName is { } came && came == row.Apology?.Substitute ? row.Apology.SubstituteId : null
                        : row.Apology is { } away ? away.SubstituteId : row.Seat.PersonId,
                }),
            ],
            absences,
            forum.Rules.Quorum);
    }

    /// <summary>
    /// Who sits in the seats at one item: those who are at the meeting and take part in it, and in the seat of somebody inhabil the substitute who
    /// was called in for it. In the forum's order.
    /// </summary>
    internal IReadOnlyList<Sitting> At(AgendaItemId item) =>
        [.. There.Select(one => AbsenceOf(item, one.Seat.Id) is not { } absence ? one : Substitute(one, absence)).OfType<Sitting>()];

    private static Sitting? Substitute(Sitting seat, ItemAbsence absence) =>
        absence.SubstituteId is { } id && seat.Seat.SubstitutePeople.FirstOrDefault(person => person.Id == id) is { } substitute
            ? seat with { Name = substitute.Name, Person = id }
            : null;

    /// <summary>Whose seat it is, at the meeting or not; null for a seat of another forum.</summary>
    internal string? NameOf(MemberId seat) => _seats.FirstOrDefault(one => one.Seat.Id == seat)?.Holder;

    /// <summary>Whether it is a member's seat of the forum, whoever sits in it.</summary>
    internal bool IsMembers(MemberId seat) => _seats.Any(one => one.Seat.Id == seat && one.Seat.Role.IsMember());

    /// <summary>The seat is empty at the item: its holder takes no part, and nobody was called in.</summary>
    internal bool IsEmptyAt(AgendaItemId item, MemberId seat) => AbsenceOf(item, seat) is { } absence && (There.FirstOrDefault(one => one.Seat.Id == seat) is not { } sitting || Substitute(sitting, absence) is null);

    internal ItemAbsence? AbsenceOf(AgendaItemId item, MemberId seat) => _absences[item].FirstOrDefault(one => one.MemberId == seat);

    internal ItemAbsenceKind? Of(AgendaItemId item, MemberId seat) => _absences[item].FirstOrDefault(one => one.MemberId == seat)?.Kind;

    internal IReadOnlyList<string> NamesOf(AgendaItemId item, ItemAbsenceKind kind) =>
        [.. There.Where(seat => Of(item, seat.Seat.Id) == kind).Select(seat => seat.Name!)];

    /// <summary>Whether the forum could decide on the item: somebody who is inhabil or away fills no seat.</summary>
    internal Quorum QuorumAt(AgendaItemId item) => QuorumForecast.OfEmpty(
        _rule,
        [.. _seats.Select(seat => seat.Seat)],
        _absences[item].Select(one => one.MemberId).Where(seat => IsEmptyAt(item, seat)).Concat(_seats.Where(seat => seat.Name is null).Select(seat => seat.Seat.Id)).ToHashSet());

    /// <summary>The sentences of an item for the minutes; none where everybody took part.</summary>
    internal IReadOnlyList<string> Sentences(AgendaItemId item)
    {
        if (!_absences[item].Any())
            return [];

        var quorum = QuorumAt(item);
        return
        [
            .. Enum.GetValues<ItemAbsenceKind>().Select(kind => (Kind: kind, Names: NamesOf(item, kind))).Where(one => one.Names.Count > 0).Select(one => Texts.Sentence(one.Kind, one.Names)),
            .. At(item).Where(one => AbsenceOf(item, one.Seat.Id) is not null).Select(one => Texts.CalledIn(one.Name!, one.Holder!)),
            .. quorum.IsMet ? [] : new[] { Texts.NoQuorum(quorum) },
        ];
    }

    /// <summary>The item as minutes print it: what leads into the recommendations stays the last section, because a document reads it so.</summary>
    internal MinutesItem AddTo(MinutesItem printed, AgendaItem item)
    {
        var sentences = Sentences(item.Id);
        return sentences.Count == 0 ? printed : WithSection(printed, Texts.SectionHeading, string.Join("\n\n", sentences));
    }

    /// <summary>Before what leads into the recommendations.</summary>
    internal static MinutesItem WithSection(MinutesItem printed, string heading, string text)
    {
        var sections = printed.Sections.ToList();
        var isLedIn = printed.Recommendations.Count > 0 && RecommendationLead.Heading.Equals(sections.LastOrDefault()?.Heading, StringComparison.OrdinalIgnoreCase);
        sections.Insert(isLedIn ? sections.Count - 1 : sections.Count, new MinutesSection(heading, text));
        return printed with { Sections = sections };
    }
}

/// <param name="Name">Who sat in it: the member, or whoever came in the member's place; null for nobody.</param>
internal sealed record Sitting(ForumMember Seat, string? Name)
{
    /// <summary>The member in person, and no substitute.</summary>
    internal bool IsHolder => Person == Seat.PersonId;

    /// <summary>The same person on record; null for nobody, and for a name that nobody on record is known to be.</summary>
    internal PersonId? Person { get; init; }

    /// <summary>Whose seat it is.</summary>
    internal string? Holder { get; init; }

    /// <summary>
    /// Whether somebody who sat in it before sits in it still. A name that nobody on record is known to be can be the substitute's, and is not
    /// the member's.
    /// </summary>
    internal bool IsStill(PersonId person) => Person is { } now ? now == person : Name is not null && person != Seat.PersonId;
}
