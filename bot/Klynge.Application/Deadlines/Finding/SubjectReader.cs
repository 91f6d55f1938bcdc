namespace Klynge.Application.Deadlines.Finding;

/// <summary>Reads who acts in one part of a sentence, by the place and the form of its verb.</summary>
internal static class SubjectReader
{
    private static readonly string[] OfVerbs = ["rettet", "sluttet", "flyttet", "støttet", "knyttet", "nyttet", "skyttet"];

    /// <returns>Who, if somebody; and whether the part leaves it open, so that the one before it can say.</returns>
    internal static (string? Who, bool GoOn) Read(string text, IReadOnlyList<ClausePart> parts, int index)
    {
        var part = parts[index];
        var (words, first, verb) = (part.Words, part.First, part.Verb);
        if (verb < 0)
            return (null, true);

        // "…, som indberetter status": the one that it tells of, if somebody; "…, der skal være klar": whoever makes it.
        if (index > 0 && part.Begins("som") && verb > 1 && !WordForms.IsAdverbial(words, 1))
            return Judge(text, words, verb, Trimmed(words, 1, verb), part);
        // "…, der beder om svar": others are asked.
        if (index > 0 && part.Begins("som", "der") && verb == 1 && words[1].Lower is "beder" && words.Count > 2 && words[2].Lower == "om")
            return (null, false);
        if (index > 0 && part.Begins("som", "der") && verb == 1 && DoneBy.Read(text, words, verb) is not null && GoesOnToAct(words, verb, string.Empty))
            return (Antecedent(text, parts, index), true);
        if (index > 0 && part.Begins("som", "der"))
            return (DoneBy.Read(text, words, verb) ?? (verb == 1 && Acts(words, verb, verb + 1, string.Empty) ? Antecedent(text, parts, index) : null), true);

        if (verb == first)
            return VerbFirst(text, parts, index);

        // "Inden udgangen af maj har kommunerne meldt …"
        if (words[first].Lower is "inden" or "senest" && words[verb].Lower == "har" && NounPhrases.At(words, verb + 1) is { } all)
            return (text[all.Start..all.End], true);
        if (WordForms.IsAdverbial(words, first))
            return Judge(text, words, verb, NounPhrases.At(words, verb + 1));

        return words[first].Lower is "det" or "dette" && IsTheirTask(words, verb) is { } task ? (text[task.Start..task.End], false)
            : Judge(text, words, verb, Joined(parts, index, Trimmed(words, first, verb)), parts[index]);
    }

    // "og svarer senest …" goes on with the subject before; "Erna, som er ny, opdaterer …" has it two parts back; "Når …, udarbejder X": behind.
    private static (string? Who, bool GoOn) VerbFirst(string text, IReadOnlyList<ClausePart> parts, int index)
    {
        var (words, first) = (parts[index].Words, parts[index].First);
        if (first > 0 || index == 0)
            return (DoneBy.Read(text, words, first), true);

        var before = index - 1;
        while (before > 0 && parts[before].IsSubordinate)
            before--;
        while (before > 0 && IsBarePhrase(parts[before]) && IsBarePhrase(parts[before - 1]))
            before--;

        // "Medlemmer, der ønsker at deltage, giver besked": anybody.
        if (before < index - 1 && parts[before + 1] is { Verb: 1 } told && told.Begins("som", "der") && SubjectWords.Willing.Contains(told.Words[1].Lower))
            return (null, false);

        return IsBarePhrase(parts[before])
            ? Judge(text, words, first, Appositions(parts, before, index), parts[before])
            : Judge(text, words, first, NounPhrases.At(words, first + 1));
    }

    // "PLO's kredsformand, Egon Drud, taler …": both say who.
    private static (int Start, int End)? Appositions(IReadOnlyList<ClausePart> parts, int from, int index)
    {
        var last = from;
        while (last + 1 < index && !parts[last + 1].IsSubordinate && IsBarePhrase(parts[last + 1]))
            last++;

        return last == from ? Trimmed(parts[from].Words, 0, parts[from].Words.Count) : (parts[from].Words[0].Start, parts[last].Words[^1].End);
    }

    // "Erna Krag, …", "Ida Lyng, praksiskoordinator, …".
    private static bool IsBarePhrase(ClausePart part) => part.Verb < 0 && part.Words.Count is > 0 and < 7 && !WordForms.IsAdverbial(part.Words, 0);

    private static (string? Who, bool GoOn) Judge(string text, IReadOnlyList<Word> words, int verb, (int Start, int End)? subject, ClausePart? of = null)
    {
        var who = subject is { } span ? text[span.Start..span.End] : null;
        if (words[verb].Lower == "har" && verb + 2 < words.Count && SubjectWords.Bidden.Contains(words[verb + 1].Lower) && NounPhrases.At(words, verb + 2) is { } bidden)
            return (text[bidden.Start..bidden.End], true);

        if (WordForms.Asking.Contains(words[verb].Lower))
        {
            var asked = NounPhrases.At(words, of is null && subject is { } inverted ? words.TakeWhile(word => word.End <= inverted.End).Count() : verb + 1);
            return (asked is { } other ? text[other.Start..other.End] : who, true);
        }

        // "Gruppen nedsættes af direktionen og skal aflevere …": whoever the second verb is of.
        if (DoneBy.Read(text, words, verb) is { } by)
            return who is not null && GoesOnToAct(words, verb, who) ? (who, true) : (by, false);

        // "Kredsen lægger vægt på fremdrift og anmoder arbejdsgruppen om …".
        if (SecondVerb(words, verb) is > 0 and var second && WordForms.Asking.Contains(words[second].Lower) && NounPhrases.At(words, second + 1) is { } told)
            return (text[told.Start..told.End], true);

        if (who is null)
            return (null, IsPronoun(words, verb + 1));

        // Behind an inverted verb the subject stands first: "skal | lederne | sende".
        var rest = subject is { } place && place.Start > words[verb].Start ? words.TakeWhile(word => word.End <= place.End).Count() : verb + 1;
        return Acts(words, verb, rest, who) || GoesOnToAct(words, verb, who) ? (who, true) : (null, IsOpen(words, verb, who));
    }

    // "Bente takkede for de mange input og ville skrive dem sammen": the last verb counts.
    private static bool GoesOnToAct(IReadOnlyList<Word> words, int verb, string who) =>
        SecondVerb(words, verb) is > 0 and var second && Acts(words, second, second + 1, who);

    private static int SecondVerb(IReadOnlyList<Word> words, int verb)
    {
        for (var at = verb + 2; at < words.Count; at++)
        {
            if (words[at - 1].Lower == "og" && WordForms.IsFinite(words, at, at))
                return at;
        }

        return -1;
    }

    // "det skal ske", "fristen er", "de sendes": somebody before it acts; a thing with a name of its own ("rapporten foreligger") stands alone.
    private static bool IsOpen(IReadOnlyList<Word> words, int verb, string who) =>
        words[0].Lower is "at" or "så" || IsOfWhatWasMade(words, verb) || WordForms.Subordinators.Contains(words[0].Lower)
        || SubjectWords.Things.Contains(who)
        || words[verb].Lower is "fik" or "blev";

    // "…, og evalueringen sendes", "…, og tilbuddene skal ligge klar", "…, og den sidste borger skal være overdraget": of what somebody before it makes.
    private static bool IsOfWhatWasMade(IReadOnlyList<Word> words, int verb)
    {
        if (words[0].Lower != "og" || verb < 2)
            return false;
        var isPlain = verb == 2 && WordForms.IsDefinite(words[1]) && !WordForms.IsActor(words[1].Text);
        var isToBe = WordForms.Modals.Contains(words[verb].Lower) && verb + 1 < words.Count && SubjectWords.ToBe.Contains(words[verb + 1].Lower);
        return isPlain ? isToBe || WordForms.IsPassive(words[verb].Lower) || words[verb].Lower == "er"
            : isToBe && SubjectWords.Those.Contains(words[1].Lower) && words.Skip(verb + 2).Take(2).Any(word => IsParticiple(word.Lower));
    }

    private static bool IsPronoun(IReadOnlyList<Word> words, int at) => at < words.Count && SubjectWords.Pronouns.Contains(words[at].Lower);

    private static bool Acts(IReadOnlyList<Word> words, int verb, int rest, string who)
    {
        var word = words[verb].Lower;
        var after = words.Skip(rest).Where(one => !WordForms.Adverbs.Contains(one.Lower) && one.Lower is not ("inden" or "da")).ToList();
        var next = after.Count > 0 ? after[0].Lower : string.Empty;
        if (WordForms.Modals.Contains(word))
            return ActsWith(after, who) && (word is not ("kan" or "kunne") || IsName(who));
        if (WordForms.Asked.Contains(word))
            return IsAsked(words, verb, rest);
        if (WordForms.States.Contains(word))
            return after.Take(6).Any(one => SubjectWords.Charged.Contains(one.Lower));
        if (word is "har" or "havde")
            return next is not ("fået" or "modtaget") && after.Take(3).Any(one => SubjectWords.Held.Contains(one.Lower));
        if (word is "fik" or "får")
            return (word == "får" && words.Skip(verb + 2).Any(one => SubjectWords.Achieved.Contains(one.Lower))) || (word == "får" && IsParticiple(next) && !SubjectWords.Given.Contains(next)) || after.Take(8).Any(one => SubjectWords.Handed.Contains(one.Lower) || (one.Lower == "mulighed" && who.EndsWith("ne", StringComparison.Ordinal)));
        if (word is "besluttede" or "vedtog" && next == "at" && after.Count > 1 && !SubjectWords.LeftToOthers.Contains(after[1].Lower))
            return true;
        if (word == "finder" && after.Exists(one => one.Lower == "sted"))
            return false;

        return WordForms.Promised.Contains(word) ? after.Count == 0 || SubjectWords.Taken.Contains(next) || after.Exists(one => one.Lower == "at")
            : !(WordForms.Idle.Contains(word) && !(SubjectWords.Opening.Contains(word) && WordForms.IsActor(who.Split(' ')[0]))) && !WordForms.IsPassive(word) && !word.EndsWith("ede", StringComparison.Ordinal)
                && !SubjectWords.Said.Contains(word);
    }

    // "skal sende" acts, "skal sendes" and "skal foreligge" do not; "skal have afleveret" acts, "skal have bilagene" is handed something.
    private static bool ActsWith(List<Word> after, string who)
    {
        foreach (var (word, at) in after.Select((one, at) => (one.Lower, at)))
        {
            if (word is "være" or "blive")
                return after.Skip(at + 1).Take(2).Any(one => SubjectWords.Ready.Contains(one.Lower)) && WordForms.IsActor(who);
            if (SubjectWords.Happening.Contains(word) || WordForms.IsPassive(word))
                return false;
            if (word == "have")
                return after.Skip(at + 1).Any(one => IsParticiple(one.Lower)) && !after.Exists(one => SubjectWords.Received.Contains(one.Lower));
            if (word.Length > 2 && (word[^1] is 'e' or 'å') && !WordForms.IsTime(after, at) && !WordForms.Determiners.Contains(word))
                return true;
        }

        return true;
    }

    // "have udpeget", "have sendt", "have rettet"; "have budgettet senest …" has none.
    private static bool IsParticiple(string word) => word.EndsWith('t') && (!word.EndsWith("ttet", StringComparison.Ordinal) || OfVerbs.Any(verb => word.EndsWith(verb, StringComparison.Ordinal))) && !SubjectWords.NoParticiples.Contains(word);

    // "bedes sende" is asked of somebody, "bedes sendt" of a thing; "forventes afsluttet", "forventes at foreligge" likewise.
    private static bool IsAsked(IReadOnlyList<Word> words, int verb, int from)
    {
        var rest = words.Skip(from).Where((_, at) => !WordForms.IsTime(words, from + at)).Where(one => !WordForms.Adverbs.Contains(one.Lower)).ToList();
        if (words[verb].Lower == "bedes")
            return rest.Count > 0 && rest.Find(one => one.Lower is not ("om" or "at")) is { Text: { } next } && !next.EndsWith('t') && next is not ("foreligge" or "være");

        return words[verb].Lower != "forventes" || (rest.Count > 1 && rest[0].Lower == "at" && !SubjectWords.OfThings.Contains(rest[1].Lower));
    }

    // "Medlemmerne kan stille spørgsmål" leaves it to each of them.
    private static bool IsName(string who) => who.Split(' ').All(word => char.IsUpper(word[0]) || SubjectWords.BetweenNames.Contains(word))
        && (who.Contains(' ', StringComparison.Ordinal) || !who.EndsWith("erne", StringComparison.Ordinal));

    // "Det er sekretariatets opgave at …".
    private static (int Start, int End)? IsTheirTask(IReadOnlyList<Word> words, int verb)
    {
        var task = words.Skip(verb + 1).TakeWhile(word => word.Lower is not ("opgave" or "ansvar")).Count() + verb + 1;
        return task < words.Count && task > verb + 1 && words[task - 1].Text.EndsWith('s') ? (words[verb + 1].Start, words[task - 1].End - 1) : null;
    }

    // "ligger hos Vejlby Kommune, som indberetter …": names, or somebody who can act, at the end of the part before.
    private static string? Antecedent(string text, IReadOnlyList<ClausePart> parts, int index)
    {
        var words = parts[index - 1].Words;
        var start = NamesAtTheEnd(words);
        if (start == 0 && index > 1 && NamesAtTheEnd(parts[index - 2].Words) is var others && others < parts[index - 2].Words.Count && words.Count > 1)
            return text[parts[index - 2].Words[others].Start..words[^1].End];
        if (start < words.Count)
            return text[words[start].Start..words[^1].End];

        // "… de to forvaltninger, som skal …", "… en lille skrivegruppe, som kommer med …"
        var article = words.Count - 1;
        while (article > 0 && article > words.Count - 4 && !SubjectWords.Articles.Contains(words[article].Lower))
            article--;
        return words.Count == 0 || !WordForms.IsActor(words[^1].Text) ? null
            : WordForms.IsDefinite(words[^1]) ? words[^1].Text
            : SubjectWords.Articles.Contains(words[article].Lower) ? text[words[article].Start..words[^1].End]
            : null;
    }

    // "… af | Lea", "Mogens og Yasmin": where the names at the end begin.
    private static int NamesAtTheEnd(IReadOnlyList<Word> words)
    {
        var start = words.Count;
        while (start > 0 && (words[start - 1].IsCapital || (words[start - 1].Lower == "og" && start < words.Count)
            || (words[start - 1].Lower is "for" or "ved" && start > 1 && start < words.Count && words[start - 2].IsCapital)))
        {
            start--;
        }
        return start < words.Count && words[start].Lower == "og" ? start + 1 : start;
    }

    // "Aase, | Bent og Kim afleverer": a list of names is one subject.
    private static (int Start, int End)? Joined(IReadOnlyList<ClausePart> parts, int index, (int Start, int End)? subject)
    {
        if (subject is not { } span || !parts[index].Words.Any(word => word.Lower == "og" && word.Start > span.Start && word.End < span.End))
            return subject;

        var start = span.Start;
        for (var before = index - 1; before >= 0 && !parts[before + 1].AfterColon && parts[before].Words is { Count: > 0 and < 4 } names && names.All(word => word.IsCapital); before--)
            start = names[0].Start;
        return (start, span.End);
    }

    // "parterne senest den 1. juni indbetaler", "de fire kommuner hver melder": the subject ends where it is said when or how.
    private static (int Start, int End)? Trimmed(IReadOnlyList<Word> words, int first, int verb)
    {
        var end = first;
        while (end < verb && (!WordForms.IsTime(words, end) || IsCount(words, end)) && (end == first || !(WordForms.Adverbs.Contains(words[end].Lower) || words[end].Lower is "hver" or "begge")) && !(end > first && IsWhen(words, end)))
            end++;
        return end > first ? (words[first].Start, words[end - 1].End) : null;
    }

    // "foreninger med mere end 50 medlemmer", "de 22 kommuner".
    private static bool IsCount(IReadOnlyList<Word> words, int at) =>
        at > 0 && words[at].Text.All(char.IsAsciiDigit) && SubjectWords.BeforeACount.Contains(words[at - 1].Lower);

    private static bool IsWhen(IReadOnlyList<Word> words, int at) =>
        SubjectWords.BeforeWhen.Contains(words[at].Lower) && at + 1 < words.Count && SubjectWords.When.Contains(words[at + 1].Lower);
}
