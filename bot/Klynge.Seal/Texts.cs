namespace Klynge.Seal;

/// <summary>What a check of a seal says, a sentence each.</summary>
internal static class Texts
{
    internal const string NoMimeType = "Pakkens første fil er ikke »mimetype« med det indhold, som en forseglet pakke skal have.";
    internal const string ListUnreadable = "Seglets liste over pakkens filer kan ikke læses.";
    internal const string StampedListUnreadable = "Listen over det, som er tidsstemplet, kan ikke læses.";
    internal const string StampedListOdd = "Tidsstemplet gælder ikke netop denne underskrift og denne liste.";
    internal const string SignatureUnreadable = "Seglets underskrift kan ikke læses.";
    internal const string SignatureOdd = "Seglets underskrift passer ikke til listen over pakkens filer.";
    internal const string SignatureOfOther = "Seglets underskrift hører til et andet certifikat end det, den nævner.";
    internal const string TimestampUnreadable = "Seglets tidsstempel kan ikke læses.";
    internal const string TimestampOdd = "Seglets tidsstempel passer ikke til det, som det skulle stemple.";
    internal const string SignerUnknown = "Seglets certifikat fører ikke til nogen af de rødder, der er givet.";
    internal const string SignerNotThen = "Seglets certifikat gjaldt ikke på det tidspunkt, som tidsstemplet viser.";
    internal const string SignerNotForThis = "Seglets certifikat er ikke udstedt til at forsegle med.";
    internal const string StamperUnknown = "Tidsstemplets certifikat fører ikke til nogen af de rødder, der er givet.";
    internal const string StamperNotThen = "Tidsstemplets certifikat gjaldt ikke på det tidspunkt, som det viser.";
    internal const string StamperNotForThis = "Tidsstemplets certifikat er ikke udstedt til at tidsstemple med.";
    internal const string CertificateForeign = "Tidsstemplet har et certifikat med, som det ikke bygger på.";

    internal static string PartMissing(string name) => $"Seglet er ikke helt: {name} mangler.";

    internal static string PartUnknown(string name) => $"{name} hører ikke til et segl.";

    internal static string Twice(string name) => $"{name} findes to gange i pakken.";

    internal static string Altered(string name) => $"{name} er ændret, efter at pakken blev forseglet.";

    internal static string Missing(string name) => $"{name} er forseglet, men mangler i pakken.";

    internal static string Added(string name) => $"{name} er lagt i pakken, efter at den blev forseglet.";
}
