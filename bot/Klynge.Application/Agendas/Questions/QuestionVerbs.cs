using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Questions;

/// <summary>The buttons of questions to the chairs, and who may press each: asking is about the asker's own forum, the others about the forum above.</summary>
public static class QuestionVerbs
{
    private const string OfForumsBelow = "what was asked by members of the forums below";

    public static readonly ButtonRight Ask = new("question.ask", AskChairs.Needs, "of the forum above theirs");
    public static readonly ButtonRight Show = new("question.show", AnswerQuestion.Needs, OfForumsBelow);
    public static readonly ButtonRight Answer = new("question.answer", AnswerQuestion.Needs, OfForumsBelow);
    public static readonly ButtonRight ItemForm = new("question.item.form", AnswerQuestion.Needs, OfForumsBelow);
}
