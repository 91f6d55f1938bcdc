using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.NewForums;
using Klynge.Application.Rights;
using Klynge.Application.Search;
using Klynge.Application.Workspace.Council;

namespace Klynge.Application.Workspace;

/// <summary>
/// Who may see which page of the workspace. A page is mapped by its row and in no other way, and what it shows is read behind the same gate
/// as a command's answer.
/// </summary>
public static class PageRights
{
    private const string OwnSeats = "the forum's own seats";

    /// <summary>»Mit bord«: what waits for whoever is signed in.</summary>
    public static readonly PageRight Board = new("/arbejdsbord", Who.OnRecord, "what waits for them, and their own forums' meetings");

    public static readonly PageRight Deadlines = new("/frister", DeadlineQueries.Needs, "those of closed items without words to those who may not read them");

    public static readonly PageRight Search = new("/soeg", SearchItems.Needs, "finds in their own forums only");

    public static readonly PageRight Meeting = new("/moeder/{id}", AgendaQueries.Needs, "closed items are titles to those who may not read them");

    /// <summary>The page on which an item of the agenda is changed.</summary>
    public static readonly PageRight Item = new("/moeder/{id}/punkter/{item}", EditItem.Needs);

    /// <summary>How the item stands, for that page while it is open.</summary>
    public static readonly PageRight ItemState = new("/moeder/{id}/punkter/{item}/stand", EditItem.Needs, "who else writes it, and what is saved by now");

    public static readonly PageRight NewItem = new("/moeder/{id}/punkter/nyt", AddItem.Needs);

    public static readonly PageRight AgendaDocument = new("/moeder/{id}/dagsorden.docx", ReadAgendaDocument.Needs, "before it goes out; of closed items that they are closed");

    /// <summary>A seat on the case's roll decides, or the permission that a case of its kind asks for.</summary>
    public static readonly PageRight Case = new("/sager/{id}", Who.InForum, "a draft for those who may send it out, a closed case for those who may read closed items");

    public static readonly PageRight NewCase = new("/sager/ny", ReadCaseForm.Needs, "where the forum decides in writing");

    public static readonly PageRight EditCase = new("/sager/{id}/ret", ReadCaseForm.Needs, "as long as it is a draft");

    public static readonly PageRight AmendCase = new("/sager/{id}/aendr", ReadCaseForm.Needs, "as long as it is open");

    public static readonly PageRight Forum = new("/fora/{key}", ReadForum.Needs);

    /// <summary>»Tilføj medlem«, »Ret«, »Afslut«, the table and the rules: forms that change nothing by themselves.</summary>
    public static readonly PageRight ForumMember = new("/fora/{key}/medlem", ForumForms.Needs);
    public static readonly PageRight ForumSeat = new("/fora/{key}/plads/{id}", ForumForms.Needs, OwnSeats);
    public static readonly PageRight ForumSeatEnd = new("/fora/{key}/plads/{id}/afslut", ForumForms.Needs, OwnSeats);
    public static readonly PageRight ForumTable = new("/fora/{key}/tabel", ForumForms.Needs);
    public static readonly PageRight ForumRoster = new("/fora/{key}/chat", ForumForms.Needs);
    public static readonly PageRight ForumRules = new("/fora/{key}/regler", ForumForms.Needs);

    /// <summary>Forums from a template, beside the one that is named.</summary>
    public static readonly PageRight NewForums = new("/fora/{key}/nye", ReadNewForums.Needs);

    /// <summary>A member's afvigende mening and standsning at an item.</summary>
    public static readonly PageRight MemberItem = new("/moeder/{id}/punkter/{item}/medlem", Who.Voters, "a member who took part in the item, where the forum's rules allow it");

    public static readonly PageRight ChairForm = new("/fora/{key}/formandsbeslutning", DecideAsChair.Needs, "where the forum's rules allow it");

    public static readonly PageRight ChairDecision = new("/fora/{key}/formandsbeslutninger/{id}", CallInDecision.Needs, "the closed ones to those who may read closed items");

    /// <summary>Looking at what would be given changes nothing.</summary>
    public static readonly PageRight Handover = new("/fora/{key}/overlevering", ReadHandover.Needs, "the form and its preview to those who may hand over");

    public static readonly PageRight Operations = new("/drift", ReadOperations.Needs);

    public static readonly PageRight Document = new("/bilag", Who.InForum, "what they may read; sends the browser on by a link of their own");
}
