using Klynge.Application.Chat.Commands.Readers;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>Where one part of an apology ends and another begins: another's apology, another day's, or that somebody comes.</summary>
internal static class ApologyClauses
{
    private const int MaxWordsToVerb = 3;

    private static readonly string[] Coming = ["kommer", "deltager", "moeder", "komme", "deltage", "goer"];
    private static readonly string[] Not = ["ikke", "ik", "ikk", "heller"];

    /// <summary>"Søren melder afbud 14/1 <b>men kommer 21/12</b>": takes such a clause out, which says for which meeting there is none.</summary>
    internal static (string Text, string? Comes) WithoutComing(string text)
    {
        var words = Word.Split(text);
        var but = words.FindIndex(word => word.Folded is "men" or "dog");
        if (but < 0)
            return (text, null);
        var end = but + 1;
        while (end < words.Count && !words[end - 1].EndsPhrase)
            end++;
        var clause = words[(but + 1)..end];
        var verb = clause.FindIndex(word => Coming.Contains(word.Folded));
        if (verb >= 0 && clause[verb].Folded == "goer")
            end = but + verb + 2; // "Torben kommer ikke, men Gitte gør 14/1": the day is Torben's as well.
        var isMaybe = clause is [{ Folded: "maaske" or "gerne" or "godt" }, ..];
        var isAnother = clause.Exists(word => word.Folded is "stedet" or "istedet" or "stedfortraeder" or "suppleant");
        return (isMaybe || verb is >= 0 and < MaxWordsToVerb) && !isAnother && !clause.Exists(word => Not.Contains(word.Folded))
            ? ($"{text[..words[but].Start]}{text[words[end - 1].End..]}".Trim(), text[words[but].Start..words[end - 1].End])
            : (text, null);
    }

    /// <summary>"Peter er syg i dag, men kommer <b>den 21.</b>": the next meeting, which the others would have meant.</summary>
    internal static bool NamesNext(string clause, ParserContext context, CommandDescription command)
    {
        var ahead = context.Meetings.Where(meeting => !meeting.IsOver && meeting.Date >= context.Today && (context.Here is null || meeting.Forum == context.Here)).Select(meeting => meeting.Date).Order().ToList();
        return ahead is [var next, ..] && QuestionReader.Arguments(clause, context, command).Day == next;
    }

    /// <summary>"afbud 21/12?" asks, and what stands in quotation marks somebody else may have said.</summary>
    internal static bool IsHedged(string text) => text.TrimEnd().EndsWith('?') || text.AsSpan().ContainsAny('»', '"', '>');

    /// <summary>Whether a reason ends before that word: "syg. <b>Agnieszka</b> kommer ikke", "er syg <b>og kommer ikke</b> mandag".</summary>
    internal static bool BeginAnew(IReadOnlyList<Word> words, int at, ParserContext context)
    {
        if (words[at - 1].Text[^1] is '.' or '!' && words[at - 1].Folded.Length > 2)
            return PersonReader.Read(words, at, context.People) is not null || words[at].Folded is "det" or "afbud" or "jeg";
        if (words[at].Folded is "og" or "samt" && at + 2 < words.Count && words[at + 1].Folded is "fra" or "for" && PersonReader.Read(words, at + 2, context.People) is not null)
            return true;
        return words[at].Folded is "og" or "saa" or "derfor"
            && words.Skip(at + 1).Take(MaxWordsToVerb + 1).ToList() is var next && next.Exists(word => Coming.Contains(word.Folded) || word.Folded is "kan" or "afbud")
            && next.Exists(word => Not.Contains(word.Folded) || word.Folded is "afbud");
    }

    /// <summary>
    /// "afbud for Gitte 14/1 og Torben 21/12", "afbud for Mehmet: syg. Agnieszka kommer ikke 14/1": each has their own meeting, so each is a
    /// command of its own; null where all stay away from the same.
    /// </summary>
    internal static CommandUnclear? OneAtATime(ApologyPeople people, List<(int At, string Words)> days, IReadOnlyList<Word> words)
    {
        if (people.All.Count < 2 || days.Count == 0)
            return null;
        var isBehindABreak = !people.AreInARow(words) && days[0].At > people.All[1].At
            && Enumerable.Range(people.All[0].End - 1, people.All[1].At - people.All[0].End + 1).Any(at => words[at].Text[^1] is '.' or ';' or '!');
        return days.Count > 1 || isBehindABreak ? Each(people, days, CommandCatalogue.Apology.Name, Texts.OneApologyAtATime) : null;
    }

    internal static CommandUnclear Each(ApologyPeople people, List<(int At, string Words)> days, string command, string question)
    {
        var choices = people.All.Select((one, i) =>
        {
            var next = i + 1 < people.All.Count ? people.All[i + 1].At : int.MaxValue;
            var day = days.Find(day => day.At >= one.At && day.At < next).Words;
            var whom = one.Name == ApologyReader.Self ? string.Empty : $" for {one.Name}";
            return $"{command}{whom} {day}".TrimEnd();
        });
        return new CommandUnclear(question, [.. choices.Select(text => new CommandChoice(text, text))]);
    }
}
