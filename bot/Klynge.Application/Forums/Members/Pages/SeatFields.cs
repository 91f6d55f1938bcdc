using Klynge.Application.Forums.Members.Cards;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>The fields of a seat, with the labels of the card's form; what they say is read by the reader of the card's.</summary>
internal static class SeatFields
{
    internal static readonly Role[] Roles = [Role.Member, Role.Chair, Role.DeputyChair, Role.CoChair, Role.Observer, Role.Administrative, Role.Secretariat, Role.Guest];

    internal static IReadOnlyList<(string Value, string Text)> RoleChoices => [.. Roles.Select(role => (role.Danish(), DanishFormat.Capitalised(role.Danish())))];

    internal static IReadOnlyList<FormField> Add() =>
    [
        new(MemberInput.Name, MemberTexts.NameLabel, FieldKind.Text, string.Empty, string.Empty) { IsRequired = true },
        new(MemberInput.Email, MemberTexts.EmailLabel, FieldKind.Email, string.Empty, string.Empty),
        new(MemberInput.Title, MemberTexts.TitleLabel, FieldKind.Text, string.Empty, string.Empty),
        new(MemberInput.Another, MemberTexts.AnotherLabel, FieldKind.Choice, string.Empty, string.Empty) { Choices = [(string.Empty, PageTexts.SamePerson), ("true", MemberTexts.AnotherTitle)] },
        .. Facts(null),
    ];

    internal static IReadOnlyList<FormField> Edit(MemberLine line) => Facts(line);

    internal static IReadOnlyList<FormField> End(LocalDate today) =>
        [new(MemberInput.To, MemberTexts.LastDayLabel, FieldKind.Day, MemberTexts.DateOf(today), string.Empty) { IsRequired = true }];

    internal static IReadOnlyList<FormField> Table() =>
    [
        new(MemberInput.Table, MemberTexts.TableLabel, FieldKind.Lines, string.Empty, string.Empty) { Hint = MemberTexts.TableMore },
        new(MemberInput.Whole, MemberTexts.WholeLabel, FieldKind.Choice, string.Empty, string.Empty) { Choices = [(string.Empty, PageTexts.OthersStay), ("true", MemberTexts.WholeTitle)] },
    ];

    /// <summary>The edit that a filled-in form means. What nobody touched in it says nothing, so that it undoes nobody else's change.</summary>
    internal static Result<SeatEdit> EditOf(ForumFormPage form)
    {
        var kind = form.Kind switch
        {
            ForumFormKind.AddMember => MemberInput.Add,
            ForumFormKind.EditSeat => MemberInput.Edit,
            _ => MemberInput.End,
        };
        var fields = form.Fields.Where(field => form.Kind != ForumFormKind.EditSeat || IsSaid(field, form)).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return new MemberInput(kind, form.Seat, fields).ToEdit();
    }

    /// <summary>Role and vote belong together: »nej« beside another role means that one's vote, and »følger rollen« the role that stands.</summary>
    private static bool IsSaid(FormField field, ForumFormPage form) => field.Name is MemberInput.Role or MemberInput.Vote
        ? form.Fields.Any(one => one.Name is MemberInput.Role or MemberInput.Vote && one.IsChanged)
        : field.IsChanged;

    private static IReadOnlyList<FormField> Facts(MemberLine? line)
    {
        var seat = line?.Seat;
        var substitutes = seat is null ? string.Empty : string.Join('\n', seat.SubstitutePeople.Select(one => MemberForms.Written(one, line!)));
        return
        [
            Field(MemberInput.Role, MemberTexts.RoleLabel, FieldKind.Choice, (seat?.Role ?? Role.Member).Danish()) with
            {
                Choices = RoleChoices,
            },
            Field(MemberInput.Organisation, MemberTexts.OrganisationLabel, FieldKind.Text, seat?.Organisation) with { IsRequired = true },
            Field(MemberInput.Sector, MemberTexts.SectorLabel, FieldKind.Text, seat is not null && seat.Sector != seat.Organisation ? seat.Sector : null),
            Field(MemberInput.Party, MemberTexts.PartyLabel, FieldKind.Text, seat?.Party),
            Field(MemberInput.Vote, MemberTexts.VoteLabel, FieldKind.Choice, MemberForms.VoteOf(seat)) with
            {
                Choices = [(MemberInput.ByRole, MemberTexts.VoteByRole), ("ja", PageTexts.Yes), ("nej", PageTexts.No)],
            },
            Field(MemberInput.Substitutes, MemberTexts.SubstitutesLabel, FieldKind.Lines, substitutes) with { Hint = PageTexts.SubstitutesHint },
            Field(MemberInput.From, MemberTexts.FromLabel, FieldKind.Day, seat is null ? null : MemberTexts.DateOf(seat.From)) with { Hint = seat is null ? PageTexts.FromHint : null },
            Field(MemberInput.To, MemberTexts.ToLabel, FieldKind.Day, seat?.To is { } to ? MemberTexts.DateOf(to) : null),
        ];
    }

    private static FormField Field(string name, string label, FieldKind kind, string? stands) => new(name, label, kind, stands ?? string.Empty, stands ?? string.Empty);
}
