using System.CommandLine;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Tables;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary>The options that say what a seat is to be.</summary>
internal sealed class SeatOptions
{
    internal Option<string> Forum { get; } = new("--forum", "-f") { Description = BoardTexts.ForumKey, Required = true };

    internal Option<bool> Yes { get; } = new("--yes", "-y") { Description = BoardTexts.Yes };

    private Option<string> Email { get; } = new("--email") { Description = BoardTexts.Email };

    private Option<string> Title { get; } = new("--title") { Description = BoardTexts.PersonTitle };

    private Option<bool> IsAnother { get; } = new("--another") { Description = BoardTexts.IsAnother };

    private Option<string> Role { get; } = new("--role") { Description = BoardTexts.RoleOption };

    private Option<string> Organisation { get; } = new("--organisation") { Description = BoardTexts.OrganisationOption };

    private Option<string> Sector { get; } = new("--sector") { Description = BoardTexts.SectorOption };

    private Option<string> Party { get; } = new("--party") { Description = BoardTexts.PartyOption };

    private Option<string> Vote { get; } = new("--vote") { Description = BoardTexts.VoteOption };

    private Option<string[]> Substitutes { get; } = new("--substitute") { Description = BoardTexts.SubstituteOption };

    private Option<string> From { get; } = new("--from") { Description = BoardTexts.FromOption };

    private Option<string> To { get; } = new("--to") { Description = BoardTexts.ToOption };

    internal void AddTo(Command command, bool isNew)
    {
        foreach (var option in new Option[] { Forum, Role, Organisation, Sector, Party, Vote, Substitutes, From, To, Yes })
            command.Add(option);

        foreach (var option in isNew ? new Option[] { Email, Title, IsAnother } : [])
            command.Add(option);
    }

    internal PersonName Person(ParseResult parsed, string name) =>
        new(name, parsed.GetValue(Email), parsed.GetValue(Title), Key: null, parsed.GetValue(IsAnother));

    /// <returns>Null where one of them cannot be read, with the sentence.</returns>
    internal (SeatFacts? Facts, string? Problem) Read(ParseResult parsed)
    {
        var (role, vote, from, to) = (parsed.GetValue(Role), parsed.GetValue(Vote), parsed.GetValue(From), parsed.GetValue(To));
        if (role is not null && SeatWords.Role(role) is null)
            return (null, BoardTexts.NoRole(role));

        if (vote is not null && SeatWords.YesOrNo(vote) is null)
            return (null, BoardTexts.NoVote(vote));

        if (new[] { from, to }.FirstOrDefault(date => date is { Length: > 0 } && SeatWords.Date(date) is null) is { } wrong)
            return (null, BoardTexts.NoDate(wrong));

        return (new SeatFacts
        {
            Role = role is null ? null : SeatWords.Role(role),
            Organisation = parsed.GetValue(Organisation),
            Sector = parsed.GetValue(Sector),
            Party = parsed.GetValue(Party),
            HasVote = vote is null ? null : SeatWords.YesOrNo(vote),
            Substitutes = parsed.GetValue(Substitutes) is { Length: > 0 } names ? [.. names.Where(name => name.Length > 0).Select(SeatWords.Person)] : null,
            From = from is { Length: > 0 } ? SeatWords.Date(from) : null,
            To = to is { Length: > 0 } ? SeatWords.Date(to) : null,
            HasNoEnd = to is "",
        }, null);
    }
}
