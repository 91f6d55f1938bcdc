using Klynge.Domain.Common;

namespace Klynge.Application.Invitations;

/// <summary>The meeting is not tied to anything in the calendar.</summary>
public sealed record MeetingNotLinked()
    : Error("Mødet er ikke knyttet til et møde i Outlook.");

/// <summary>The question was answered, or the calendar has changed since it was asked.</summary>
public sealed record QuestionIsOld()
    : Error("Spørgsmålet er besvaret, eller mødet er ændret igen siden. Vis dagsordenen for at se, hvordan det står.");

/// <summary>Teams has told nothing of the meeting, so there is no report to read.</summary>
public sealed record NoOnlineMeeting()
    : Error("Mødet er ikke knyttet til et Teams-møde, så der er ingen fremmøderapport. Skriv fremmødet selv.");
