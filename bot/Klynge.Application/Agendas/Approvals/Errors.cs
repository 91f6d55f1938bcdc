using Klynge.Domain.Common;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>The agenda waits for somebody's approval, and cannot go out.</summary>
/// <param name="Why">Whose, and what to do about it.</param>
public sealed record AgendaNotApproved(string Why)
    : Error(Why);

/// <param name="Forum">The forum's name.</param>
public sealed record ApprovalNotAskedFor(string Forum)
    : Error($"Reglerne for {Forum} kræver ikke, at nogen godkender dagsordenen, før den sendes ud. Tryk »Udsend dagsorden«, når den er klar.");

public sealed record NothingToApprove()
    : Error("Der er ingen punkter på dagsordenen endnu, så der er ikke noget at godkende. Tryk »Tilføj punkt« først.");

/// <param name="Forum">The forum's name.</param>
public sealed record NobodyToApprove(string Forum)
    : Error(Texts.NoChair(Forum));

/// <summary>Said of one who was not asked, and of one whose approval the rule does not want.</summary>
public sealed record NotAskedToApprove()
    : Error("Du er ikke bedt om at godkende denne dagsorden, så der er ikke gemt noget. Skriv »dagsorden« for at se den.");

/// <summary>Of a seat that no longer leads the forum, and of one that was not asked.</summary>
public sealed record ApproverNotFound()
    : Error("Den person er ikke bedt om at godkende dagsordenen. Tryk »Bed om godkendelse« på dagsordenen for at se, hvem der er.");

/// <summary>The agenda has gone out meanwhile.</summary>
public sealed record ApprovalIsOver()
    : Error("Dagsordenen er sendt ud, så der er ikke mere at godkende. Skriv til sekretariatet, hvis noget skal ændres.");

/// <param name="Name">The chair's.</param>
public sealed record ApprovesInPerson(string Name)
    : Error($"{Name} bruger Teams og svarer selv på kortet i sin egen chat med mig, så der er ikke skrevet noget ind.");

/// <param name="Name">The chair's.</param>
public sealed record AskedAboutAnother(string Name)
    : Error($"Dagsordenen er ændret, siden {Name} fik den, så svaret gælder ikke den, der er nu. Tryk »Bed om godkendelse« igen.");
