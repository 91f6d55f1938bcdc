using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// Gæst: somebody who comes to one item of a meeting and has no seat for it. They are told by mail when and where, and told again when that
/// changes. One row for a guest and an item; whoever comes to two items has two.
/// </summary>
public sealed class ItemGuest
{
    /// <summary>How many an item has room for: more are no guests but another meeting.</summary>
    public const int MaxOfItem = 30;

    /// <summary>
    /// Guests are asked to be ready this many minutes ahead, so a move of the item within it, earlier or later, is none that they must hear of.
    /// It counts from what they were told last: three moves of five minutes are a move of fifteen.
    /// </summary>
    public const int ReadyMinutesBefore = 10;

    /// <summary>Whoever takes something off by mistake has so long before guests hear of it by themselves.</summary>
    public static readonly Duration TimeToUndo = Duration.FromMinutes(30);

    /// <summary>So shortly before the meeting there is no such time: the guest may be on the way.</summary>
    public static readonly Duration OnTheWay = Duration.FromHours(3);

    /// <summary>How many days after the meeting a guest's address is kept, for thanks and minutes; then it is forgotten.</summary>
    public const int AddressKeptForDays = 90;

    public ItemGuestId Id { get; init; } = ItemGuestId.New();

    public required ForumId ForumId { get; init; }

    public AgendaItemId ItemId { get; private set; }

    /// <summary>Of whose turn it was, when the guest came by one; null for others. It may be gone since.</summary>
    public GuestCadenceId? CadenceId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>»Region Nord«; null for none.</summary>
    public string? Organisation { get; private set; }

    /// <summary>»overlæge«; null for none.</summary>
    public string? Title { get; private set; }

    /// <summary>Null for a guest whom the secretariat tells itself, and after it has been forgotten.</summary>
    public string? Email { get; private set; }

    public required Instant AddedAt { get; init; }

    /// <summary>What the guest was told last; null for one who has not been invited.</summary>
    public GuestNotice? Told { get; private set; }

    public Instant? ToldAt { get; private set; }

    /// <summary>Why the guest was told not to come; null while they are to come, as far as they know.</summary>
    public GuestOff? ToldOff { get; private set; }

    /// <summary>When the secretariat took the guest off; only of one who was invited, and stands until they have been told.</summary>
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>When it was first noticed that an invited guest is not to come and does not know; null while there is nothing to notice.</summary>
    public Instant? OffSince { get; private set; }

    /// <summary>When the secretariat was asked to tell the guest itself that they are not to come; null while it has not been.</summary>
    public Instant? LeftToSecretariatAt { get; private set; }

    public bool IsInvited => Told is not null;

    /// <summary>Stands on the item: it was not taken off again.</summary>
    public bool Stands => WithdrawnAt is null;

    /// <summary>»Anna Holm, overlæge, Region Nord«</summary>
    public string Label => string.Join(", ", new[] { Name, Title, Organisation }.OfType<string>());

    public GuestDetails Details => new(Name, Organisation, Title, Email);

    public static ItemGuest Add(AgendaItem item, GuestDetails details, Instant now, ItemGuestId? id = null)
    {
        var guest = new ItemGuest { Id = id ?? ItemGuestId.New(), ForumId = item.ForumId, ItemId = item.Id, AddedAt = now };
        guest.Change(details);
        return guest;
    }

    /// <summary>
    /// Writes down who it is. A guest who was taken off and comes after all is the same one. Whoever reads at another address has not been told
    /// anything: they are to be invited anew.
    /// </summary>
    public void Change(GuestDetails details)
    {
        if (Email is { } before && details.Email is { } now && !string.Equals(before, now, StringComparison.OrdinalIgnoreCase))
            (Told, ToldOff, ToldAt) = (null, null, null);

        (Name, Organisation, Title, Email) = (details.Name, details.Organisation, details.Title, details.Email);
        WithdrawnAt = null;
    }

    public void ComeByTurn(GuestCadenceId cadence) => CadenceId = cadence;

    /// <summary>The item has been replaced by another that is the same to everybody: an agenda that was read in anew.</summary>
    public void Follow(AgendaItem item) => ItemId = item.Id;

    /// <summary>Takes an invited guest off: the row stands until they have been told.</summary>
    public void Withdraw(Instant now) => WithdrawnAt ??= now;

    /// <summary>What an invited guest does not know yet: nothing of one who was not invited.</summary>
    /// <param name="now">What there is to be told.</param>
    /// <param name="off">Why the guest is not to come; null where they are.</param>
    public GuestNews NewsIn(GuestNotice now, GuestOff? off) =>
        Told is not { } told ? GuestNews.None
        : off is not null ? (ToldOff is null ? GuestNews.Off : GuestNews.None)
        : ToldOff is not null ? GuestNews.BackOn
        : (told.IsAtAnotherTimeThan(now) ? GuestNews.Time : GuestNews.None)
            | (told.Place == now.Place ? GuestNews.None : GuestNews.Place)
            | (told.JoinUrl == now.JoinUrl ? GuestNews.None : GuestNews.Link)
            | (told.IsAboutAnotherThan(now) ? GuestNews.Title : GuestNews.None);

    /// <summary>They have been told, by the bot or by the secretariat itself.</summary>
    /// <param name="off">Why they are not to come; null where they are.</param>
    public void Tell(GuestNotice notice, GuestOff? off, Instant now)
    {
        (Told, ToldOff, ToldAt) = (notice, off, now);
        (OffSince, LeftToSecretariatAt) = (null, null);
    }

    /// <summary>Notes that the guest is not to come and does not know.</summary>
    /// <param name="begins">When the meeting begins.</param>
    /// <returns>Whether they are told now: nobody has taken it back meanwhile, or they may be on the way.</returns>
    public bool NoticeOff(Instant begins, Instant now)
    {
        OffSince ??= now;
        return now - OffSince >= TimeToUndo || begins - now <= OnTheWay;
    }

    /// <summary>They are to come after all, before they heard anything else.</summary>
    public void NoticeOn() => (OffSince, LeftToSecretariatAt) = (null, null);

    public void LeaveToSecretariat(Instant now) => LeftToSecretariatAt = now;

    /// <summary>Who came stays in the minutes; how they were reached does not stay.</summary>
    public void ForgetAddress() => Email = null;
}

/// <summary>Who a guest is, cleaned; see <see cref="GuestRules"/>.</summary>
/// <param name="Email">Null for a guest whom the secretariat tells itself.</param>
public sealed record GuestDetails(string Name, string? Organisation, string? Title, string? Email);

/// <summary>What a guest is told of when and where.</summary>
/// <param name="Date">Danish date.</param>
/// <param name="Start">When the meeting begins, Danish time.</param>
/// <param name="End">When it ends; null where that is open.</param>
/// <param name="ItemStart">When the item begins; null after midnight.</param>
/// <param name="IsEarliest">An item before it has no length, so it begins then or later.</param>
/// <param name="Place">Empty for none yet.</param>
/// <param name="JoinUrl">Null for none.</param>
/// <param name="Title">Of the item; null for a closed one, which no mail names.</param>
public sealed record GuestNotice(
    LocalDate Date, LocalTime Start, LocalTime? End, LocalTime? ItemStart, bool IsEarliest, string Place, string? JoinUrl, string? Title)
{
    private LocalTime Begins => ItemStart ?? Start;

    /// <summary>A move within <see cref="ItemGuest.ReadyMinutesBefore"/> on the same day is none. 14.20 is told: 14.30 is no news, 14.31 and 14.09 are.</summary>
    public bool IsAtAnotherTimeThan(GuestNotice other) =>
        Date != other.Date || Math.Abs(Period.Between(Begins, other.Begins, PeriodUnits.Minutes).Minutes) > ItemGuest.ReadyMinutesBefore;

    /// <summary>Of a closed item nobody is told what it is about, so that is no news either.</summary>
    public bool IsAboutAnotherThan(GuestNotice other) =>
        Title is { } title && other.Title is { } others && Calendar.DanishText.Fold(title) != Calendar.DanishText.Fold(others);
}

/// <summary>Why a guest is not to come.</summary>
public enum GuestOff
{
    /// <summary>The meeting is cancelled.</summary>
    MeetingCancelled = 1,

    /// <summary>The item is taken off the agenda.</summary>
    ItemOff = 2,

    /// <summary>The secretariat has taken the guest off the item.</summary>
    Withdrawn = 3,
}

/// <summary>What has changed since a guest was told last.</summary>
[Flags]
public enum GuestNews
{
    None = 0,
    Time = 1,
    Place = 2,
    Link = 4,
    Title = 8,

    /// <summary>They are not to come.</summary>
    Off = 16,

    /// <summary>They were told not to come, and are to come after all.</summary>
    BackOn = 32,
}

public readonly record struct ItemGuestId(Guid Value) : IRecordId
{
    public static ItemGuestId New() => new(Guid.CreateVersion7());
}
