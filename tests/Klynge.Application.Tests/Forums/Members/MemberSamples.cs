using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Cards;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>The cards of a forum's members with fixed ids, seen on Tuesday 13 January 2026.</summary>
public sealed class MemberSamples : ICardSamples
{
    private const string Board = "Sundhedsråd Fjordlandet";
    private const string Awkward = "Annelise **von** <at>Bo</at> [Rosen](https://x.example) & <b>Skov-Ærøskøbing</b> med et navn, der bliver ved";
    private static readonly LocalDate Today = new(2026, 1, 13);
    private readonly Forum _forum = SampleRecords.Forum();

    public string Feature => "members";

    public IEnumerable<CardSample> Samples()
    {
        var preview = new ForumPreview(
            _forum.Name,
            [
                new BoardChange(BoardChangeKind.Added, "Ida Lund", ""),
                new BoardChange(BoardChangeKind.Added, "Ida Lund i Chefforum", "næstformand, Egholt Kommune"),
                new BoardChange(BoardChangeKind.Changed, "Tina Lund i Chefforum", "til: (intet) → 31. januar 2026"),
            ],
            [
                "Stemmer: 13 → 12. Så skal mindst 6 være til stede, for at forummet er beslutningsdygtigt.",
                "Tina Lund er på stemmelisten i »Udpegning« (svar senest 23. jan. kl. 12) og har ikke svaret. Listen ændres ikke; sekretariatet får besked, når pladsen er slut.",
            ],
            "a1b2-c3d4");
        var input = new MemberInput(MemberInput.End, Line().Seat.Id, new Dictionary<string, string> { [MemberInput.To] = "2026-01-31" });
        yield return new("list", MemberCards.List(List(3), Board, manages: false, page: 0));
        yield return new("list-of-secretariat", MemberCards.List(List(2), Board, manages: true, page: 0));
        yield return new("list-long", MemberCards.List(List(30), Board, manages: true, page: 1));
        yield return new("list-empty", MemberCards.List(List(0), Board, manages: true, page: 0));
        yield return new("list-awkward", MemberCards.List(new MemberList(_forum, [Line(Awkward) with { Substitutes = [Awkward, Awkward], IsComing = true }]), Board, manages: true, page: 0));
        yield return new("add", MemberForms.Add(_forum, Board));
        yield return new("edit", MemberForms.Edit(_forum, Board, Line()));
        yield return new("end", MemberForms.End(_forum, Board, Line(), Today));
        yield return new("table", MemberForms.Table(_forum, Board));
        yield return new("proposal", MemberCards.Proposal(_forum, Board, preview, ["Ikke i tabellen: Bo Friis. De bliver, som de er."], input));
        yield return new("chat", MemberCards.Chat(_forum, Board, new RosterComparison(
            [new ChatMember("Ida Lund (EGHOLT)", "ida@egholt.example", "x", "29:ida"), new ChatMember(Awkward, null, null, null)], [("Bo Friis", true), (Awkward, false)])));
        yield return new("chat-same", MemberCards.Chat(_forum, Board, new RosterComparison([], [])));
        yield return new("done", MemberCards.Done(_forum, Board, preview));
    }

    private MemberList List(int count) => new(_forum, [.. Enumerable.Range(1, count).Select(number => Line(number == 1 ? "Tina Lund" : $"Medlem {number}"))]);

    private MemberLine Line(string name = "Tina Lund")
    {
        var seat = SampleRecords.Seat(_forum, name, "Birkelse Kommune", substitute: "Bo Friis");
        (seat.Party, seat.Role, seat.To) = ("A", name == "Tina Lund" ? Role.DeputyChair : Role.Member, name == "Tina Lund" ? new LocalDate(2029, 12, 31) : null);
        return new MemberLine(seat, name, ["Bo Friis"], IsComing: false);
    }
}
