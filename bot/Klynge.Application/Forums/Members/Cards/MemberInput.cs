using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Forums.Members.Cards;

/// <summary>What a form of members says, as fields of a card: the preview carries them on to the press that confirms.</summary>
internal sealed record MemberInput(string Kind, MemberId? Seat, IReadOnlyDictionary<string, string> Fields)
{
    internal const string KindField = "kind";
    internal const string Add = "add";
    internal const string Edit = "edit";
    internal const string End = "end";
    internal const string Table = "table";
    internal const string Whole = "whole";
    internal const string Seen = "seen";
    internal const string Name = "name";
    internal const string Email = "email";
    internal const string Title = "title";
    internal const string Another = "another";
    internal const string Role = "role";
    internal const string Organisation = "organisation";
    internal const string Sector = "sector";
    internal const string Party = "party";
    internal const string Vote = "vote";
    internal const string ByRole = "rolle";
    internal const string Substitutes = "substitutes";
    internal const string From = "from";
    internal const string To = "to";

    /// <summary>What fits a card with room for the rest of it.</summary>
    internal const int MaxTable = 8_000;

    private static readonly string[] Names = [Name, Email, Title, Another, Role, Organisation, Sector, Party, Vote, Substitutes, From, To, Table, Whole];

    internal static MemberInput Of(InvokedAction action) => new(
        action.Data.Text(KindField) ?? string.Empty,
        action.Data.Id<MemberId>(CardIds.Member),
        Names.Select(name => (Name: name, Value: action.Data.Text(name))).Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal));

    internal string? Field(string name) => Fields.GetValueOrDefault(name);

    internal JsonObject ToData(ForumId forum, string? seen = null)
    {
        var data = new JsonObject().With(CardIds.Forum, forum).With(CardIds.Member, Seat);
        data[KindField] = Kind;
        foreach (var (name, value) in Fields)
            data[name] = value;

        if (seen is not null)
            data[Seen] = seen;

        return data;
    }

    /// <returns>The edit that it means; or what to mend.</returns>
    internal Result<SeatEdit> ToEdit()
    {
        if (Kind == End)
        {
            return Seat is not { } ended ? new SeatNotFound()
                : SeatWords.Date(Field(To) ?? string.Empty) is { } last ? new SeatEdit.End(ended, last)
                : new DayUnreadable(Field(To) ?? string.Empty);
        }

        if (!Facts().TryGet(out var facts, out var error))
            return error;

        return Kind switch
        {
            Add => new SeatEdit.Add(new PersonName(DanishText.Clean(Field(Name)), NullIfEmpty(Field(Email)), NullIfEmpty(Field(Title)), Key: null, Field(Another) == "true"), facts),
            Edit when Seat is { } seat => new SeatEdit.Change(seat, facts),
            _ => new SeatNotFound(),
        };
    }

    private Result<SeatFacts> Facts()
    {
        foreach (var day in new[] { From, To })
        {
            if (Field(day) is { Length: > 0 } written && SeatWords.Date(written) is null)
                return new DayUnreadable(written);
        }

        var role = Field(Role) is { Length: > 0 } word ? SeatWords.Role(word) : null;
        return new SeatFacts
        {
            Role = role,
            Organisation = NullIfEmpty(DanishText.Clean(Field(Organisation))),
            Sector = Field(Sector) is { } sector ? DanishText.Clean(sector) : null,
            Party = Field(Party) is { } party ? DanishText.Clean(party) : null,
            HasVote = Field(Vote) is { Length: > 0 } vote ? (vote == ByRole ? role?.IsMember() : SeatWords.YesOrNo(vote)) : null,
            Substitutes = Field(Substitutes)?.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SeatWords.Person).ToList(),
            From = Field(From) is { Length: > 0 } from ? SeatWords.Date(from) : null,
            To = Field(To) is { Length: > 0 } to ? SeatWords.Date(to) : null,
            HasNoEnd = Field(To) is "",
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

public sealed record DayUnreadable(string Written)
    : Error(Written.Length == 0 ? "Vælg en dag." : $"{DanishFormat.Quote(DanishText.Shorten(DanishText.Clean(Written), 40))} er ingen dag, jeg kan læse. Skriv den som 31-01-2027.");

/// <summary>What must be said before a table can be read: a sentence each.</summary>
public sealed record TableDoubts(string Questions)
    : Error($"Intet er ændret. {Questions}");

public sealed record TableDoesNotFitACard()
    : Error("Tabellen er for stor til et kort. Sæt den ind i flere omgange, eller brug »board table« på serveren.");
