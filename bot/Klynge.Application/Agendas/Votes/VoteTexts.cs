using Klynge.Domain.Agendas.Votes;
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

    internal const string OpenForm = "Stem på kort";
    internal const string Open = "Start afstemningen";
    internal const string Close = "Luk og tæl op";
    internal const string CallOff = "Aflys";
    internal const string Again = "Opdatér";
    internal const string CalledOff = "Afstemningen er aflyst. Intet af den kommer i referatet.";
    internal const string CalledOffHere = "Afstemningen er aflyst, og ingen stemmer tæller.";
    internal const string OverHere = "Afstemningen er slut.";
    internal const string QuestionToAsk = "Hvad stemmes der om? (kan udelades)";
    internal const string ReadAgenda = "Resten står på dagsordenen.";
    internal const string PressOne = "Dit svar gælder, så snart du har trykket. Du kan ændre det, indtil afstemningen lukkes.";
    internal const string MayChange = "Du kan ændre det, indtil afstemningen lukkes.";
    internal const string WaitForYou = "Afstemninger, der er i gang nu";
    internal const string VoteNow = "Stem";

    internal static string ForSeat(string member) => $"Du stemmer i stedet for {member}.";

    internal static string Press(SeatAnswer answer) => answer switch
    {
        SeatAnswer.For => "For",
        SeatAnswer.Against => "Imod",
        SeatAnswer.Abstain => "Undlader at stemme",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    /// <summary>»Du har stemt for kl. 10.12.«</summary>
    internal static string YouVoted(BallotAnswer own)
    {
        var did = own.Answer switch
        {
            SeatAnswer.For => "stemt for",
            SeatAnswer.Against => "stemt imod",
            _ => "undladt at stemme",
        };
        return $"Du har {did} kl. {DanishFormat.Time(DanishTime.ToDanish(own.At).TimeOfDay)}.";
    }

    internal static string Asks(IReadOnlyList<string> names) => $"Kortet sendes til {DanishFormat.List(names)}.";

    internal static string WrittenInLater(IReadOnlyList<string> names) =>
        $"{DanishFormat.List(names)} får ikke kortet. Skriv {(names.Count == 1 ? "stemmen" : "deres stemmer")} ind, når afstemningen er lukket.";

    internal static string Runs(string? question) => question is null ? "Afstemning i gang" : $"Afstemning i gang om {DanishFormat.Quote(question.TrimEnd('.'))}";

    /// <summary>»7 har stemt. Mangler: Karen Ravn og Omar Said.«</summary>
    internal static string Turnout(int voted, IReadOnlyList<string> missing) => missing.Count == 0
        ? voted == 1 ? "Den, der fik kortet, har stemt." : voted == 2 ? "Begge med kort har stemt." : $"Alle {DanishFormat.Number(voted)} med kort har stemt."
        : $"{(voted == 0 ? "Ingen" : DanishFormat.Number(voted))} har stemt. Mangler: {DanishFormat.List(missing)}.";

    internal static string Opened(OpenedBallot ballot) => $"Afstemningen er i gang, og {DanishFormat.Count(ballot.Asked, "kort", "kort")} er sendt.";

    /// <summary>What was counted, who has not voted, and who is not counted after all.</summary>
    internal static string Closed(ClosedBallot ballot)
    {
        var counted = ballot.Counted == 0
            ? "Afstemningen er lukket, og ingen har stemt på kort."
            : $"Afstemningen er lukket med {DanishFormat.Count(ballot.Counted, "stemme", "stemmer")}.";
        var missing = ballot.Missing.Count == 0 ? string.Empty
            : $" {DanishFormat.List(ballot.Missing)} har ikke stemt på kort. Har nogen af dem stemt i salen, så skriv det ind med »{(ballot.Counted == 0 ? Write : Attachments.Texts.Change)}«.";
        var leftOut = ballot.LeftOut.Count == 0 ? string.Empty : $" {DanishFormat.List(ballot.LeftOut)} deltog ikke i behandlingen af punktet, så {(ballot.LeftOut.Count == 1 ? "den stemme" : "de stemmer")} er ikke talt med.";
        return counted + missing + leftOut;
    }

    internal static string Pressed(int count) => count == 1
        ? "En har selv stemt på kortet. Den stemme står fast."
        : $"{DanishFormat.Number(count)} har selv stemt på kortet. Deres stemmer står fast.";

    internal static string Heading(int number) => $"Afstemning ved punkt {number}";

    /// <summary>
    /// »Afstemning om »Ændringsforslag«: 2 stemte for (Karen Ravn og Mads Holt), 1 stemte imod (Omar Said). 1 undlod at stemme (Lene Aagaard).
    /// Forslaget blev vedtaget.« and below it what the minority said.
    /// </summary>
    internal static string Printed(ItemVote vote) => Printed(vote, isNamed: true, withParty: false);

    /// <param name="isNamed">Otherwise only how many: »5 stemte for, 2 stemte imod«.</param>
    /// <param name="withParty">»2 stemte for: Karen Ravn (A) og Mads Holt (V); 1 stemte imod: Omar Said (A); ingen undlod at stemme«</param>
    internal static string Printed(ItemVote vote, bool isNamed, bool withParty)
    {
        var about = vote.Question is { } question ? $"Afstemning om {DanishFormat.Quote(question.TrimEnd('.'))}" : "Afstemning";
        var (yes, no, abstained) = (Group(SeatAnswer.For, "stemte for"), Group(SeatAnswer.Against, "stemte imod"), Group(SeatAnswer.Abstain, "undlod at stemme"));
        var text = $"{about}: {(isNamed && withParty ? $"{yes}; {no}; {abstained}" : $"{yes}, {no}, og {abstained}")}. {Result(vote.Result)}";
        return vote.Dissent is { } dissent ? $"{text}\n\nMindretalsudtalelse: {dissent}" : text;

        string Group(SeatAnswer answer, string did)
        {
            var names = vote.Votes.Where(one => one.Answer == answer).Select(one => withParty && one.Party is { } party ? $"{one.Name} ({party})" : one.Name).ToList();
            return names.Count == 0 ? $"ingen {did}"
                : !isNamed ? $"{DanishFormat.Number(names.Count)} {did}"
                : withParty ? $"{DanishFormat.Number(names.Count)} {did}: {DanishFormat.List(names)}"
                : $"{DanishFormat.Number(names.Count)} {did} ({DanishFormat.List(names)})";
        }
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
}
