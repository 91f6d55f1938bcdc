using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Forums.Members.Cards;

/// <summary>The forms behind »Tilføj medlem«, »Ret«, »Afslut« and »Indsæt tabel«. Each leads to a proposal, and none of them changes anything.</summary>
internal static class MemberForms
{
    private static readonly Role[] Roles = [Role.Member, Role.Chair, Role.DeputyChair, Role.CoChair, Role.Observer, Role.Administrative, Role.Secretariat, Role.Guest];

    /// <param name="name">Where it is known: of somebody in the chat.</param>
    internal static AdaptiveCard Add(Forum forum, string board, string? name = null, string? email = null) => Form(
        forum,
        board,
        MemberTexts.Add,
        MemberInput.Add,
        seat: null,
        [
            new TextInput(MemberInput.Name, MemberTexts.NameLabel) { Value = name, IsRequired = true, ErrorMessage = MemberTexts.NameNeeded },
            new TextInput(MemberInput.Email, MemberTexts.EmailLabel) { Value = email },
            new TextInput(MemberInput.Title, MemberTexts.TitleLabel),
            new ToggleInput(MemberInput.Another, MemberTexts.AnotherLabel, MemberTexts.AnotherTitle),
            .. Facts(null),
        ]);

    internal static AdaptiveCard Edit(Forum forum, string board, MemberLine line) =>
        Form(forum, board, MemberTexts.EditHeading(line.Name), MemberInput.Edit, line.Seat.Id, Facts(line));

    internal static AdaptiveCard End(Forum forum, string board, MemberLine line, LocalDate today) => Form(
        forum,
        board,
        MemberTexts.EndHeading(line.Name),
        MemberInput.End,
        line.Seat.Id,
        [
            CardParts.Line(MemberTexts.Facts(line.Seat)),
            CardParts.Subtle(MemberTexts.EndMore),
            new DateInput(MemberInput.To, MemberTexts.LastDayLabel) { Value = MemberTexts.DateOf(today), IsRequired = true, ErrorMessage = MemberTexts.LastDayNeeded },
        ]);

    internal static AdaptiveCard Table(Forum forum, string board) => Form(
        forum,
        board,
        MemberTexts.PasteTable,
        MemberInput.Table,
        seat: null,
        [
            CardParts.Subtle(MemberTexts.TableMore),
            new TextInput(MemberInput.Table, MemberTexts.TableLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = MemberTexts.TableNeeded },
            new ToggleInput(MemberInput.Whole, MemberTexts.WholeLabel, MemberTexts.WholeTitle),
        ]);

    /// <summary>With the address where there is one: two may have the name, and what comes back must be the same person.</summary>
    internal static string Written(Person person, MemberLine line) =>
        line.Substitutes.Contains(person.Name, StringComparer.Ordinal) || person.Email is null ? person.Name : $"{person.Name} <{person.Email}>";

    /// <summary>The field of the vote: that of the role, unless the seat says otherwise.</summary>
    internal static string VoteOf(ForumMember? seat) => seat is null || seat.HasVote == seat.Role.IsMember() ? MemberInput.ByRole : seat.HasVote ? "ja" : "nej";

    private static CardElement[] Facts(MemberLine? line)
    {
        var seat = line?.Seat;
        return
        [
            new ChoiceSetInput(MemberInput.Role, MemberTexts.RoleLabel, [.. Roles.Select(role => new Choice(DanishFormat.Capitalised(role.Danish()), role.Danish()))])
            {
                Value = (seat?.Role ?? Role.Member).Danish(), IsRequired = true, ErrorMessage = MemberTexts.RoleNeeded,
            },
            new TextInput(MemberInput.Organisation, MemberTexts.OrganisationLabel) { Value = seat?.Organisation, IsRequired = true, ErrorMessage = MemberTexts.OrganisationNeeded },
            new TextInput(MemberInput.Sector, MemberTexts.SectorLabel) { Value = seat is not null && seat.Sector != seat.Organisation ? seat.Sector : null },
            new TextInput(MemberInput.Party, MemberTexts.PartyLabel) { Value = seat?.Party },
            new ChoiceSetInput(MemberInput.Vote, MemberTexts.VoteLabel, new Choice(MemberTexts.VoteByRole, MemberInput.ByRole), new Choice("Ja", "ja"), new Choice("Nej", "nej")) { Value = VoteOf(seat) },
            new TextInput(MemberInput.Substitutes, MemberTexts.SubstitutesLabel) { Value = seat is null ? null : string.Join('\n', seat.SubstitutePeople.Select(one => Written(one, line!))), IsMultiline = true },
            new DateInput(MemberInput.From, MemberTexts.FromLabel) { Value = seat is null ? null : MemberTexts.DateOf(seat.From) },
            new DateInput(MemberInput.To, MemberTexts.ToLabel) { Value = seat?.To is { } to ? MemberTexts.DateOf(to) : null },
        ];
    }

    private static AdaptiveCard Form(Forum forum, string board, string heading, string kind, MemberId? seat, IReadOnlyList<CardElement> fields) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{forum.Name}: {heading}"),
        FallbackText = $"{forum.Name}: {heading}",
        Body = [CardParts.ForumLine(forum.Name, board), CardParts.Heading(heading), .. fields],
        Actions =
        [
            CardParts.Submit(MemberTexts.SeeProposal, MemberVerbs.Preview, new MemberInput(kind, seat, new Dictionary<string, string>(StringComparer.Ordinal)).ToData(forum.Id)),
            CardParts.Back(MemberVerbs.List, MemberCards.Data(forum)),
        ],
    }.WithButtonsInLines();
}
