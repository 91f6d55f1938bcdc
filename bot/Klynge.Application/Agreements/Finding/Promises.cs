using Klynge.Application.Deadlines.Finding;

namespace Klynge.Application.Agreements.Finding;

/// <summary>
/// Whether a sentence promises something. Minutes tell of the past in the past tense, so a deed in the present (»Sekretariatet udarbejder …«,
/// »Sagen tages op …«) is one to come, as is whatever was agreed or asked for. What somebody reported, how things are, and what was done
/// before are no promises; a clause that only says why or when does not count.
/// </summary>
internal static class Promises
{
    /// <summary>Where the promise stands; null where the sentence makes none.</summary>
    internal static Promise? Find(string sentence)
    {
        if (PromiseWords.AreOfADeadline(sentence) || PromiseWords.AreOld(sentence) || PromiseWords.AreAsked(sentence))
            return null;

        var parts = ClausePart.Of(sentence);
        if (PromiseWords.FindADay(sentence) || PromiseWords.BeginWithADeed(sentence))
            return new Promise(sentence, parts, 0);

        var reported = false;
        for (var index = 0; index < parts.Count; index++)
        {
            switch (Judge(sentence, parts, index, reported))
            {
                case Finding.Promise: return new Promise(sentence, parts, index);
                case Finding.WholePromise: return new Promise(sentence, parts, 0);
                case Finding.Wish: return null;
                case Finding.Report: reported = true; break;
                case Finding.Nothing: break;
            }
        }

        return !reported && PromiseWords.GoOnToADeed(sentence) ? new Promise(sentence, parts, 0) : null;
    }

    private static Finding Judge(string sentence, IReadOnlyList<ClausePart> parts, int index, bool reported)
    {
        var part = parts[index];
        var text = sentence[part.Start..part.End];
        var agreed = PromiseWords.Agreed(text);
        if (agreed.Success && !PromiseWords.Report(text[..agreed.Index]))
        {
            var refersBack = part.Begins("hvilket", "det") || (part.Words is [{ Lower: "og" }, { Lower: "det" or "dette" }, ..]);
            if (refersBack && sentence[(part.Start + agreed.Index + agreed.Length)..].Trim(' ', '.').Length == 0)
                return Finding.WholePromise;
            if (part.Begins("hvilket", "det") && index > 0)
                return Finding.WholePromise;
            if (!PromiseWords.AreDone(text[..agreed.Index]) || agreed.Value.Contains("opgave", StringComparison.OrdinalIgnoreCase))
                return Finding.Promise;
        }

        if (!reported && PromiseWords.Wished(text) is { Success: true } wish)
            return IsWishOfAPromise(sentence, parts, index, wish.Length, wish.Value) ? Finding.Promise : Finding.Wish;
        if (PromiseWords.Report(text))
            return Finding.Report;

        return !IsMain(part, index) || part.Verb < 0 || PromiseWords.AreGeneral(text) ? Finding.Nothing
            : IsDeed(sentence, part, text, reported) ? Finding.Promise : Finding.Nothing;
    }

    // "ønskes drøftet på et kommende møde"; "enighed om, at regionen indhenter data", and not "…, at samarbejdet fungerer".
    private static bool IsWishOfAPromise(string sentence, IReadOnlyList<ClausePart> parts, int index, int wishLength, string wish)
    {
        var rest = sentence[parts[index].Start..];
        if (AgreementKinds.IsSaidIn(rest) && !PromiseWords.AreOfState(rest[Math.Min(wishLength, rest.Length)..]))
            return true;

        return wish.StartsWith("enighed", StringComparison.OrdinalIgnoreCase) && index + 1 < parts.Count && parts[index + 1] is { Verb: >= 0 } next && next.Begins("at")
            && next.Words[next.Verb].Lower is var verb
            && (verb is "skal" or "bør" || (WordForms.IsPassive(verb) && !PromiseWords.Habits.Contains(verb)) || IsDeedOfAnActor(next, verb));
    }

    private static bool IsMain(ClausePart part, int index)
    {
        if (part.Words.Count == 0 || part.Begins("at") || (part.IsSubordinate && !(index == 0 && part.Begins("der"))))
            return false;

        var follows = index > 0 && PromiseWords.Reasons.Contains(part.Words[0].Lower);
        return !follows && !(index == 0 && part.Begins("hvor", "idet", "fordi", "eftersom", "ligesom")) && part.Words is not [{ Lower: "for" }, { Lower: "at" }, ..] && part.Words is not [{ Lower: "og" }, { Lower: "at" }, ..];
    }

    private static bool IsDeed(string sentence, ClausePart part, string text, bool reported)
    {
        var verb = part.Words[part.Verb].Lower;
        switch (verb)
        {
            case "skal" or "bedes": return !reported && IsDuty(part);
            case "vil": return part.Words.Skip(part.Verb + 1).Take(4).Any(word => word.Lower == "blive") || PromiseWords.AreAnActor(Subject(part));
            case "kan": return AgreementKinds.IsStanding(sentence);
            case "må": return !reported && !part.Words.Any(word => word.Lower == "ikke") && part.Words.Skip(part.Verb + 1).Take(2).Any(word => word.Lower.EndsWith('e') || word.Lower.EndsWith("es", StringComparison.Ordinal));
            case "lægger" or "får" or "ser": return PromiseWords.AreAnActor(Subject(part)) && (PromiseWords.LookInto(sentence) || (verb == "får" && AgreementKinds.IsSaidIn(sentence)));
            case "går": return PromiseWords.GoFurther(sentence);
            case "arbejder": return PromiseWords.AreAnActor(Subject(part)) && PromiseWords.WorkOn(sentence);
            case "finder": return PromiseWords.AreAnActor(Subject(part));
        }

        if (PromiseWords.BecomeAnItem(text) && verb is "er" or "bliver")
            return true;
        if (WordForms.Modals.Contains(verb))
            return false;
        if (WordForms.IsPassive(verb))
            return !PromiseWords.Habits.Contains(verb) || PromiseWords.AreConcrete(text);

        return IsDeedOfAnActor(part, verb) || (verb is "kommer" or "fortsætter" or "egner" && AgreementKinds.IsOfAgendaOrStanding(sentence[part.Start..]));
    }

    // "Tallene skal undersøges", "sekretariatet skal afklare", "der skal være et fast punkt"; not "projektet skal forbedre", "vi skal turde", "det skal være ambitiøst".
    private static bool IsDuty(ClausePart part)
    {
        var rest = part.Words.Skip(part.Verb + 1).Select(word => word.Lower).ToList();
        var before = part.Words.Take(part.Verb + 2).Select(word => word.Lower).ToList();
        if (before.Contains("vi") || before.Contains("man") || rest.Take(2).Any(word => word == "ikke"))
            return false;

        var isDone = rest.Take(6).Any(word => word == "findes" || (word.Length > 3 && word.EndsWith("es", StringComparison.Ordinal) && !WordForms.IsNeverPassive(word)));
        if (before.Contains("der"))
            return isDone || rest.Take(3).Any(word => word is "være" or "laves");

        var subject = Subject(part);
        if (subject.Count > 0 && (subject[0].Lower is "det" or "dette" || (subject.Count == 1 && subject[0].Lower is "den" or "de")))
            return isDone;

        return !rest.Take(3).Any(word => word == "ses") && (isDone || PromiseWords.AreAnActor(subject) || AgreementKinds.IsOfMeetingGuestOrStanding(string.Join(' ', part.Words.Select(word => word.Lower))));
    }

    private static bool IsDeedOfAnActor(ClausePart part, string verb) =>
        WordForms.IsPresent(verb) && !PromiseWords.States.Contains(verb) && PromiseWords.AreAnActor(Subject(part));

    /// <summary>The words before the verb, or behind it where something else begins the clause (»Herefter udsender sekretariatet …«).</summary>
    internal static IReadOnlyList<Word> Subject(ClausePart part) => part.Verb == part.First || WordForms.IsAdverbial(part.Words, part.First)
        ? [.. part.Words.Skip(part.Verb + 1).Take(4)]
        : [.. part.Words.Skip(part.First).Take(part.Verb - part.First)];

    private enum Finding
    {
        Nothing,
        Promise,

        /// <summary>»…, hvilket blev besluttet«: what stands before it.</summary>
        WholePromise,

        /// <summary>Somebody wishes something that is no kind of promise.</summary>
        Wish,
        Report,
    }
}

/// <summary>A sentence that promises something, and the clause that does.</summary>
internal sealed record Promise(string Sentence, IReadOnlyList<ClausePart> Parts, int At)
{
    internal string Words => Sentence[Parts[At].Start..];

    /// <summary>The clause that promises, with what is promised (»at …«) and what is promised beside it; without the clauses that say of whom, why or when.</summary>
    internal string MainWords
    {
        get
        {
            var last = At;
            while (last + 1 < Parts.Count && (Parts[last + 1].Begins("at", "og") || !Parts[last + 1].IsSubordinate) && !Parts[last + 1].Begins("som", "der", "hvem", "hvor", "hvis", "så", "således", "idet", "når", "herunder", "hvorefter", "hvoraf", "hvilket"))
                last++;

            return Sentence[Parts[At].Start..Parts[last].End];
        }
    }
}
