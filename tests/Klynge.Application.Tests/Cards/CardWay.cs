namespace Klynge.Application.Tests.Cards;

/// <summary>How a card stays true while it lies in a chat.</summary>
internal enum CardWay
{
    /// <summary>The outbox updates it where it stands when its record changes.</summary>
    KeptByTheOutbox = 1,

    /// <summary>Whoever looks at it later has it drawn anew.</summary>
    AsksAnew = 2,

    /// <summary>Whoever looks at it later has it drawn anew once there is more to say; until then it stays as it was sent, fields and all.</summary>
    AsksWhenThereIsNews = 3,

    /// <summary>Every answer to a command that shows how something stands is kept true by <c>StandingCard</c>, or says when it stood so.</summary>
    StandsOrSaysItsMoment = 4,

    /// <summary>It is the answer to somebody's own press or words, a form or a question, and the next press says how it stands.</summary>
    AnswersAPress = 5,

    /// <summary>It tells what happened, which stays so; there is nothing on it to act on but to look.</summary>
    TellsWhatHappened = 6,

    /// <summary>A piece of other cards, or a change to one.</summary>
    PartOfOthers = 7,
}
