using Klynge.Application.Documents;
using Klynge.Domain.Common;

namespace Klynge.Microsoft365.Documents;

public sealed record SharePointRefused()
    : Error("SharePoint lader mig ikke gemme: jeg mangler rettigheder til siden. Bed den, der driver botten, om at køre »check«, som siger, hvad der mangler. Intet er ændret.");

public sealed record SharePointNotFound(string Place)
    : Error($"Jeg kan ikke finde dokumentbiblioteket {Place} i SharePoint. Bed den, der driver botten, om at køre »check«. Intet er gemt.");

public sealed record SharePointIsFull()
    : Error("SharePoint-siden har ikke mere plads, så dokumentet er ikke gemt. Bed dens ejer om at rydde op eller give den mere.");

public sealed record SharePointTooDeep(string Place)
    : Error($"Dokumentbiblioteket {Place} ligger så dybt, at filerne ikke kan få et navn: SharePoint tager højst {SharePointPath.MaxLength} tegn i alt. Vælg et andet.");

/// <summary>Making columns is more than filling them in.</summary>
public sealed record ColumnsNeedManage(string Site)
    : Error($"Jeg må ikke oprette kolonner i {Site}. Giv appen rollen manage på siden med infra/grant-graph-permissions.sh --app-id APP-ID --site {Site} --role manage, kør kommandoen igen, og sæt den tilbage med --role write.");

/// <summary>The folder of closed documents is not there; who may read it is decided by people, so the bot makes none.</summary>
public sealed record ClosedPlaceMissing(string Forum)
    : ClosedPlaceProblem($"Dokumentet hører til en lukket sag og er ikke gemt: mappen {Forum}/Lukket findes ikke i SharePoint. Bed sidens ejer om at oprette den og stoppe arv af tilladelser på den, så kun de rette kan læse den.");

/// <summary>More people than those entitled would read it.</summary>
public sealed record ClosedPlaceIsOpen : ClosedPlaceProblem
{
    internal ClosedPlaceIsOpen(string forum, ClosedPlace standing)
        : base($"Dokumentet hører til en lukket sag og er ikke gemt: mappen {forum}/Lukket {Why(standing)}. Bed sidens ejer om at stoppe arv af tilladelser på mappen og fjerne de andre fra den, så kun de rette kan læse den.")
    {
    }

    private static string Why(ClosedPlace standing) => standing switch
    {
        ClosedPlace.ForEverybody => "kan læses af hele organisationen eller af sidens medlemmer eller besøgende",
        ClosedPlace.Shared => "er delt med et link, som åbner den for enhver, der har det",
        _ => "kan læses af alle, der kan læse mappen over den",
    };
}

/// <summary>Graph does not show who may read the folder, and a guess is not good enough for what is closed.</summary>
public sealed record ClosedPlaceUnknown(string Forum)
    : ClosedPlaceProblem($"Dokumentet hører til en lukket sag og er ikke gemt: jeg kan ikke se, hvem der kan læse mappen {Forum}/Lukket i SharePoint. Bed den, der driver botten, om at køre »check«, som siger, hvad der mangler.");

/// <summary>Moved, and still opened by links that people made while it was among the open ones; to take them back is the owner's right.</summary>
public sealed record SharingStands(DocumentPath Path)
    : Error($"Dokumentet »{Path.Name}« ligger i mappen {Path.Folder}, men jeg må ikke fjerne de links, det er delt med i SharePoint, og de virker stadig. Bed sidens ejer om at stoppe delingen af det.");
