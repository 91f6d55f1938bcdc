namespace Klynge.Application.Tests.Agendas.Whole;

/// <summary>An agenda as secretariats write them, with what is on its items. All of it is invented.</summary>
/// <param name="Sections">The headings of the forum's template.</param>
/// <param name="Lead">What leads into the recommendations of the forum.</param>
internal sealed record WholeAgenda(string Name, IReadOnlyList<string> Sections, string? Lead, params IReadOnlyList<WholeItem> Items)
{
    public override string ToString() => Name;
}

/// <param name="Texts">By the template's headings, in their order; empty for none.</param>
/// <param name="Recommendations">As they are typed, with or without numbers.</param>
internal sealed record WholeItem(string Title, string? Presenter = null, int? Minutes = null, IReadOnlyList<string>? Texts = null, string? Recommendations = null)
{
    /// <summary>In place of the forum's own.</summary>
    public string? Lead { get; init; }

    public string? CaseNumber { get; init; }

    public bool MayBeDropped { get; init; }

    public string? ClosedBecause { get; init; }

    public IReadOnlyList<WholeFile> Files { get; init; } = [];

    public IReadOnlyList<WholeGuest> Guests { get; init; } = [];
}

internal sealed record WholeFile(string Name, bool IsRequired);

internal sealed record WholeGuest(string Name, string Title, string Organisation);

/// <summary>
/// Five kinds: a chiefs' meeting with lists and guests; one with papers on every item; a professional level with times, tables and bilag that
/// are to be read or not; a steering group of early days with case numbers and »v/«; a political level with a table of money.
/// </summary>
internal static class WholeAgendas
{
    private const string Money =
        "På sidste møde bad forummet om en oversigt:\n\n"
        + "| Kommune/region | Modtaget i alt | Brugt | Disponeret | Rest |\n| --- | ---: | ---: | ---: | ---: |\n"
        + "| Region Fjordlandet | 1.204.500 | 31.250 | 45.000 | 1.128.250 |\n| Birkelse Kommune | 430.000 | 300.000 | 130.000 | 0 |\n| Havnstrup Kommune | 515.000 | 402.117 | 112.883 | 0 |\n\n"
        + "Resten er budgetmæssigt placeret i regionen, så det er **regionsrådet**, der formelt beslutter en overførsel.";

    private const string Tasks =
        "Driftsforaene inviteres i en fast kadence. Opgaverne er:\n"
        + "- Følge op på, at samarbejdsaftalerne er taget i brug, herunder:\n  - et årshjul for de enkelte aftaler\n  - at gøre opmærksom på aftaler, der ikke længere passer\n"
        + "- Drøfte det øvrige driftssamarbejde, gerne med et konkret afsæt\n- Arbejde ud fra data:\n  1. cases\n  2. audits\n  3. tal fra *Sundhed på tværs*";

    private const string Course =
        "## Baggrund\n\nForløbet begyndte i 2024. Se [projektsiden](https://fjordlandet.example/projekter/video_samtaler).\n\n## Næste skridt\n\n"
        + "Styregruppen foreslår:\n1. at tre afsnit går i gang til februar\n2. at der følges op i juni\n\nProjektlederen deltager under punktet.";

    internal static IReadOnlyList<WholeAgenda> All { get; } =
    [
        new("chiefs", [], "Det indstilles, at Chefforum",
            new("Godkendelse af dagsorden"),
            new("Orientering om møde i Direktørforum d. 17. februar", Texts: ["Direktørforum besluttede:\n- Planen skal lægge mere vægt på den ældre medicinske patient og på forebyggelige indlæggelser.\n- Analysen af ressourceforbrug ved henvisninger tænkes ind i platformen for innovation.\n\nFremover sendes Direktørforums referater til Chefforums medlemmer."], Recommendations: "1. Tager orienteringen til efterretning"),
            new("Igangsættelse af handleplanens indsatser", "Formandskabet", 30, ["Formandskabet indleder med et oplæg:\n- Planen bestiller 15 indsatser.\n- Hver forankres hos en leverandør (projektejer, projektleder, projektgruppe)."], "1. Drøfter modellen\n2. Godkender den foreslåede rækkefølge") { Files = [new("Handleplan 2027.pdf", true), new("Bilag til handleplanen.docx", false)], Guests = [new("Lone Vestergaard", "medformand i driftsforum", "Havnstrup Kommune"), new("Asger Lind", "projektleder", "Region Fjordlandet")] },
            new("Personsag", Texts: ["Beskrivelse af sagen."], Recommendations: "Beslutter, hvem der indtræder") { ClosedBecause = "Oplysninger om en medarbejder" },
            new("Eventuelt")),
        new("papers", ["Sagsfremstilling", "Økonomi"], "Det indstilles, at Chefforum",
            new("Godkendelse af dagsordenen", Recommendations: "1. Godkender dagsordenen"),
            new("Nyt fra driftsfora", "Formandskaberne for driftsforaene", 20, [Tasks], "1. Drøfter, om noget skal løftes videre\n2. Tager orienteringen til efterretning") { Files = [new("Kommissorium for driftsfora.docx", false)], Guests = [new("Merete Skovgaard", "formand for driftsforum", "Birkelse Kommune")] },
            new("Udpegning til ledelsesprogrammet, hold 4", "Karen Ravn", 15, ["Der er frist for udpegning **d. 30. april 2026**. Den endelige indstilling sker i Direktørforum på baggrund af drøftelsen her.", "Deltagelse koster 18.500 kr. pr. person."], "1. Drøfter initiativer mhp. indstilling til Direktørforum\n2. Peger på to deltagere") { Files = [new("Vejledning til klyngerne.pdf", true), new("Information til deltagere.pdf", true)] },
            new("Projektbeskrivelse for videosamtaler", Minutes: 25, Texts: [Course], Recommendations: "Godkender projektbeskrivelsen med de indarbejdede bemærkninger") { Files = [new("Projektbeskrivelse.docx", true), new("Bemærkninger fra parterne.docx", false)] },
            new("Eventuelt", Minutes: 5)),
        new("professional", ["Resumé", "Sagsfremstilling", "Borger-/patientperspektiv", "Videre proces"], "Det indstilles, at Fagligt strategisk niveau",
            new("Velkommen og godkendelse af dagsorden", "Karen Ravn", 5, ["", "Møderne indledes fremover med, at dagsordenen godkendes.\n\nDet er ofte nødvendigt at udskyde punkter, fordi tiden slipper op."], "1. Godkender dagsordenen\n2. Drøfter og beslutter mødernes længde fra 2027"),
            new("Opsamling på seminaret", null, 50, ["Kort opsamling på seminaret i oktober.", "| Tema | Ansvarlig | Hvornår |\n| --- | --- | --- |\n| Forebyggelse | Sekretariatet | Forår |\n| Data på tværs | Hospitalet<br>og kommunerne | Efterår |", "Borgerne møder ét forløb i stedet for tre.", "Arbejdsgruppen mødes i januar."], "1. Drøfter opsamlingen, jf. bilag 1 og 2\n2. Godkender forslag til videre proces") { Files = [new("Notat fra seminaret.pdf", true), new("Opsamlingspunkter.docx", true)] },
            new("Drøftelse af dagsorden til det politiske møde", Minutes: 20, Recommendations: "1. Drøfter temaer til mødet") { MayBeDropped = true, Files = [new("Udkast til dagsorden.docx", false)] },
            new("Skriftlig orientering: Nyt fra Koordineringsforum", Minutes: 5, Recommendations: "Tager orienteringen til efterretning") { Files = [new("Status.pdf", false)] },
            new("Eventuelt", Minutes: 5)),
        new("steering", [], null,
            new("Input til fælles dashboard", "Mads Holt", Texts: ["Klyngerne kan pege på data, som de vil følge."], Recommendations: "drøfter input til dashboardet") { Lead = "Det indstilles, at Styregruppen", CaseNumber = "2026-003046" },
            new("Planlægning af møde i Politisk Niveau", "Karen Ravn", Texts: ["Fredag d. 20. november 2026 kl. 14.00-16.00 er reserveret i kalenderen."], Recommendations: "- Beslutter dato for mødet\n- Drøfter idéer til program og oplægsholdere") { Lead = "Det indstilles, at Styregruppen" },
            new("Kommissorium for driftsforum", Recommendations: "Godkender udkastet") { Files = [new("Repræsentanter.docx", false), new("Udkast til kommissorium.docx", true)] },
            new("Eventuelt")),
        new("political", [], "Det indstilles, at Politisk Niveau",
            new("Velkomst og godkendelse af dagsorden", Minutes: 5, Recommendations: "1. Dagsordenen godkendes") { Lead = "Det indstilles, at" },
            new("Orientering om projektet i det fælles sundhedsvæsen", "Mads Holt", 5, [Course + "\n\nRegionen har givet 250.000 kr. til hvert af de fire pilotprojekter."], "1. Tager orienteringen til efterretning") { Files = [new("Projektet.pptx", false)] },
            new("Beslutning om resterende klyngemidler", Minutes: 15, Texts: [Money], Recommendations: "1. Godkender, at resten overføres til en fælles pulje\n2. Tager stilling til, om 1,1 mio. kr. kan bruges på projektet") { Files = [new("Klyngemidler 2026.xlsx", true)] },
            new("Kommende møder", Minutes: 5),
            new("Eventuelt", Minutes: 5)),
    ];
}
