using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Votes;

/// <summary>What people read about votes at a meeting.</summary>
internal static class VoteTexts
{
    internal const string Button = "Afstemning";
    internal const string None = "Der er ikke stemt om punktet.";
    internal const string Write = "Skriv en afstemning ind";
    internal const string QuestionLabel = "Hvad blev der stemt om? (kan udelades)";
    internal const string QuestionHint = "Fx et ændringsforslag. Står der intet, er det indstillingen.";
    internal const string For = "Stemte for";
    internal const string Against = "Stemte imod";
    internal const string Abstained = "Undlod at stemme";
    internal const string DissentLabel = "Mindretallets udtalelse (kan udelades)";
    internal const string Rest = "Den, der ikke vælges, har ikke stemt.";
    internal const string Save = "Gem afstemningen";
    internal const string Saved = "Afstemningen er gemt.";
    internal const string Removed = "Afstemningen er fjernet.";
    internal const string NoVoters = "Der er ingen med stemme til stede ved punktet.";

    internal static string Heading(int number) => $"Afstemning ved punkt {number}";

    /// <summary>
    /// »Afstemning om »Ændringsforslag«: 2 stemte for (Karen Ravn og Mads Holt), 1 stemte imod (Omar Said). 1 undlod at stemme (Lene Aagaard).
    /// Forslaget blev vedtaget.« and below it what the minority said.
    /// </summary>
    internal static string Printed(ItemVote vote)
    {
        var about = vote.Question is { } question ? $"Afstemning om {DanishFormat.Quote(question.TrimEnd('.'))}" : "Afstemning";
        var text = $"{about}: {Group(vote, SeatAnswer.For, "stemte for")}, {Group(vote, SeatAnswer.Against, "stemte imod")}, og {Group(vote, SeatAnswer.Abstain, "undlod at stemme")}. {Result(vote.Result)}";
        return vote.Dissent is { } dissent ? $"{text}\n\nMindretalsudtalelse: {dissent}" : text;
    }

    internal static string Result(ItemVoteResult result) => result switch
    {
        ItemVoteResult.Carried => "Forslaget blev vedtaget.",
        ItemVoteResult.Fallen => "Forslaget faldt.",
        ItemVoteResult.FallenOnEqualVotes => "Stemmerne stod lige, og forslaget faldt.",
        ItemVoteResult.CarriedByChair => "Stemmerne stod lige, og forslaget blev vedtaget med formandens stemme.",
        ItemVoteResult.FallenByChair => "Stemmerne stod lige, og forslaget faldt med formandens stemme.",
        ItemVoteResult.NoQuorum => "Forummet var ikke beslutningsdygtigt, så der er intet besluttet.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    private static string Group(ItemVote vote, SeatAnswer answer, string did)
    {
        var names = vote.Votes.Where(one => one.Answer == answer).Select(one => one.Name).ToList();
        return names.Count == 0 ? $"ingen {did}" : $"{DanishFormat.Number(names.Count)} {did} ({DanishFormat.List(names)})";
    }
}
