using Klynge.Domain.Common;

namespace Klynge.Application.Agendas.Questions;

/// <summary>Of one that there is not as well as of one to another forum's chairs.</summary>
public sealed record QuestionNotFound()
    : Error("Jeg kan ikke finde spørgsmålet i dette forum. Skriv »mine sager« for at se, hvad der venter på dig.");

/// <summary>None of the person's forums has an open one above it.</summary>
public sealed record NoForumAbove()
    : Error("Der er ikke noget forum over dit, så der er ikke noget formandskab at spørge. Skriv til sekretariatet i stedet.");

/// <summary>The ladder was changed after the card was drawn.</summary>
public sealed record AnotherForumAbove()
    : Error("Dit forum hører ikke længere under det forum, der står på kortet, så spørgsmålet er ikke sendt. Skriv »spørgsmål til formandskabet« igen.");

/// <param name="Forum">The forum above.</param>
public sealed record NobodyToAsk(string Forum)
    : Error($"Der står hverken et formandskab eller et sekretariat på medlemslisten for {Forum}, så spørgsmålet kan ikke sendes. Skriv til dit eget sekretariat.");

/// <summary>A form that has sent its question came again with other words.</summary>
public sealed record QuestionAlreadySent()
    : Error("Kortet er allerede sendt med et andet spørgsmål. Skriv »spørgsmål til formandskabet« for et nyt.");
