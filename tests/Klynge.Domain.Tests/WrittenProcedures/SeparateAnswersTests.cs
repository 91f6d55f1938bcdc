using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Cases whose recommendations are answered each for itself.</summary>
public sealed class SeparateAnswersTests
{
    private static readonly WrittenProcedureRules Majority = Cases.Rules with { Rule = DecisionRule.SimpleMajority, AnswerPerRecommendation = true };

    /// <summary>Seats by their letters: A approves, B with remarks, R rejects, X is silent, M demands a meeting, I is inhabil.</summary>
    [Theory]
    [InlineData(DecisionRule.SimpleMajority, false, "AAA AAR ARR X", "Adopted Adopted Rejected", Outcome.Mixed)]
    [InlineData(DecisionRule.Consensus, false, "AA AR AA AA", "Adopted SentToMeeting", Outcome.Mixed)]
    [InlineData(DecisionRule.TwoThirdsMajority, false, "AA AA AR RR", "Adopted Rejected", Outcome.Mixed)]
    [InlineData(DecisionRule.SimpleMajority, false, "AR X X X", "NoQuorum NoQuorum", Outcome.NoQuorum)]
    [InlineData(DecisionRule.SimpleMajority, false, "AA AR M RR", "SentToMeeting SentToMeeting", Outcome.SentToMeeting)]
    [InlineData(DecisionRule.SimpleMajority, false, "AR AR I", "Adopted Rejected", Outcome.Mixed)]
    [InlineData(DecisionRule.SimpleMajority, true, "RA X X X", "Adopted Adopted", Outcome.Adopted)]
    [InlineData(DecisionRule.SimpleMajority, false, "AR RA", "Rejected Rejected", Outcome.Rejected)]
    [InlineData(DecisionRule.SimpleMajority, false, "RAR RAR RAA", "Rejected Adopted Rejected", Outcome.Mixed)]
    [InlineData(DecisionRule.SimpleMajority, false, "BBR BAR AAA AAA", "Adopted Adopted Rejected", Outcome.Mixed)]
    public void Close_CountsEachRecommendation(DecisionRule rule, bool silence, string seats, string each, Outcome whole)
    {
        var words = seats.Split(' ');
        var procedure = Open(words.Length, words[0].Length, Majority with { Rule = rule, SilenceIsConsent = silence });
        foreach (var (seat, word) in words.Index().Where(one => one.Item != "X"))
            Assert.True(procedure.Cast(BallotOf(procedure, seat, word), Cases.Now).IsSuccess);

        var outcome = silence ? procedure.CloseDue(Cases.Deadline) : procedure.Close(Cases.Secretary, Cases.Now);

        Assert.Equal(whole, outcome.Value);
        Assert.Equal(each, string.Join(' ', procedure.Outcomes!));
        Assert.Equal(procedure.Outcomes, procedure.Tallies().Select(one => one.Outcome));
        Assert.Equal(whole, procedure.Tally().Outcome);
    }

    [Fact]
    public void Tallies_CountTheVotesOfEach()
    {
        var procedure = Open(4, 3, Majority);
        procedure.Cast(BallotOf(procedure, 0, "ABR"), Cases.Now);
        procedure.Cast(BallotOf(procedure, 1, "AAR"), Cases.Now);
        procedure.Cast(BallotOf(procedure, 2, "I"), Cases.Now);
        procedure.Close(Cases.Secretary, Cases.Now);

        Assert.Equal([(2, 0), (2, 0), (0, 2)], procedure.Tallies().Select(one => (one.For, one.Against)));
        Assert.All(procedure.Tallies(), one => Assert.Equal((3, 1, 1, 2), (one.Entitled, one.Silent, one.Recused, one.Present)));
        Assert.False(procedure.GoesToMeeting);
    }

    [Theory]
    [InlineData("AR", true)]
    [InlineData("RA", true)]
    [InlineData("AA", false)]
    public void GoesToMeeting_WhenOneOfThemDoes(string word, bool expected)
    {
        var procedure = Open(1, 2, Majority with { Rule = DecisionRule.Consensus });
        Assert.False(procedure.GoesToMeeting);
        procedure.Cast(BallotOf(procedure, 0, word), Cases.Now);
        procedure.Close(Cases.Secretary, Cases.Now);

        Assert.Equal(expected, procedure.GoesToMeeting);
    }

    [Fact]
    public void Cast_TheSameToAll_IsAnAnswerToTheWhole_AndChangesNothingWhenItIsSaidAgain()
    {
        var procedure = Open(2, 3, Majority);
        var vote = procedure.Cast(BallotOf(procedure, 0, "RRR"), Cases.Now).Value.Vote!;

        Assert.Equal((Answer.Reject, null), (vote.Answer, vote.Answers));
        Assert.Equal((Answer.Reject, null, Answer.Reject), (procedure.Roll[0].Answer, procedure.Roll[0].Answers, procedure.Roll[0].AnswerTo(3)));
        Assert.Equal(CastEffect.Unchanged, procedure.Cast(procedure.Ballot(0, Answer.Reject), Cases.Now).Value.Effect);
    }

    [Fact]
    public void Cast_OneRecommendationOtherwise_TakesThePlaceOfTheEarlierAnswer_AndTheSameAgainDoesNot()
    {
        var procedure = Open(2, 3, Majority);
        Assert.Equal(CastEffect.Cast, procedure.Cast(BallotOf(procedure, 0, "AAR"), Cases.Now).Value.Effect);
        Assert.Equal(CastEffect.Unchanged, procedure.Cast(BallotOf(procedure, 0, "AAR"), Cases.Now).Value.Effect);
        var changed = procedure.Cast(BallotOf(procedure, 0, "ARR"), Cases.Now).Value;

        Assert.Equal(CastEffect.Replaced, changed.Effect);
        Assert.Equal([Answer.Approve, Answer.Reject, Answer.Reject], changed.Vote!.Answers!);
        Assert.Equal([Answer.Approve, Answer.Reject, Answer.Reject], procedure.Roll[0].Answers!);
        Assert.Equal(CastEffect.Replaced, procedure.Cast(BallotOf(procedure, 0, "AAA"), Cases.Now).Value.Effect);
        Assert.Null(procedure.Roll[0].Answers);
    }

    [Fact]
    public void Cast_OfEach_CountsAsAnsweredSoThatTheCaseClosesAndTheSeatStaysWhereItIs()
    {
        var procedure = Open(2, 2, Majority with { ClosingDelayMinutes = 0 });
        procedure.Cast(BallotOf(procedure, 0, "AR"), Cases.Now);
        Assert.IsType<SeatHasAnswered>(procedure.GiveUpSeat(procedure.Roll[0].PersonId, Cases.Person("vikar"), Cases.Now).Error);

        Assert.Equal(ClosingReason.AllAnswered, procedure.Cast(BallotOf(procedure, 1, "RA"), Cases.Now).Value.Closes);
    }

    [Fact]
    public void Cast_WithSomeLeftOpen_NamesThem()
    {
        var procedure = Open(1, 3, Majority);

        var refused = procedure.Cast(BallotOf(procedure, 0, "?A?"), Cases.Now).Error;

        Assert.Equal("Vælg også et svar til indstilling 1 og 3. Dit svar er ikke registreret endnu.", refused!.Text);
        Assert.False(procedure.Roll[0].HasAnswered);
    }

    [Theory]
    [InlineData("AB", Answer.ApproveWithRemarks)]
    [InlineData("BR", Answer.Reject)]
    [InlineData("RA", Answer.Reject)]
    public void Cast_OfAnythingButAPlainYes_NeedsWords(string word, Answer about)
    {
        var procedure = Open(1, 2, Majority);

        Assert.Equal(new RemarksMissing(about), procedure.Cast(BallotOf(procedure, 0, word) with { Remarks = null }, Cases.Now).Error);
        Assert.IsType<RemarksTooLong>(procedure.Cast(BallotOf(procedure, 0, word) with { Remarks = new string('x', 4_001) }, Cases.Now).Error);
        Assert.True(procedure.Cast(BallotOf(procedure, 0, "AA") with { Remarks = null }, Cases.Now).IsSuccess);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAA")]
    [InlineData("AM")]
    [InlineData("IA")]
    [InlineData("S?")]
    public void Cast_OfWhatNoCardAsks_IsRefused(string word)
    {
        var procedure = Open(1, 2, Majority);
        var ballot = new Ballot(Answer.Separate, "fordi", 1, procedure.Roll[0].VoterId);

        Assert.IsType<CardWasAltered>(procedure.Cast(ballot with { Answers = Words(word) }, Cases.Now).Error);
        Assert.IsType<CardWasAltered>(procedure.Cast(ballot, Cases.Now).Error);
        Assert.IsType<CardWasAltered>(procedure.Cast(ballot with { Answer = Answer.Reject, Answers = Words("AR") }, Cases.Now).Error);
    }

    [Fact]
    public void Cast_OfEach_WhereTheForumAnswersTheWhole_IsRefused()
    {
        foreach (var procedure in new[] { Open(1, 2, Majority with { AnswerPerRecommendation = false }), Open(1, 1, Majority) })
        {
            var ballot = new Ballot(Answer.Separate, "fordi", 1, procedure.Roll[0].VoterId);

            Assert.Null(procedure.SeparateRecommendations);
            Assert.IsType<CardWasAltered>(procedure.Cast(ballot with { Answers = Words("AR") }, Cases.Now).Error);
            procedure.Cast(Answer.Approve);
            procedure.Close(Cases.Secretary, Cases.Now);
            Assert.Equal((null, 0, Outcome.Adopted), (procedure.Outcomes, procedure.Tallies().Count, procedure.Outcome));
        }
    }

    [Fact]
    public void Amend_AsksAboutTheRecommendationsOfTheNewVersion_UnderTheRulesOfTheOpening()
    {
        var forum = Cases.Forum(Majority);
        var procedure = Open(forum, 2, 2);
        procedure.Cast(BallotOf(procedure, 0, "AR"), Cases.Now);
        forum.Rules = forum.Rules with { WrittenProcedures = Majority with { AnswerPerRecommendation = false } };

        Assert.True(procedure.Amend(forum, Text(4), Cases.Deadline, "En til.", Cases.Secretary, Cases.Now).IsSuccess);

        Assert.Equal((4, null, null), (procedure.SeparateRecommendations, procedure.Roll[0].Answer, procedure.Roll[0].Answers));
        Assert.True(procedure.Cast(BallotOf(procedure, 0, "ARAR"), Cases.Now).IsSuccess);
        Assert.IsType<CardWasAltered>(procedure.Cast(BallotOf(procedure, 1, "AR"), Cases.Now).Error);
        procedure.Amend(forum, Text(1), Cases.Deadline, "Kun en.", Cases.Secretary, Cases.Now);
        Assert.Null(procedure.SeparateRecommendations);
    }

    [Fact]
    public void Withdraw_LeavesNoResultOfEach()
    {
        var procedure = Open(1, 2, Majority);
        procedure.Cast(BallotOf(procedure, 0, "AR"), Cases.Now);
        procedure.Withdraw(Cases.Secretary, "Forkert sag", Cases.Now);

        Assert.Null(procedure.Outcomes);
        Assert.False(procedure.GoesToMeeting);
    }

    [Fact]
    public void Group_PutsTheNumbersOfOneKindTogether() => Assert.Equal(
        ["R: 1, 3", "A: 2"], SeparateAnswers.Group("RAR").Select(group => $"{group.What}: {string.Join(", ", group.Numbers)}"));

    private static WrittenProcedure Open(int voters, int recommendations, WrittenProcedureRules rules) => Open(Cases.Forum(rules), voters, recommendations);

    private static WrittenProcedure Open(Forum forum, int voters, int recommendations)
    {
        var procedure = Cases.Draft(forum);
        Assert.True(procedure.Open(forum, Cases.Seats(forum, voters), Text(recommendations), Cases.Secretary, Cases.Now).IsSuccess);
        return procedure;
    }

    private static CaseText Text(int recommendations) =>
        Cases.Text with { Recommendations = [.. Enumerable.Range(1, recommendations).Select(number => $"Godkender punkt {number}")] };

    private static Ballot BallotOf(WrittenProcedure procedure, int seat, string word) => word switch
    {
        "M" => procedure.Ballot(seat, Answer.DemandMeeting),
        "I" => procedure.Ballot(seat, Answer.Recused),
        _ => new Ballot(Answer.Separate, "fordi", procedure.Version, procedure.Roll[seat].VoterId) { Answers = Words(word) },
    };

    private static List<Answer> Words(string word) =>
    [
        .. word.Select(letter => letter switch
        {
            'A' => Answer.Approve,
            'B' => Answer.ApproveWithRemarks,
            'R' => Answer.Reject,
            'M' => Answer.DemandMeeting,
            'I' => Answer.Recused,
            'S' => Answer.Separate,
            _ => default,
        }),
    ];
}
