using Klynge.Domain.Common;

namespace Klynge.Domain.Attendance;

public sealed record NoApology()
    : Error("Du har ikke meldt afbud til det møde, så der er intet at fortryde.");

/// <summary>The person has no seat at the meeting, so there is nothing to send an apology for.</summary>
public sealed record NotInvited(string Forum)
    : Error($"Du er ikke indkaldt til møder i {Forum}, så du behøver ikke melde afbud.");

public sealed record SubstituteNotNeeded()
    : Error("Der er ikke længere brug for en stedfortræder til mødet, for afbuddet er trukket tilbage.");

public sealed record OtherSubstituteComes(string Name)
    : Error($"{Name} er meldt som stedfortræder i stedet, så du behøver ikke gøre noget.");

public sealed record SubstituteFitsSeveral(string Written, string People)
    : Error($"»{Written}« kan være {People}. Skriv det hele, så ved jeg, hvem du mener.");

public sealed record SubstituteIsMember(string Name)
    : Error($"{Name} sidder allerede selv i forummet og kan ikke også være stedfortræder. Vælg en anden.");

/// <summary>One person fills one seat at a meeting.</summary>
public sealed record SubstituteComesForAnother(string Name, string Member)
    : Error($"{Name} kommer allerede i stedet for {Member} til det møde. Vælg en anden.");

public sealed record SubstituteOfAnother(string Name, string Member)
    : Error($"{Name} er stedfortræder for {Member} og kan ikke tage en andens plads. Vælg en anden.");
