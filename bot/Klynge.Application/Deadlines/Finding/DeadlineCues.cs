using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// Whether a sentence makes a deadline of a day that it names. The words around the day decide: »frist« and »deadline« that lead to it,
/// »senest« and »inden« right before it, something that must be handed in by it. What is told of the past is none, nor is a day on which
/// something merely takes place.
/// </summary>
internal static partial class DeadlineCues
{
    private const string Noun = @"(\b\p{L}*(deadlines?|deadlinen|frist|fristen|frister|fristerne)\b|\bhvornår(?=:))";
    private const string Link = @"(er|bliver|sættes\s+til|fastsættes\s+til|sat\s+til|fastsat\s+til|aftalt\s+til|ligger|falder|til|udløber|på|senest|inden|nu|:|–|-)";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    internal static bool MakeADeadline(string sentence, DateMention mention, IReadOnlyList<DateMention> all)
    {
        if (None().IsMatch(sentence) || EveryYear().IsMatch(sentence[mention.End..]) || Instead().IsMatch(sentence[..mention.Start]))
            return false;

        return IsCued(sentence, mention, all) || IsNextInAList(sentence, mention, all);
    }

    /// <summary>
    /// What was agreed, without the words that say so: in »Det blev aftalt, at sekretariatet udsender materialet senest d. 1. marts« the
    /// agreement is told of the past, what is agreed lies ahead.
    /// </summary>
    internal static string ClauseOf(string sentence, DateMention mention)
    {
        var agreed = Agreed().Match(sentence);
        var start = agreed.Success ? agreed.Index + agreed.Length : 0;
        if (start == 0 || start > mention.Start)
            return sentence;

        // "… at rådet drøfter forslaget, og at partierne giver tilbagemelding senest d. 5. marts": the last of them.
        var next = sentence.LastIndexOf(" og at ", mention.Start, mention.Start - start, StringComparison.Ordinal);
        return next > start ? sentence[(next + " og at".Length)..] : sentence[start..];
    }

    private static bool IsCued(string sentence, DateMention mention, IReadOnlyList<DateMention> all)
    {
        var (before, after) = (sentence[..mention.Start], sentence[mention.End..]);
        var clause = ClauseOf(sentence, mention);
        if (NounLeadsTo(sentence, mention, all) || IsTheDeadline().IsMatch(after))
            return !IsToldOfThePast(clause) || Moved().IsMatch(before);

        if (IsToldOfThePast(clause) && !InCharge().IsMatch(sentence[..^clause.Length]) && !SoThatAllHave().IsMatch(before))
            return false;

        if (IsWithin(sentence, clause, mention) || By().IsMatch(before))
            return !RuleOfMeetings().IsMatch(after) && !(mention.Shape == MentionShape.Loose && SaidExactly().IsMatch(after)) && (mention.Shape != MentionShape.Loose || !ToBegin().IsMatch(clause));

        if (Before().IsMatch(before))
            return !Begun().IsMatch(before) && (Asked().IsMatch(clause) || Makes().IsMatch(clause));

        if (LatestBehind().IsMatch(after) || (mention.Shape == MentionShape.Day && ReadyBy().IsMatch(before)))
            return true;

        if (mention.Shape != MentionShape.Loose && IsDoneByThen().IsMatch(after) && !Until().IsMatch(before))
            return true;

        return IsHandedInBy(sentence, before, mention) || IsPromisedFor(before, mention) || RoundCues.Close(sentence, before, mention) || IsMadeUntil(sentence, clause, before, mention);
    }

    // »inden tre uger« asks for something; »inden for 30 dage« is a patient's right, unless it was agreed or opens the sentence.
    private static bool IsWithin(string sentence, string clause, DateMention mention) => mention.Shape == MentionShape.Within
        && (!WithinFor().IsMatch(sentence[mention.Start..mention.End]) || clause.Length < sentence.Length || mention.Start == 0);

    /// <summary>»6. marts, 21. marts og 4. april«, »8. januar for udkastet og 5. februar for det endelige«.</summary>
    private static bool IsNextInAList(string sentence, DateMention mention, IReadOnlyList<DateMention> all)
    {
        var at = all.TakeWhile(other => other != mention).Count();
        return at > 0 && Listed().IsMatch(sentence[all[at - 1].End..mention.Start]) && ListGoesOn().IsMatch(sentence[mention.End..])
            && MakeADeadline(sentence, all[at - 1], all);
    }

    /// <summary>
    /// A noun and then the day: the one that a linking word leads to, else the first behind the noun that is not the day of an event
    /// (»fristen for tilmelding til temadagen d. 12. maj er d. 1. april«).
    /// </summary>
    private static bool NounLeadsTo(string sentence, DateMention mention, IReadOnlyList<DateMention> all)
    {
        var noun = Nouns().Match(sentence);
        if (!noun.Success)
            return false;

        var behind = all.Where(other => other.Start >= noun.Index + noun.Length && CanStandAlone(sentence, other)).ToList();
        var linked = behind.FindIndex(other => Linked().IsMatch(sentence[noun.Index..other.Start]));
        var chosen = linked >= 0 ? linked : behind.FindIndex(other => !AtAnEvent().IsMatch(sentence[..other.Start]));

        // "frist for bidrag til nyhedsbrevet 10. december, 14. januar og 11. februar": the days of a list are one kind.
        while (chosen > 0 && Listed().IsMatch(sentence[behind[chosen - 1].End..behind[chosen].Start]))
            chosen--;
        return chosen >= 0 && behind[chosen] == mention;
    }

    private static bool CanStandAlone(string sentence, DateMention mention) =>
        mention.Shape != MentionShape.Loose || By().IsMatch(sentence[..mention.Start]) || Linked().IsMatch(sentence[..mention.Start])
        || NounRightBefore().IsMatch(sentence[..mention.Start]);

    /// <summary>»bedes sende … d. 1. marts«, »forventes afsluttet ultimo april«; an event on the day is none.</summary>
    private static bool IsHandedInBy(string sentence, string before, DateMention mention)
    {
        if (mention.Shape is MentionShape.Loose or MentionShape.Within || AtAnEvent().IsMatch(before) || TakesPlace().IsMatch(sentence))
            return false;

        return mention.Shape is MentionShape.EndOf or MentionShape.PartOf
            ? (Finished().IsMatch(sentence) || Makes().IsMatch(before)) && !Lasts().IsMatch(before)
            : InHand().IsMatch(before) && Asked().IsMatch(before) && !Lasts().IsMatch(before);
    }

    /// <summary>»Gruppen afleverer sit forslag den 28. oktober«, »Børge vender tilbage fredag d. 29. maj«.</summary>
    private static bool IsPromisedFor(string before, DateMention mention) =>
        mention.Shape is MentionShape.Day && Promises().IsMatch(before) && !AtAnEvent().IsMatch(before) && !Lasts().IsMatch(before);

    /// <summary>»… aftalt, at Jeppe udarbejder en procesplan til den 3. marts«; a meeting that is moved to a day is none.</summary>
    private static bool IsMadeUntil(string sentence, string clause, string before, DateMention mention) =>
        mention.Shape == MentionShape.Day && Until().IsMatch(before)
        && (clause.Length < sentence.Length ? Makes().IsMatch(clause) : Prepares().IsMatch(before) && !Lasts().IsMatch(before));

    /// <summary>»Den 1. maj skal kommunerne have udpeget en tovholder«, »… skal planen være klar«.</summary>
    [GeneratedRegex(@"^,?\s*skal\b[^.;,]*\b(have\s+(\p{L}+\s+){0,3}?\p{L}+t|være\s+(\p{L}+\s+)?(klar|klart|færdig|færdige|på\s+plads|i\s+hænde|\p{L}+(sendt|leveret|meldt|peget|arbejdet|sluttet)|(lagt|ført|flyttet|rettet|skiftet|indført)(\s+(over|ind|ud|på\s+plads))?))\b", Options, 1000)]
    private static partial Regex IsDoneByThen();

    private static bool IsToldOfThePast(string sentence) => Past().IsMatch(Aside().Replace(Provided().Split(sentence)[^1], ",")) && !Asked().IsMatch(sentence);

    /// <summary>»inden jul, senest den 18. december«</summary>
    [GeneratedRegex(@"^,\s*(dog\s+|dvs\.?\s+)?senest\b", Options, 1000)]
    private static partial Regex SaidExactly();

    /// <summary>»Forummet godkendte indstillingen, dog således at planen justeres inden …«</summary>
    [GeneratedRegex(@"\bdog\s+(således|sådan),?\s+at\b", Options, 1000)]
    private static partial Regex Provided();

    /// <summary>»Koordinatoren, <b>der deltog under punktet</b>, leverer …«</summary>
    [GeneratedRegex(@",\s*(der|som)\s[^,]*,", Options, 1000)]
    private static partial Regex Aside();

    /// <summary>Up to the »at« of what was agreed, asked for, or proposed.</summary>
    [GeneratedRegex(
        @"\b(aftal(t|te|tes|es|er)|beslutte(t|de|des|s|r)|vedt(og|aget|ages|oges)|enedes|enig(e|t)?|enighed|tilslutning|opbakning|konkludere(t|de|s)|foresl(og|ås|år|ået)|anbefale(t|de|s|r)|indstilles?|anmode(t|de|s|r)|opfordre(t|de|s|r)|b(ad|eder|edt)|pål(agde|agt|ægges)|(?<!\b(der|som)\s)ønske(de|r|s)|præcisere(t|de|s)|til\s+opgave|ansvar(et|lige?)?\s+for|(sørge[rs]?|står?|indestår|hæfte[rs]?)\s+for|sikre[rs]?|påse[rs]?|garantere[rs]?|forpligte[rt]\s+(\p{L}+\s+)?til|forudsætning|forudsætter|betingelse|krav|det\s+er\s+\p{L}+s\s+(ansvar|opgave),?|med\s+den\s+(bemærkning|ændring|tilføjelse|forståelse|besked))\b[^.;]{0,60}?\b(at)\b",
        Options,
        1000)]
    private static partial Regex Agreed();

    [GeneratedRegex(@"^\s*(,|;|og|samt|eller|,\s*og)\s*$|^\s*(,|og|,\s*og)\s+for\s+[^,.;]{1,50}$|^\s*for\s+[^,.;]{1,50}?\s*(,|og)\s*$", Options, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\s*($|[.,;:)(]|(og|samt|eller|kl|for)\b)", Options, 1000)]
    private static partial Regex ListGoesOn();

    [GeneratedRegex(@"^\s*(hvert|hver)\s+(år|måned|uge)\b", Options, 1000)]
    private static partial Regex EveryYear();

    [GeneratedRegex(@"^inden\s+for\b", Options, 1000)]
    private static partial Regex WithinFor();

    [GeneratedRegex($@"{Noun}\s*$", Options, 1000)]
    private static partial Regex NounRightBefore();

    [GeneratedRegex(@"(?<!(frem|op)\s)\btil\s*$", Options, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(udarbejd|laver|lave|skriv|forbered|klargør|udvikl|beskriv|opdater|lever|aflever|sender|sende|udsend|fremsend|rundsend|samle|find|fremskaf|færdiggør|vender\s+tilbage|følger\s+op|svarer|indstiller|udpeger|melder|kommer\s+med|redegør|kvalificer|koordiner|implementer|tester|evaluerer|afklarer|orienterer|giver|gennemgår|reviderer|indkalder|kontakter|undersøger|afrapporter|indberett)\p{L}*", Options, 1000)]
    private static partial Regex Makes();

    [GeneratedRegex(@"\b((af|ind)leverer|(ind|frem|ud|rund)sender|returnerer|indberetter|afrapporterer|tilbagemelder|(vender|melder|svarer)\s+tilbage|giver\s+(\p{L}+\s+)?(besked|svar|lyd|tilbagemelding)|leverer|mailer|kommer\s+med|sender\s+[^,;]*\btil)\b(?!.*\b(på|ved|under)\s+(\p{L}+\s+)?\p{L}*møde)[^,;]*$", Options, 1000)]
    private static partial Regex Promises();

    /// <summary>»laver en vejledning til fredag d. 17.«; »indkalder til den 4. maj« is an event.</summary>
    [GeneratedRegex(@"\b(udarbejder?|laver?|skriver?|forbereder?|klargør(e)?|beskriver?|opdaterer?|færdiggør(e)?|undersøger?|samler?|leverer?|afleverer?)\b[^,;]*$", Options, 1000)]
    private static partial Regex Prepares();

    /// <summary>»har ansvaret for, at vurderingen er lavet inden …«, »sikrer, at alle er indkaldt senest …«: done by then, not told of the past.</summary>
    [GeneratedRegex(@"\b(for|sikre[rs]?|påse[rs]?|garantere[rs]?|forpligte[rt]\s+(\p{L}+\s+)?til|(forudsætning|betingelse|krav|ansvar|opgave)\b[^.,;]{0,40}|forudsætter|sikre[rs]?\s+sig),?\s*at\s*$", Options, 1000)]
    private static partial Regex InCharge();

    /// <summary>»(10. juni senest)«.</summary>
    [GeneratedRegex(@"^\s*senest\s*($|[.,;)])", Options, 1000)]
    private static partial Regex LatestBehind();

    /// <summary>»– klar 11. juni«, »vagtplaner, som er klar den 10. januar«.</summary>
    [GeneratedRegex(@"([–—(,:-]\s*|\b(er|ligger|står)\s+)(klart?|klare|færdigt?|færdige)\s*$", Options, 1000)]
    private static partial Regex ReadyBy();

    /// <summary>»afleveres nu den 15. januar i stedet for den 1. december«.</summary>
    [GeneratedRegex(@"\b(i\s+stedet\s+for|fremfor|frem\s+for|snarere\s+end)\s*$", Options, 1000)]
    private static partial Regex Instead();

    /// <summary>»…, så alle har underskrevet senest den 14. marts«.</summary>
    [GeneratedRegex(@"\bså(ledes\s+at|ledes,\s+at)?\s+(\p{L}+\s+){1,3}?(har|er)\s+[^.,;]*$", Options, 1000)]
    private static partial Regex SoThatAllHave();

    /// <summary>»forløb, som er påbegyndt før sommeren«.</summary>
    [GeneratedRegex(@"\b(er|blev|var|har)\s+\p{L}+t\s+før\s*$", Options, 1000)]
    private static partial Regex Begun();

    [GeneratedRegex(Noun, Options, 1000)]
    private static partial Regex Nouns();

    [GeneratedRegex($@"\b(ingen|uden|ikke\s+(en|nogen)|endnu\s+ikke\s+(fastsat\s+)?(en|nogen)?)\s+(\p{{L}}+\s+)?{Noun}|\b(frist|fristen|deadline|deadlinen)\s+(er|blev)\s+(overholdt|overskredet)", Options, 1000)]
    private static partial Regex None();

    [GeneratedRegex($@"(?<=^|[\s,(]){Link}\s*(kl\.?\s*\d{{1,2}}([.:]\d{{2}})?,?\s*)?(på\s+|om\s+|ved\s+|i\s+)?$|:\s*$", Options, 1000)]
    private static partial Regex Linked();

    [GeneratedRegex(@"^[,\s]*(kl\.?\s*\d{1,2}([.:]\d{2})?[,\s]*)?(som\s+|der\s+)?(er|bliver|udløber|udgør)\s+(\p{L}+\s+){0,3}?(\p{L}*(deadline|frist)(en)?\b|sidste\s+(dag|chance|udkald))", Options, 1000)]
    private static partial Regex IsTheDeadline();

    [GeneratedRegex(@"\b(udskudt|udsat|forlænget|flyttet|rykket|sat|fastsat|ændret)\b[^.;]{0,40}\btil\s*$", Options, 1000)]
    private static partial Regex Moved();

    [GeneratedRegex(@"\b(blev(?!\s+(bedt|anmodet|opfordret|pålagt))|blevet|var|havde|fik|udløb|nåede|modtog|indkom|mødtes|drøftede|besluttede|godkendte|orienterede|præsenterede|deltog|afleverede|sendte|behandlede|(er|har|har\s+\p{L}+)\s+(senest|sidst|tidligere)|(?<!ikke\s)(er|har)\s+\p{L}+(et|t)\s+(inden|senest|før)|er\s+(inden|senest|før))\b", Options, 1000)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(aller)?(senest|inden)\s*:?\s*(den\s+)?(kl\.?\s*\d{1,2}([.:]\d{2})?,?\s*)?(på\s+|om\s+|ved\s+|med\s+|i\s+|til\s+|mødet\s+|det\s+)?(dag\s+)?$|\bikke\s+senere\s+end\s*$|\bsidste\s+(dag|chance)\s+\p{L}*\s*er\s*$", Options, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"\bfør\s*(mødet\s+|udgangen\s+af\s+)?$", Options, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s*(før|efter)\b", Options, 1000)]
    private static partial Regex RuleOfMeetings();

    [GeneratedRegex(@"\b(opstart(es)?|starter|begynder|påbegyndt|afholdes|afholdt|holdes)\b", Options, 1000)]
    private static partial Regex ToBegin();

    [GeneratedRegex(@"\b(skal|bedes|bør|ønskes|udbedes|anmodes|opfordres|sørger\s+for|sikrer|koordinerer|påser|forventes|indstilles|foreslås|aftaltes|vil|kan|må|gerne|husk|send|svar|meld|giv)\b|\b\p{L}*(sendes|leveres|meldes|gives|laves|arbejdes|sluttes|peges|berettes|returneres|godkendes|afklares|besluttes|besvares|oplyses|fremlægges|forelægges|implementeres|færdiggøres|foretages|tilmeldes|underskrives|foreligger|opdateres|aftales|kontaktes|drøftes|behandles|udfyldes|indhentes|vendes)\b", Options, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(sende[rs]?|send|indsende[rs]?|indsendt|fremsende[rs]?|fremsendt|sendt|aflever\p{L}*|indlever\p{L}*|levere[st]?|indmeld\p{L}*|tilmeld\p{L}*|melde[rs]?|returner\p{L}*|i\s+hænde|foreligge\p{L}*|indberet\p{L}*|besvare\p{L}*|svar|tilbagemelding\p{L}*|bidrag|underskriv\p{L}*|udpeg\p{L}*|godkend(t|e)|færdig\p{L}*|klar|afslut\p{L}*|kommenter\p{L}*|skal\s+være\s+\p{L}+(et|t))\b", Options, 1000)]
    private static partial Regex InHand();

    [GeneratedRegex(@"\b(afslut\p{L}*|færdig\p{L}*|klar|foreligge\p{L}*|aflever\p{L}*|levere\p{L}*|indsend\p{L}*|fremsend\p{L}*|sendes|skal|bedes|implementer\p{L}*|godkend\p{L}*|udpeg\p{L}*|tilbagemeld\p{L}*|evaluer\p{L}*|i\s+mål|på\s+plads|gennemført)\b", Options, 1000)]
    private static partial Regex Finished();

    [GeneratedRegex(@"\b(løber|løbe|gælder|gælde|varer|vare|forlænges|forlænget|fortsætter|fortsætte|fortsat|bevilget|finansieret|ansat|perioden|gyldig|frem|fra)\b[^,;]*$", Options, 1000)]
    private static partial Regex Lasts();

    [GeneratedRegex(@"\b\p{L}*(mødet?|møder|temadag(en)?|konference(n)?|workshop(pen)?|seminar(et)?|kursus|kurset|dagsorden(en)?|referat(et)?|kickoff|besøg(et)?|topmøde(t)?|brev(et)?|notat(et)?|mail(en)?|afholdt|afholdes|vedtaget|dateret|af)\s*(i\s+\p{L}+\s+)?$", Options, 1000)]
    private static partial Regex AtAnEvent();

    [GeneratedRegex(@"\b(afholdes|afholdt|holdes|finder\s+sted|fandt\s+sted|mødes|træder\s+i\s+kraft|udsendes|godkendes|vedtages|besluttes|behandles|drøftes|forelægges|fremlægges|præsenteres|starte[rs]?|begynde[rs]?|åbne[rs]?|indvies)\b", Options, 1000)]
    private static partial Regex TakesPlace();
}
