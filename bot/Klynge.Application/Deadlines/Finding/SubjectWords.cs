using System.Collections.Frozen;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Words by which <see cref="SubjectReader"/> tells who acts from who does not.</summary>
internal static class SubjectWords
{
    /// <summary>»fristen er den 1. maj«, »det hele sendes«: things, of which somebody named before says who sees to them.</summary>
    internal static readonly FrozenSet<string> Things = WordForms.Words("det dette den de denne disse alt det_hele begge_dele frist fristen deadline deadlinen");

    /// <summary>»er bedt om at …«, »er ansvarlig for …«.</summary>
    internal static readonly FrozenSet<string> Charged = WordForms.Words("bedt anmodet opfordret pålagt ansvarlig ansvarlige tovholder tovholdere");

    /// <summary>»har frist den …«, »har til den 1. maj«, »har påtaget sig …«.</summary>
    internal static readonly FrozenSet<string> Held = WordForms.Words("til frist deadline ansvar ansvaret opgaven frem indtil besluttet lovet tilbudt påtaget");

    /// <summary>»får tilsendt …«, »får udbetalt …«: whoever gets it does nothing.</summary>
    internal static readonly FrozenSet<string> Given = WordForms.Words("tilsendt udbetalt bevilget tildelt tilbudt forelagt præsenteret");

    /// <summary>»får ansvaret for …«, »fik mandat til …«.</summary>
    internal static readonly FrozenSet<string> Handed = WordForms.Words("ansvar ansvaret opgaven opgave mandat frist deadline");

    /// <summary>»besluttede«, »oplyste«: what was said at the meeting, not what is to come.</summary>
    internal static readonly FrozenSet<string> Said = WordForms.Words("besluttede aftalte drøftede spurgte oplyste fortalte nævnte sagde siger");

    /// <summary>»skal foreligge«, »skal træde i kraft«: verbs of things.</summary>
    internal static readonly FrozenSet<string> Happening = WordForms.Words("foreligge ske ligge gælde fremgå træde begynde starte udløbe");

    /// <summary>»der ønsker at deltage«, »der vil være med«: anybody.</summary>
    internal static readonly FrozenSet<string> Willing = WordForms.Words("ønsker vil");

    /// <summary>»har bedt sekretariatet om …«: the one who is asked acts.</summary>
    internal static readonly FrozenSet<string> Bidden = WordForms.Words("bedt anmodet opfordret pålagt");

    /// <summary>»skal være«, »skal ligge klar«.</summary>
    internal static readonly FrozenSet<string> ToBe = WordForms.Words("være ligge foreligge blive");

    /// <summary>»den sidste borger«, »det nye udkast«.</summary>
    internal static readonly FrozenSet<string> Those = WordForms.Words("den det de");

    /// <summary>Somebody who was named before.</summary>
    internal static readonly FrozenSet<string> Pronouns = WordForms.Words("det den de han hun dette");

    /// <summary>»får sendt brevet ud«, »får det ordnet«.</summary>
    internal static readonly FrozenSet<string> Achieved = WordForms.Words("ud lavet ordnet bragt");

    /// <summary>»besluttede at bede sekretariatet om …«: others act.</summary>
    internal static readonly FrozenSet<string> LeftToOthers = WordForms.Words("bede anmode opfordre pålægge indstille lade");

    /// <summary>»lovede at …«, »påtog sig …«, »overtog opgaven«.</summary>
    internal static readonly FrozenSet<string> Taken = WordForms.Words("at sig opgaven ansvaret");

    /// <summary>»sekretariatet åbner«: somebody does, where a thing does nothing.</summary>
    internal static readonly FrozenSet<string> Opening = WordForms.Words("åbner lukker starter begynder");

    /// <summary>»skal være klar«: somebody, where a thing is only finished.</summary>
    internal static readonly FrozenSet<string> Ready = WordForms.Words("klar klare parat parate færdig færdige");

    /// <summary>»skal have bilagene tilsendt«: whoever gets it does nothing.</summary>
    internal static readonly FrozenSet<string> Received = WordForms.Words("tilsendt modtaget fået");

    /// <summary>End in -t and are none.</summary>
    internal static readonly FrozenSet<string> NoParticiples = WordForms.Words("senest at et det samt notat");

    /// <summary>»forventes at foreligge«: asked of a thing.</summary>
    internal static readonly FrozenSet<string> OfThings = WordForms.Words("foreligge være blive træde ske");

    /// <summary>»Vestby og Østby«, »formand for …«.</summary>
    internal static readonly FrozenSet<string> BetweenNames = WordForms.Words("og ved for");

    /// <summary>»en lille skrivegruppe«, »de to forvaltninger«.</summary>
    internal static readonly FrozenSet<string> Articles = WordForms.Words("en et de");

    /// <summary>»mere end 50 medlemmer«, »de 22 kommuner«.</summary>
    internal static readonly FrozenSet<string> BeforeACount = WordForms.Words("end over under mindst de alle");

    /// <summary>»ved udgangen af …«, »i løbet af …«: before a word of <see cref="When"/>.</summary>
    internal static readonly FrozenSet<string> BeforeWhen = WordForms.Words("ved med i inden");

    /// <summary>See <see cref="BeforeWhen"/>.</summary>
    internal static readonly FrozenSet<string> When = WordForms.Words("udgangen løbet fællesskab årets slutningen");
}
