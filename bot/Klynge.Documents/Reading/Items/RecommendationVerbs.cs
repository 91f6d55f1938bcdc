using System.Collections.Frozen;

namespace Klynge.Documents.Reading.Items;

/// <summary>How the entries of a recommendation begin: "godkender", "tager … til efterretning", "at der …".</summary>
internal static class RecommendationVerbs
{
    private static readonly FrozenSet<string> Verbs = (
        "at|godkender|drøfter|tager|beslutter|indstiller|anbefaler|udpeger|tilslutter|bemyndiger|sender|fastlægger|afgiver|giver|orienteres|orienterer|"
        + "vedtager|prioriterer|vælger|aftaler|bidrager|bakker|kvalificerer|behandler|videresender|igangsætter|delegerer|forholder|nedsætter|udarbejder|"
        + "understøtter|følger|bekræfter|afklarer|vurderer|stiller|træffer|sikrer|konstituerer|overvejer|melder|får|lader|peger|fremsender|besvarer|"
        + "noterer|kommenterer|inddrager|rådgiver|retter|fastsætter|afsætter|frigiver|bevilger|ønsker|oversender|støtter|planlægger").Split('|').ToFrozenSet();

    public static bool StartsWithVerb(string text)
    {
        var space = text.AsSpan().IndexOfAny(' ', ',', ':');
        return Verbs.Contains((space < 0 ? text : text[..space]).ToLowerInvariant());
    }
}
