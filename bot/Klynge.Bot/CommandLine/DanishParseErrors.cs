namespace Klynge.Bot.CommandLine;

/// <summary>
/// What the library says of a command line that it cannot read, in Danish. It has its sentences in English alone and gives no other hold on
/// them than their text. "Option '--out' is required." becomes »Skriv også --out.«; a sentence that is not known here stays as it is.
/// </summary>
internal static class DanishParseErrors
{
    private static readonly (string Theirs, string Ours)[] Sentences =
    [
        ("Unrecognized command or argument '{0}'.", "»{0}« er ikke en kommando eller et valg her."),
        ("'{0}' was not matched. Did you mean one of the following?", "»{0}« er ikke en kommando eller et valg her. Mener du en af disse?"),
        ("Required argument '{0}' missing for command: '{1}'.", "{1} mangler <{0}>."),
        ("Required argument missing for option: '{0}'.", "{0} mangler sin værdi."),
        ("Option '{0}' is required.", "Skriv også {0}."),
        ("Required command was not provided.", "Skriv også, hvad der skal gøres."),
        ("Option '{0}' expects a single argument but {1} were provided.", "{0} kan kun have én værdi, og her er {1}."),
        ("Cannot parse argument '{0}' for command '{1}' as expected type 'System.Guid'.", "»{0}« er ikke et id. Det ligner »3f2b8c1e-5a7d-4e0f-9b6c-2d1a0e8f7c54«."),
        ("Cannot parse argument '{0}' for option '{1}' as expected type '{2}'. Did you mean one of the following?{3}", "»{0}« kan ikke bruges til {1}. Mener du en af disse?{3}"),
        ("Cannot parse argument '{0}' for command '{1}' as expected type '{2}'. Did you mean one of the following?{3}", "»{0}« kan ikke bruges til {1}. Mener du en af disse?{3}"),
        ("Cannot parse argument '{0}' for option '{1}' as expected type '{2}'.", "»{0}« kan ikke bruges til {1}."),
        ("Cannot parse argument '{0}' for command '{1}' as expected type '{2}'.", "»{0}« kan ikke bruges til {1}."),
        ("Cannot parse argument '{0}' as expected type '{1}'.", "»{0}« kan ikke bruges her."),
        ("Argument '{0}' not recognized. Must be one of:{1}", "»{0}« kan ikke bruges her. Vælg mellem:{1}"),
        ("File or directory does not exist: '{0}'.", "»{0}« findes ikke."),
        ("Directory does not exist: '{0}'.", "Mappen »{0}« findes ikke."),
        ("File does not exist: '{0}'.", "Filen »{0}« findes ikke."),
        ("Character not allowed in a path: '{0}'.", "Tegnet »{0}« kan ikke stå i en sti."),
        ("Character not allowed in a file name: '{0}'.", "Tegnet »{0}« kan ikke stå i navnet på en fil."),
        ("Response file not found '{0}'.", "Filen »{0}« med resten af kommandoen findes ikke."),
        ("Error reading response file '{0}': {1}", "Filen »{0}« med resten af kommandoen kan ikke læses: {1}"),
    ];

    /// <returns>The Danish sentence, or the given one where there is none.</returns>
    internal static string Translate(string message)
    {
        foreach (var (theirs, ours) in Sentences)
        {
            if (ReadPlaces(theirs, message) is { } places)
                return places.Select((value, at) => (Name: $"{{{at}}}", value)).Aggregate(ours, (text, place) => text.Replace(place.Name, place.value, StringComparison.Ordinal));
        }

        return message;
    }

    /// <summary>
    /// What stands in the places of a sentence, in the order of their numbers: for "Option '{0}' is required." and "Option '--out' is
    /// required." it is "--out". Null for another sentence.
    /// </summary>
    private static List<string>? ReadPlaces(string pattern, string message)
    {
        var parts = pattern.Split(["{0}", "{1}", "{2}", "{3}"], StringSplitOptions.None);
        if (!message.StartsWith(parts[0], StringComparison.Ordinal))
            return null;

        var (places, from) = (new List<string>(), parts[0].Length);
        for (var at = 1; at < parts.Length; at++)
        {
            // The last part ends the message; before it the first that fits, since a place is mostly a word.
            var isLast = at == parts.Length - 1;
            var next = isLast ? message.Length - parts[at].Length : message.IndexOf(parts[at], from, StringComparison.Ordinal);
            if (next < from || (isLast && !message.EndsWith(parts[at], StringComparison.Ordinal)))
                return null;

            places.Add(message[from..next]);
            from = next + parts[at].Length;
        }

        return from == message.Length ? places : null;
    }
}
